package redline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/internal/label"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestPlantedReferences makes agreements of the sections of real texts, with
// references between them. A section comes in, goes or moves, the labels are
// numbered anew and all references follow: none may be called stale. Then one of
// them stays as it was: that one must be.
func TestPlantedReferences(t *testing.T) {
	t.Log("language  sources          edit      planted  found  false")
	seeds := uint64(25)
	if testing.Short() {
		seeds = 8
	}
	for _, lang := range []policy.Lang{"zh", "en"} {
		for _, from := range []string{"the own site", "the corpus"} {
			sections := ownSections(t, lang)
			if from == "the corpus" {
				if testing.Short() {
					continue
				}
				sections = corpusSections(t, lang)
			}
			all, hit := 0, 0
			for _, edit := range []string{"insert", "delete", "move", "swap"} {
				planted, found, wrong := 0, 0, 0
				for seed := range seeds {
					x := newAgreement(lang, sections, rand.New(rand.NewPCG(seed, uint64(len(edit)))))
					before := x.parts
					x.edit(edit)
					after := x.parts
					x.parts = before
					old := x.write(nil)
					x.parts = after
					stays := x.stays()
					if stays == nil {
						continue
					}
					planted++
					if r := redline.Compare(t.Context(), old, x.write(nil)); len(r.Stale) > 0 {
						wrong++
						t.Errorf("%s, %s of %s, %d: all references follow, and stale are %+v", lang, edit, from, seed, r.Stale)
					}
					if r := checkLaw(t, edit, old, x.write(stays)); slices.ContainsFunc(r.Stale, func(s redline.StaleReference) bool { return s.Words == stays.was }) {
						found++
					} else {
						t.Logf("%s, %s of %s, %d: not found: %s", lang, edit, from, seed, stays.was)
					}
				}
				t.Logf("%-9s %-16s %-9s %7d %6d %6d", lang, from, edit, planted, found, wrong)
				all, hit = all+planted, hit+found
			}
			if hit*100 < all*95 {
				t.Errorf("%s, %s: %d of %d stale references found", lang, from, hit, all)
			}
		}
	}
}

// section is a heading with its paragraphs.
type section struct {
	head  string
	paras []string
}

// sectionsOf returns the sections of a text that have words enough to be known
// again, without their own references.
func sectionsOf(text *policy.Text) []section {
	var out []section
	for _, c := range text.Clauses {
		if c.Form != policy.Heading || len(c.Head) == 0 {
			continue
		}
		s := section{head: strings.Join(strings.Fields(policy.PlainRuns(c.Head)), " ")}
		for _, p := range policy.PlainBlocks(c.Blocks) {
			p = strings.Join(strings.Fields(p), " ")
			if _, _, labelled := label.Parse(p); len(p) > 60 && !labelled && !strings.ContainsAny(p, "#[]()*_`<>|&~\\第0123456789") {
				s.paras = append(s.paras, p)
			}
		}
		if len(s.paras) > 0 && len(s.head) > 3 && !strings.ContainsAny(s.head, "#[]()*_`<>|&~\\第0123456789") {
			out = append(out, s)
		}
	}
	return out
}

// distinct leaves out sections whose heading or first words came before.
func distinct(all []section) []section {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(s section) bool {
		twice := seen[s.head] || seen[s.paras[0]]
		seen[s.head], seen[s.paras[0]] = true, true
		return twice
	})
}

func ownSections(t *testing.T, lang policy.Lang) (out []section) {
	files, _ := filepath.Glob("../../content/*/*/" + string(lang) + ".md")
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(src), "+++\n"), "\n+++\n")
		out = append(out, sectionsOf(parse(body, lang))...)
	}
	return distinct(out)
}

func corpusSections(t *testing.T, lang policy.Lang) (out []section) {
	texts := corpus(t, lang)
	var names []string
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, v := range texts[name] {
			out = append(out, sectionsOf(v.text)...)
		}
	}
	return distinct(out)
}

// agreement is an agreement of sections and of references between them.
type agreement struct {
	*rand.Rand
	lang  policy.Lang
	parts []*planted
	spare []section
	style int
}

// planted is a section with what it refers to.
type planted struct {
	section
	items bool
	refs  []*ref
}

// ref is a reference; its words are those that it had when it was written last.
type ref struct {
	to, end   *planted // end: of a range
	item      int      // of its list, or 0
	was, next string
}

func newAgreement(lang policy.Lang, sections []section, r *rand.Rand) *agreement {
	x := &agreement{Rand: r, lang: lang, style: r.IntN(3)}
	for _, i := range r.Perm(len(sections))[:min(12, len(sections))] {
		s := sections[i]
		s.paras = s.paras[:min(3, len(s.paras))]
		if len(x.parts) < 9 {
			x.parts = append(x.parts, &planted{section: s, items: r.IntN(3) == 0})
		} else {
			x.spare = append(x.spare, s)
		}
	}
	for _, p := range x.parts {
		for range 1 + r.IntN(2) {
			to := x.parts[r.IntN(len(x.parts))]
			f := &ref{to: to}
			switch {
			case to.items && r.IntN(2) == 0:
				f.item = 1 + r.IntN(3)
			case r.IntN(4) == 0:
				if end := x.parts[r.IntN(len(x.parts))]; slices.Index(x.parts, end) > slices.Index(x.parts, to)+1 {
					f.end = end
				}
			}
			p.refs = append(p.refs, f)
		}
	}
	return x
}

