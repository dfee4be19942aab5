package redline_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
	"pgregory.net/rapid"
)

// TestNoChangeIsDenied: where the words, the struck words, what is raised or
// lowered, the notes or the figures of two forms of a clause differ, the verdict
// on it says so, whatever the redline made of them.
func TestNoChangeIsDenied(t *testing.T) { eachPair(t, deniesNothing) }

func deniesNothing(t reporter, name string, r *redline.Redline) {
	for i := range r.Sections {
		s := &r.Sections[i]
		if s.Old == nil || s.New == nil {
			if s.Verdict() != redline.Words {
				t.Errorf("%s: #%s is in one text, and its verdict is %d", name, s.Clause.ID, s.Verdict())
			}
			continue
		}
		was, is := readOf(r.Old, s.Old), readOf(r.New, s.New)
		if was != is && s.Verdict() != redline.Words && !saysSame(r, s, was, is) {
			t.Errorf("%s: #%s has verdict %d, and says\n%s\ninstead of\n%s", name, s.Clause.ID, s.Verdict(), is, was)
		}
	}
}

// TestWhatDiffersInHTMLIsListed: where the HTML of a clause differs, a change is
// listed for it, and the clause is not folded, unless only a label or a
// reference followed another.
func TestWhatDiffersInHTMLIsListed(t *testing.T) { eachPair(t, listsHTML) }

func listsHTML(t reporter, name string, r *redline.Redline) {
	for i := range r.Sections {
		s := &r.Sections[i]
		if s.Old == nil || s.New == nil {
			continue
		}
		was, is := bareRefs(s.Old), bareRefs(s.New)
		if was == is {
			continue // and so is what is left of either
		}
		if was, is = bare(was), bare(is); was == is {
			continue
		}
		if len(s.Changes) == 0 {
			t.Errorf("%s: no change is listed for #%s, which is\n%s\ninstead of\n%s", name, s.Clause.ID, is, was)
		}
		if r.Folds(s) && labels.ReplaceAllString(was, "") != labels.ReplaceAllString(is, "") && !follows(r, s) {
			t.Errorf("%s: #%s is folded as unchanged and is\n%s\ninstead of\n%s", name, s.Clause.ID, is, was)
		}
	}
}

// eachPair calls f for pairs of the corpus, where it is there, and for random
// edits.
func eachPair(t *testing.T, f func(t reporter, name string, r *redline.Redline)) {
	for _, lang := range langs {
		if len(corpora[lang]()) == 0 {
			continue
		}
		for _, p := range corpusPairs(t, lang, false) {
			f(t, string(lang)+" "+p.String(), p.compare())
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		a := drawText(rt, lang)
		b := touch(rt, edit(rt, a, lang), lang)
		r := redline.Compare(t.Context(), parse(strings.Join(a, "\n\n"), lang), parse(strings.Join(b, "\n\n"), lang))
		f(rt, fmt.Sprintf("random: %q to %q", a, b), r)
	})
}

// touch makes small edits inside blocks: formats on parts of words, struck words,
// notes, white space, punctuation, links.
func touch(t *rapid.T, bs []string, lang policy.Lang) []string {
	bs = slices.Clone(bs)
	for range rapid.IntRange(0, 4).Draw(t, "touches") {
		if len(bs) == 0 {
			break
		}
		i := rapid.IntRange(0, len(bs)-1).Draw(t, "block")
		of := [][2]string{
			{"30", "<sup>30</sup>"}, {"15", "1<sub>5</sub>"}, {"三十", "**三**十"}, {"collect", "col**lect**"}, {"信息", "~~信息~~"}, {"data", "~~data~~"}, {"不会", "会"}, {"not ", ""},
			{" ", "\u00a0"}, {" ", "  "}, {"，", ", "}, {"。", "，"}, {". ", "; "}, {"、", ""},
			{"example.com/a", "example.com/b"}, {"a.png", "b.png"}, {"30,000.50", "30,000.05"}, {"[^n]: ", "[^n]: Not. "}, {"[^m]: ", "[^m]: Not. "}, {"- ", "1. "}, {"## ", "### "}, {"\n- ", "\n  - "}, {"```\n", "```\n  "},
		}
		p := of[rapid.IntRange(0, len(of)-1).Draw(t, "touch")]
		bs[i] = strings.Replace(bs[i], p[0], p[1], 1)
	}
	return bs
}

