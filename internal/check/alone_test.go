package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// pageAlone lists the units of which the page of both languages says that they
// are in one of them only, and whether they are declared to be.
func pageAlone(b *bitext.Bitext) map[bitext.UnitKey]bool {
	out := map[bitext.UnitKey]bool{}
	for _, p := range b.Pairs() {
		for _, l := range p.Alone {
			for _, u := range l.Units {
				out[u.Key()] = l.Declared != nil
			}
		}
	}
	return out
}

// checkAlone lists the units of which a rule says so, before anything silences
// it.
func checkAlone(x twin) map[bitext.UnitKey]bool {
	out := map[bitext.UnitKey]bool{}
	d := x.divide()
	for _, l := range x.Alone() {
		for _, u := range l.Units {
			if d.ofClause(u) {
				out[u.Key()] = l.Declared != nil
			}
		}
	}
	for _, us := range d.items {
		for _, u := range us {
			out[u.Key()] = u.Clause.StandsAlone()
		}
	}
	for _, l := range d.paragraphs {
		for _, u := range l.Units {
			out[u.Key()] = l.Declared != nil
		}
	}
	return out
}

// aloneReports counts what the three rules report of such units.
func aloneReports(reports diag.List) (n int) {
	for _, pr := range reports {
		switch told := pr.Message.N; pr.Rule {
		case diag.ParityParagraph:
			n++
		case diag.ParityClause:
			if told == 2 {
				n++
			}
		case diag.ParityList:
			if told == 2 || told == 4 {
				n++
			}
		}
	}
	return n
}

// TestWhatAPageSaysOfTheOtherLanguageIsWhatCheckSays: what a page says to stand in
// one language only is what the rules find before a site silences them: no
// more, and no less; and where it finds something, a rule speaks.
func TestWhatAPageSaysOfTheOtherLanguageIsWhatCheckSays(t *testing.T) {
	hold := func(t interface{ Fatalf(string, ...any) }, name string, b bed) {
		g, reports := b.untouched()
		for _, x := range g.twins() {
			page, check := pageAlone(x.Bitext), checkAlone(x)
			if !maps.Equal(page, check) {
				t.Fatalf("%s: the page says so of %s, the rules of %s", name, spellKeys(page), spellKeys(check))
			}
			undeclared := slices.Contains(slices.Collect(maps.Values(page)), false)
			if n := aloneReports(reports); n > 0 != undeclared {
				t.Fatalf("%s: of %s the rules make %d reports", name, spellKeys(page), n)
			}
		}
	}
	short, long := "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n| 姓名 | 三年 |\n"
	const declared = "# 负责人 {only=\"zh\" reason=\"r\"}\n\n"
	for _, x := range [][2]string{{short, declared + long}, {declared + long, short}, {long, declared + short}, {declared + short, long}} {
		zh, en := []byte(sourceHead+x[0]), []byte(sourceHead+x[1])
		hold(t, x[0]+"\n-----\n"+x[1], newBed("declared", zh, en))
	}
	rapid.Check(t, func(t *rapid.T) {
		zh, en := drawSource(t, "zh"), drawSource(t, "en")
		hold(t, string(zh)+"\n-----\n"+string(en), newBed("generated", zh, en))
	})
	if testing.Short() {
		return
	}
	for _, b := range beds(t) {
		hold(t, b.name, b)
	}
}

const sourceHead = "+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n\n"

// drawSource makes a source of parts of every shape.
func drawSource(t *rapid.T, name string) []byte {
	part := rapid.SampledFrom([]string{"# 收集\n\n", "## Storage {#s}\n\n", "第一条 保存。\n\n", "Article 2 We store.\n\n", "- 甲\n- 乙\n\n", "- one\n- two\n- three\n\n",
		"- one\n  - sub\n  - item\n- two\n\n", "| a | b |\n|---|---|\n| 1 | 2 |\n| 姓名 | 三年 |\n\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n", "> quote 引文\n\n",
		"---\n\n", "我们在30日内删除。\n\n", "We delete within 30 days.\n\n", "x[^1]\n\n[^1]: note\n\n", "# 负责人 {only=\"zh\" reason=\"r\"}\n\n"})
	return []byte(sourceHead + strings.Join(rapid.SliceOfN(part, 0, 9).Draw(t, name), ""))
}

func spellKeys(keys map[bitext.UnitKey]bool) string {
	var out []string
	for k := range keys {
		if k.Clause != nil {
			out = append(out, policy.PlainRuns(k.Clause.Head))
		} else {
			out = append(out, strings.Join(policy.PlainBlocks([]policy.Block{*k.Block}), " "))
		}
	}
	slices.Sort(out)
	return fmt.Sprintf("%q", out)
}
