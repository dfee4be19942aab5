package publish

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// aheadSite has two versions that are held back, of which each skips a label, and
// what its words say on their days.
func aheadSite() fstest.MapFS {
	files := fstest.MapFS{"site.toml": {Data: []byte("title.zh = \"题\"\nlanguages = [\"zh\"]\n"), Mode: 0o644}}
	text := func(name, facts, body string) {
		files["content/privacy/"+name+"/zh.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"策\"\n" + facts + "+++\n\n" + body), Mode: 0o644}
	}
	text("1.0", "effective = 2026-01-01\n", "[去](privacy#keep)[无](nobody)\n\n## 一、甲\n\n## 三、乙\n\n# 附录：儿童个人信息 {#keep}\n\n监护人可以来信。\n")
	text("2.0", "announced = 2026-03-01\neffective = 2026-03-05\n", "## 一、甲\n\n## 四、丙\n\n# 附录：投诉 {#file}\n\n见[此](privacy#file)。\n")
	text("3.0", "announced = 2026-04-01\neffective = 2026-04-05\n", "[去](nowhere)\n\n## 一、甲\n\n## 五、丁\n")
	return files
}

// TestAhead: what becomes public is judged as of its day, once; what is said today
// is not said again, nor are warnings of what is public already.
func TestAhead(t *testing.T) {
	t.Parallel()
	opt := Options{}
	opt.Source, opt.Today, opt.Before = aheadSite(), date(t, "2026-02-01"), looks().plain
	for _, strict := range []bool{false, true} {
		opt.Strict = strict
		sum, now, err := Run(t.Context(), opt, Discard{})
		if err != nil {
			t.Fatal(err)
		}
		if len(now) == 0 {
			t.Fatal("today nothing is wrong: the test shows nothing")
		}
		ahead, err := Ahead(t.Context(), opt, sum.Held, now)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range ahead {
			for _, p := range f.Problems {
				got = append(got, fmt.Sprintf("%s %s %s %s", f.Day, p.Severity, p.Rule, p.Pos))
			}
		}
		want := "2026-03-01 warning numbering content/privacy/2.0/zh.md:9:1\n" +
			"2026-03-01 warning link content/privacy/2.0/zh.md:13:2\n" +
			"2026-04-01 error link content/privacy/3.0/zh.md:7:1\n" +
			"2026-04-01 warning numbering content/privacy/3.0/zh.md:11:1"
		if strict {
			want = strings.ReplaceAll(want, "warning", "error")
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("strict %t: got\n%s\nwant\n%s\ntoday:\n%s", strict, s, want, printed(now))
		}
	}
}

// TestAheadIsBounded: however many days there are, a few are looked at, each once
// and the next ones first.
func TestAheadIsBounded(t *testing.T) {
	var held []policy.Held
	for i := range 100 {
		held = append(held, policy.Held{Policy: "p", Version: fmt.Sprint(i), Until: date(t, "2026-06-01").AddDays(-(i / 2))})
	}
	days := daysOf(held)
	if len(days) != maxAhead || days[0] != date(t, "2026-06-01").AddDays(-49) || days[1] != days[0].AddDays(1) {
		t.Errorf("%d days: %v", len(days), days)
	}
	var none diag.List
	if out, err := Ahead(t.Context(), Options{}, nil, none); out != nil || err != nil {
		t.Errorf("nothing is held back: %v, %v", out, err)
	}
}
