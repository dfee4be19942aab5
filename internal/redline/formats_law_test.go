package redline_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"

	"pgregory.net/rapid"
)

// look is a character as a page shows it.
type look struct {
	char  rune
	marks policy.Marks
	link  string
	lang  string
}

// looksOf returns the characters of runs, without white space.
func looksOf(runs []policy.Run, in func(policy.Op) bool) (out []look) {
	for _, r := range runs {
		if !in(r.Op) {
			continue
		}
		link := ""
		if r.Link != nil {
			link = r.Link.Dest
		}
		for _, c := range r.Text {
			if !unicode.IsSpace(c) {
				out = append(out, look{c, r.Marks, link, r.Lang})
			}
		}
	}
	return out
}

// drawFormatted makes runs of words with formats on random stretches of them.
func drawFormatted(t *rapid.T, words string) []policy.Run {
	all := []rune(words)
	looks := make([]look, len(all))
	links := map[string]*policy.Link{"": nil, "https://a.example/": {Kind: policy.LinkExternal, Dest: "https://a.example/"}}
	for range rapid.IntRange(0, 4).Draw(t, "formats") {
		from := rapid.IntRange(0, len(all)).Draw(t, "from")
		to := min(len(all), from+rapid.IntRange(1, 8).Draw(t, "length"))
		mark := policy.Marks(1) << rapid.IntRange(0, 9).Draw(t, "mark")
		kind := rapid.IntRange(0, 7).Draw(t, "kind")
		for i := from; i < to; i++ {
			switch kind {
			case 0:
				looks[i].link = "https://a.example/"
			case 1:
				looks[i].lang = "fr"
			default:
				looks[i].marks |= mark
			}
		}
	}
	var out []policy.Run
	for i, c := range all {
		x := looks[i]
		if n := len(out); n > 0 && looks[i-1] == x {
			out[n-1].Text += string(c)
			continue
		}
		out = append(out, policy.Run{Text: string(c), Marks: x.marks, Link: links[x.link], Lang: x.lang})
	}
	return out
}

func formatted(runs []policy.Run) *policy.Text {
	c := &policy.Clause{ID: "c-0", Form: policy.Preamble, Depth: 1, Blocks: []policy.Block{{Kind: policy.Para, Runs: runs}}}
	return &policy.Text{Lang: "zh", Clauses: []*policy.Clause{c}}
}

// TestFormatsAreTold: on random formats of random stretches, leaving out what
// was deleted gives the new words with their formats, no word stays whose
// wording differs, and each other difference is told with its words.
func TestFormatsAreTold(t *testing.T) {
	t.Parallel()
	material := []string{"保存期限为 30 日，", "10条5款", "不得", "We may not share 10 m2 of it. ", "re-sign on January 1, 2026 ", "三十（30）日内", "x1", "《办法》", "bravo bravo "}
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOfN(rapid.SampledFrom(material), 1, 5).Draw(t, "words"), "")
		a := drawFormatted(t, words)
		if rapid.IntRange(0, 2).Draw(t, "edited") == 0 {
			words = strings.Replace(words, rapid.SampledFrom([]string{"30", "not", "期限", "10"}).Draw(t, "cut"), rapid.SampledFrom([]string{"", "15"}).Draw(t, "put"), 1)
		}
		b := drawFormatted(t, words)
		old, new := formatted(a), formatted(b)
		checkFormats(t, old, new)
		checkFormats(t, new, old)
		there, back := redline.Compare(context.Background(), old, new), redline.Compare(context.Background(), new, old)
		for _, ops := range [][2]policy.Op{{policy.Inserted, policy.Deleted}, {policy.Deleted, policy.Inserted}, {policy.MovedTo, policy.MovedFrom}, {policy.MovedFrom, policy.MovedTo}} {
			x, y := marked(there, ops[0]), marked(back, ops[1])
			if !slices.Equal(x, y) {
				t.Fatalf("swapped, %v is %v", x, y)
			}
		}
	})
}

// marked returns the characters with an op.
func marked(r *redline.Redline, op policy.Op) (out []look) {
	for _, b := range r.Sections[0].Clause.Blocks {
		out = append(out, looksOf(b.Runs, func(o policy.Op) bool { return o == op })...)
	}
	return out
}

func checkFormats(t *rapid.T, old, new *policy.Text) {
	t.Helper()
	r := redline.Compare(context.Background(), old, new)
	any := func(policy.Op) bool { return true }
	from, to := looksOf(old.Clauses[0].Blocks[0].Runs, any), looksOf(new.Clauses[0].Blocks[0].Runs, any)
	if len(r.Sections[0].Clause.Blocks) != 1 {
		return // nothing stayed
	}
	runs := r.Sections[0].Clause.Blocks[0].Runs
	if r.Sections[0].Clause.Blocks[0].Op != policy.Same {
		return
	}
	if got := looksOf(runs, policy.Op.InNew); !slices.Equal(got, to) {
		t.Fatalf("without deletions\n%v, want\n%v", got, to)
	}
	var want string
	var movedFrom, movedTo []look
	k := 0
	for _, run := range runs {
		for _, x := range looksOf([]policy.Run{run}, any) {
			if run.Op == policy.MovedTo {
				movedTo = append(movedTo, x)
			}
			if !run.Op.InOld() {
				continue
			}
			y := from[k]
			k++
			if x.char != y.char || !run.Op.InNew() && x != y {
				t.Fatalf("%v stands for %v", x, y)
			}
			if run.Op == policy.MovedFrom {
				movedFrom = append(movedFrom, y)
			}
			want += otherLook(t, y, x)
		}
	}
	if k != len(from) {
		t.Fatalf("%d of %d characters of the old text", k, len(from))
	}
	if got := toldLooks(t, r, false); got != want {
		t.Fatalf("told are %q, want %q: %+v", got, want, r.Changes)
	}
	if r.Counts.Of(redline.Moved) == 1 { // of several the order differs
		want = ""
		for i, x := range movedTo {
			want += otherLook(t, movedFrom[i], x)
		}
		if got := toldLooks(t, r, true); got != want {
			t.Fatalf("told of what moved are %q, want %q: %+v", got, want, r.Changes)
		}
	}
	if !slices.Equal(from, to) && len(r.Changes) == 0 {
		t.Fatalf("no change from\n%v to\n%v", from, to)
	}
}

// otherLook returns a character that stayed or moved, where it looks different.
func otherLook(t *rapid.T, old, new look) string {
	if (new.marks^old.marks)&policy.Wording != 0 {
		t.Fatalf("%q stayed, with marks %b and %b", new.char, old.marks, new.marks)
	}
	if new.marks != old.marks || new.lang != old.lang {
		return string(new.char)
	}
	return ""
}

// toldLooks returns the words that changes tell to look different: those of moves, or
// all others.
func toldLooks(t *rapid.T, r *redline.Redline, moved bool) string {
	out := ""
	for _, c := range r.Changes {
		if (c.Kind == redline.Moved) != moved {
			continue
		}
		for _, m := range c.Marks {
			out += strings.ReplaceAll(m.Words, " ", "")
			if m.Gone&m.Come != 0 || m.Gone|m.Come == 0 && m.OldLang == m.NewLang {
				t.Fatalf("%+v says nothing", m)
			}
		}
	}
	return out
}
