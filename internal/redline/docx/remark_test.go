package docx_test

import (
	"slices"
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
		want := redline.Compare(t.Context(), old, new).Stale
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

// TestUnseenBeside: characters that came or went and that Word does not show are
// named in a remark, and so are those of an address; in notes there are none.
func TestUnseenBeside(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{"We may share.", "We may&#x2060;&#x2061; share.", "U+2060 U+2061"},
		{"We re&shy;tain it.", "We retain it.", "U+00AD"},
		{"It is &#x200b;moved, with all of its many words.\n\n# One\n\nOther words of this text.", "It is &#x200b;kept, with all of its many words.\n\n# One\n\nOther words of this text.", ""},
		{"See [it](https://a.cn/b).", "See [it](https://a.cn/b&#x200b;).", "link “it”: https://a.cn/b → https://a.cn/bU+200B"},
		{"See.[^1]\n\n[^1]: Not here.", "See.[^1]\n\n[^1]: Not&#x200b; here.", ""},
	} {
		old, new := parse2([]byte(tt.old), "en"), parse2([]byte(tt.new), "en")
		var got []string
		for _, c := range checkLaw(t, tt.new, old, new).comments.kids {
			var b strings.Builder
			c.walk(func(n *node) { b.WriteString(n.text) })
			got = append(got, b.String())
		}
		got = slices.DeleteFunc(got, func(s string) bool { return strings.TrimSpace(s) == "" })
		if s := strings.Join(got, " | "); s != tt.want {
			t.Errorf("%q and %q: remarks %q, want %q", tt.old, tt.new, s, tt.want)
		}
	}
}