// readOf spells what a clause says, apart from its labels, its punctuation and its
// white space: words, what is struck, raised or lowered in them, images by
// address, its notes where they are cited, and the notes of these.
func readOf(t *policy.Text, c *policy.Clause) string {
	notes := map[int]*policy.Block{}
	for _, d := range t.Clauses {
		if d.Form == policy.Endnotes {
			for i := range d.Blocks {
				notes[d.Blocks[i].Level] = &d.Blocks[i]
			}
		}
	}
	var b strings.Builder
	within := map[int]bool{} // notes that are being read: one may cite itself
	var read func(runs []policy.Run, blocks []policy.Block)
	read = func(runs []policy.Run, blocks []policy.Block) {
		for _, r := range runs {
			switch {
			case r.Kind == policy.NoteRef && !within[r.Num] && notes[r.Num] != nil:
				within[r.Num] = true
				b.WriteString("<")
				read(nil, notes[r.Num].Blocks)
				b.WriteString(">")
				within[r.Num] = false
			case r.Kind == policy.NoteRef:
			case r.Kind == policy.Image:
				b.WriteString("<image " + r.Image.Dest + ">" + said(r.Text, 0))
			default:
				b.WriteString(said(r.Text, r.Marks))
			}
		}
		for i := range blocks {
			read(blocks[i].Runs, blocks[i].Blocks)
		}
	}
	read(c.Head, c.Blocks)
	return b.String()
}

// said spells letters and digits one by one, each with what decides how it reads.
func said(s string, m policy.Marks) string {
	mark := ""
	for _, x := range []struct {
		m policy.Marks
		s string
	}{{policy.Strike, "~"}, {policy.Superscript, "^"}, {policy.Subscript, "_"}} {
		if m&x.m != 0 {
			mark += x.s
		}
	}
	var b strings.Builder
	for _, r := range norm.NFKC.String(width.Fold.String(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteString(mark)
			b.WriteRune(r)
		}
	}
	return b.String()
}

func bareRefs(c *policy.Clause) string {
	w := newWriter()
	w.Clause(c)
	return string(w.HTML())
}

var (
	ids    = regexp.MustCompile(` (?:id|href|aria-label|width|height|aria-labelledby)="[^"]*"`)
	asides = regexp.MustCompile(`<(a|strong|span) class="[^"]*\baside\b[^"]*"[^>]*>[^<]*</(a|strong|span)>`)
	refs   = regexp.MustCompile(`<sup class="note-ref">.*?</sup>|<span class="label">\[[0-9]+\]</span>`)
	labels = regexp.MustCompile(`<a class="label">[^<]*</a>\s*`)
	edges  = regexp.MustCompile(`(<li>) | (</(?:li|h[1-6])>)`)
	pre    = regexp.MustCompile(`(?s)<pre>.*?</pre>`)
	space  = regexp.MustCompile(`[ \n\t]+`)
)

// bare is the HTML of a clause but for asides, ids, numbers of notes and sizes of
// images.
func bare(s string) string {
	s = asides.ReplaceAllString(s, "")
	s = pre.ReplaceAllStringFunc(s, shownSpaces)
	s = refs.ReplaceAllString(s, "")
	s = space.ReplaceAllString(ids.ReplaceAllString(s, ""), " ")
	return strings.TrimSpace(edges.ReplaceAllString(s, "$1$2"))
}

// shownSpaces makes every space of a listing a word: there they show.
func shownSpaces(listing string) string {
	return strings.NewReplacer(" ", "␣", "\n", "↵", "\t", "⇥").Replace(listing)
}
