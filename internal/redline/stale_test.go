package redline_test

import (
	"strings"
	"testing"
)

// checkStale holds that a redline says of each stale reference that it is one,
// once, in one column and in two, and folds none of them away.
func checkStale(t reporter, name string, r *shown) {
	t.Helper()
	const mark = `class="aside stale"`
	if n := strings.Count(r.page, mark); n != len(r.Stale) {
		t.Errorf("%s: %d stale references, and the page marks %d", name, len(r.Stale), n)
	}
	for _, s := range r.segments {
		if s.Folded && strings.Contains(string(s.HTML), mark) {
			t.Errorf("%s: a stale reference is folded away", name)
		}
	}
	in, old := 0, 0
	for _, row := range r.table {
		in += strings.Count(string(row.NewHTML), mark)
		old += strings.Count(string(row.OldHTML), mark)
		if row.Folded && strings.Contains(string(row.NewHTML), mark) {
			t.Errorf("%s: a stale reference is folded away in the table", name)
		}
	}
	if in != len(r.Stale) || old > 0 {
		t.Errorf("%s: %d stale references, and the new column marks %d, the old one %d", name, len(r.Stale), in, old)
	}
	sections := 0
	for i := range r.Sections {
		sections += len(r.Sections[i].Stale)
	}
	if sections != len(r.Stale) {
		t.Errorf("%s: %d stale references, and %d in its sections", name, len(r.Stale), sections)
	}
}

// TestStale compares texts of which one reference, or none, is stale.
func TestStale(t *testing.T) {
	zh := func(rest string) string { return "## 第一条 目的\n\n为便于查阅制定。\n\n" + rest }
	fees := "## 第%条 费用\n\n每月交纳十元，逾期的停用。\n\n"
	term := "## 第%条 期限\n\n期限为一年，期满自动续期。\n\n"
	at := func(clause, n string) string { return strings.Replace(clause, "%", n, 1) }
	end := func(words string) string { return "## 附则\n\n" + words + "\n" }
	for _, c := range []struct{ name, old, new, want string }{
		{"another clause", zh(at(fees, "二") + at(term, "三") + end("依第二条办理。")), zh(at(term, "二") + at(fees, "三") + end("依第二条办理。")), "第二条: 费用 > 期限"},
		{"no clause", zh(at(fees, "二") + at(term, "三") + end("依第三条办理。")), zh(at(fees, "二") + end("依第三条办理。")), "第三条: 期限 > "},
		{"renumbered away", zh(at(fees, "二") + end("依第二条办理。")), zh(at(fees, "九") + end("依第二条办理。")), "第二条: 费用 > "},
		{"at the end", zh(at(fees, "二") + at(term, "三") + end("依第二条")), zh(at(term, "二") + at(fees, "三") + end("依第二条")), "第二条: 费用 > 期限"},
		{"in a link", zh(at(fees, "二") + at(term, "三") + end("依[第二条](https://a.example/)办理。")), zh(at(term, "二") + at(fees, "三") + end("依[第二条](https://a.example/)办理。")), ""},
		{"both of two", zh(at(fees, "二") + at(term, "三") + end("依第二条和第三条办理。")), zh(at(term, "二") + at(fees, "三") + end("依第二条和第三条办理。")), ""},
		{"follows", zh(at(fees, "二") + at(term, "三") + end("依第二条办理。")), zh(at(term, "二") + at(fees, "三") + end("依第三条办理。")), ""},
		{"new words", zh(at(fees, "二") + at(term, "三") + end("没有引用。")), zh(at(term, "二") + at(fees, "三") + end("没有引用。依第二条办理。")), ""},
		{"wrong before", zh(at(fees, "二") + end("依第三条办理。")), zh(at(fees, "二") + at(term, "三") + end("依第三条办理。")), ""},
		{"written anew under its heading", zh(at(fees, "二") + end("依第二条办理。")), zh("## 第二条 费用\n\n本服务免费，广告除外，具体以页面公布的为准。\n\n" + end("依第二条办理。")), ""},
		{"of a law", zh(at(fees, "二") + at(term, "三") + end("依《示例法》第二条办理。")), zh(at(term, "二") + at(fees, "三") + end("依《示例法》第二条办理。")), ""},
		{"of several with the number", zh(at(fees, "二") + end("依第二条办理。")), zh(at(fees, "三") + "## 第二章\n\n" + at(term, "二") + "## 第三章\n\n" + at(term, "二") + end("依第二条办理。")), ""},
	} {
		r := checkLaw(t, c.name, parse(c.old, "zh"), parse(c.new, "zh"))
		var got []string
		for _, s := range r.Stale {
			got = append(got, s.Words+": "+s.Was+" > "+s.Now)
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