// edit changes the order of the sections. References to one that goes, and ranges
// that lose their ends, are taken out of the old text too: they could not follow.
func (x *agreement) edit(how string) {
	x.parts = slices.Clone(x.parts)
	k := 1 + x.IntN(len(x.parts)-4)
	switch how {
	case "insert":
		x.parts = slices.Insert(x.parts, k, &planted{section: x.spare[0]})
	case "delete":
		gone := x.parts[k]
		x.parts = slices.Delete(x.parts, k, k+1)
		for _, p := range x.parts {
			p.refs = slices.DeleteFunc(p.refs, func(f *ref) bool { return f.to == gone || f.end == gone })
		}
	case "move":
		p := x.parts[k]
		x.parts = slices.Delete(x.parts, k, k+1)
		x.parts = slices.Insert(x.parts, k+2, p)
	case "swap":
		x.parts[k], x.parts[k+2] = x.parts[k+2], x.parts[k]
	}
	for _, p := range x.parts { // ranges hold what they held
		p.refs = slices.DeleteFunc(p.refs, func(f *ref) bool {
			return f.end != nil && slices.Index(x.parts, f.end) <= slices.Index(x.parts, f.to)+1
		})
	}
}

// stays returns a reference whose words would have to change and that stays, or
// nil.
func (x *agreement) stays() *ref {
	var out []*ref
	for _, p := range x.parts {
		for _, f := range p.refs {
			if f.end == nil && x.spell(f) != f.was {
				out = append(out, f)
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	f := out[x.IntN(len(out))]
	f.was, f.next = f.head(), f.was
	return f
}

// head is the part of a reference that names the clause.
func (f *ref) head() string {
	if f.item == 0 {
		return f.was
	}
	if at := strings.Index(f.was, "条"); at > 0 {
		return f.was[:at+len("条")]
	}
	return f.was[:strings.Index(f.was, "(")]
}

// spell writes a reference as the sections stand now.
func (x *agreement) spell(f *ref) string {
	n := slices.Index(x.parts, f.to) + 1
	if x.lang == "zh" {
		switch {
		case f.end != nil:
			return fmt.Sprintf("第%s条至第%s条", han(n), han(slices.Index(x.parts, f.end)+1))
		case f.item > 0:
			return fmt.Sprintf("第%s条第（%s）项", han(n), han(f.item))
		}
		return fmt.Sprintf("第%s条", han(n))
	}
	word := [...]string{"Article", "Section", "clause"}[x.style]
	switch {
	case f.end != nil:
		return fmt.Sprintf("%ss %d to %d", word, n, slices.Index(x.parts, f.end)+1)
	case f.item > 0:
		return fmt.Sprintf("%s %d(%c)", word, n, 'a'+f.item-1)
	}
	return fmt.Sprintf("%s %d", word, n)
}

func han(n int) string {
	return [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}[n]
}

// write writes the text; the reference that stays is written as it was.
func (x *agreement) write(stays *ref) *policy.Text {
	var b strings.Builder
	for i, p := range x.parts {
		switch {
		case x.lang == "zh" && x.style == 0:
			fmt.Fprintf(&b, "## %s、%s\n\n", han(i+1), p.head)
		case x.lang == "zh":
			fmt.Fprintf(&b, "## 第%s条 %s\n\n", han(i+1), p.head)
		case x.style == 0:
			fmt.Fprintf(&b, "## Article %d %s\n\n", i+1, p.head)
		default:
			fmt.Fprintf(&b, "## %d. %s\n\n", i+1, p.head)
		}
		b.WriteString(strings.Join(p.paras, "\n\n") + "\n\n")
		for k, f := range p.refs {
			words := x.spell(f)
			if f == stays {
				words = f.next
			} else if stays == nil && f.next == "" {
				f.was = words
			}
			if x.lang == "zh" {
				fmt.Fprintf(&b, [...]string{"违反本协议%s约定的，承担相应的责任。\n\n", "%s另有约定的，从其约定。\n\n"}[k%2], words)
			} else {
				fmt.Fprintf(&b, [...]string{"Nothing here limits what %s of this Agreement provides.\n\n", "This is subject to %s and to what the parties agree in writing.\n\n"}[k%2], words)
			}
		}
		for n := range 3 {
			if p.items && x.lang == "zh" {
				fmt.Fprintf(&b, "（%s）%s中的第%d种情形；\n\n", han(n+1), p.head, n+1)
			} else if p.items {
				fmt.Fprintf(&b, "(%c) the case of number %d under %s;\n\n", 'a'+n, n+1, p.head)
			}
		}
	}
	return parse(b.String(), x.lang)
}
