package docx_test

import (
	"strconv"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"

	"github.com/rogpeppe/go-internal/txtar"
)

// stale checks that a remark stands beside each reference that went stale.
func (a *archive) stale(t reporter, name string, r *redline.Redline) {
	t.Helper()
	said := map[string]int{}
	for _, c := range a.comments.kids {
		var b strings.Builder
		c.walk(func(n *node) { b.WriteString(n.text) })
		said[b.String()]++
	}
	for _, s := range r.Stale {
		if _, ok := policy.NoteNumber(s.ClauseID); ok {
			continue // Word knows no remarks in notes
		}
		line := options.Tool.T("diff.stale_line", "Words", s.Words, "Was", s.Was, "Now", s.Now)
		if s.Now == "" {
			line = options.Tool.T("diff.stale_lost", "Words", s.Words, "Was", s.Was)
		}
		if said[line]--; said[line] < 0 {
			t.Errorf("%s: no remark %q", name, line)
		}
	}
}

// beside returns the words that each remark stands beside, by its number.
func (a *archive) beside() map[string]string {
	out, open := map[string]string{}, map[string]bool{}
	a.body.walk(func(n *node) {
		switch n.name {
		case "commentRangeStart":
			open[n.attr["id"]] = true
		case "commentRangeEnd":
			delete(open, n.attr["id"])
		}
		for id := range open {
			out[id] += n.text
		}
	})
	return out
}

// TestRemarksStandBesideTheirWords checks that a remark about a stale reference
// is beside the reference alone.
func TestRemarksStandBesideTheirWords(t *testing.T) {
	for _, name := range []string{"en_reference_stale", "zh_reference_stale"} {
		f, err := txtar.ParseFile("../testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		old, new := parse2(f.Files[0].Data, policy.Lang(name[:2])), parse2(f.Files[1].Data, policy.Lang(name[:2]))
		beside := checkLaw(t, name, old, new).beside()
		want := redline.Compare(old, new).Stale
		for i, s := range want {
			if words := beside[strconv.Itoa(i+1)]; words != s.Words {
				t.Errorf("%s: the remark about %q stands beside %q", name, s.Words, words)
			}
		}
		if len(want) < 4 || len(beside) != len(want) {
			t.Errorf("%s: %d stale references, %d remarks", name, len(want), len(beside))
		}
	}
}

// TestFooterSaysWhatIsNotCompared in the language of the texts.
func TestFooterSaysWhatIsNotCompared(t *testing.T) {
	a := checkLaw(t, "footer", parse("T", "a", "en"), parse("T", "b", "en"))
	found := false
	a.footer.walk(func(n *node) { found = found || n.text == options.Tool.T("diff.not_compared") })
	if !found {
		t.Error("the footer does not say it")
	}
}
