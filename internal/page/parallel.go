package page

import (
	"html/template"
	"slices"
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/html"
	"diptych/internal/policy"
)

// parallel is the page that shows a version's text with that in another language
// beside it. The version has both.
func (s *Series) parallel(pg Page) *Parallel {
	p, ref, v := s.policy, pg.Ref, s.versionAt(pg.Ref)
	left, right := v.Text(ref.Lang), v.Text(ref.Other)
	view := &Parallel{
		Text: *s.frame(pg, v, left),
		Left: s.column(p, v, left, ref), Right: s.column(p, v, right, ref),
	}
	view.Attached = append(view.Attached, unlisted(s.attachments(p, v, right, ref), view.Attached)...)
	if prev := p.Previous(v); prev != nil && prev.HasBoth(ref.Lang, ref.Other) {
		at := policy.Ref{Lang: ref.Lang, Policy: p.Slug, Version: v.Name, Base: prev.Name, Other: ref.Other}
		if s.diff(p, prev, v, ref) != "" {
			view.FromPrev = s.href(at, ref)
		}
	}
	if !v.Erased {
		s.fillPairs(view, v, left, right, ref)
	}
	return view
}

// fillPairs writes the two texts of the version, piece by piece.
func (s *Series) fillPairs(view *Parallel, v *policy.Version, left, right *policy.Text, ref policy.Ref) {
	l, r := s.side(v, left, ref, false), s.side(v, right, ref, true)
	l.Outline(left.Clauses)
	view.Outline = l.HTML()
	both := s.alignments.Of(s.ctx, left, right)
	pairs := together(both.Pairs())
	there := make(map[string]bool)
	for _, a := range left.Anchors() {
		there[a] = true
	}
	for _, pair := range pairs {
		row := ParallelRow{
			Clause: pair.Clause.ID,
			Left:   Cell{HTML: pieces(l, pair.Left)},
			Right:  Cell{HTML: pieces(r, pair.Right)},
			Head:   len(pair.Left) > 0 && pair.Left[0].Head() || len(pair.Right) > 0 && pair.Right[0].Head(),
		}
		switch {
		case len(pair.Right) == 0:
			row.Right.Alone = s.alone(pair, pair.Left, left, right, both, r)
		case len(pair.Left) == 0:
			row.Left.Alone = s.alone(pair, pair.Right, right, left, both, l)
			if id := pair.Clause.ID; row.Head && !there[id] {
				row.ID, there[id] = id, true
				row.Also = free(pair.Clause.Also, there)
			}
		}
		if pair.Moved || len(pair.Left) > 0 && len(pair.Right) > 0 {
			row.Left.Lacks, row.Right.Lacks = s.lacks(pair, right, ref), s.lacks(pair, left, ref)
		}
		view.Rows = append(view.Rows, row)
	}
}

// together joins the pairs of a clause that follow each other and lack the
// same side for the same reason, so that it is said once.
func together(pairs []bitext.Pair) []bitext.Pair {
	out := make([]bitext.Pair, 0, len(pairs))
	for _, p := range pairs {
		if n := len(out); n > 0 && alike(&out[n-1], &p) {
			last := &out[n-1]
			last.Left, last.Right = slices.Concat(last.Left, p.Left), slices.Concat(last.Right, p.Right)
			last.Alone = slices.Concat(last.Alone, p.Alone)
			continue
		}
		out = append(out, p)
	}
	return out
}

// alike reports whether two pairs lack the same side for the same reason.
func alike(p, q *bitext.Pair) bool {
	switch {
	case p.Clause != q.Clause, p.Moved != q.Moved:
		return false
	case len(p.Left) > 0 && len(p.Right) > 0, len(p.Left) == 0 != (len(q.Left) == 0), len(p.Right) == 0 != (len(q.Right) == 0):
		return false
	}
	return p.Moved || declared(p) == declared(q)
}

// declared returns the clause that declares a pair to stand in one language
// only, or nil.
func declared(p *bitext.Pair) *policy.Clause {
	if len(p.Alone) == 0 {
		return nil
	}
	return p.Alone[0].Declared
}

// column is what stands at the head of one of the two columns.
func (m *Maker) column(p *policy.Policy, v *policy.Version, t *policy.Text, from policy.Ref) Column {
	version := ""
	if from.Version != "" {
		version = v.Name
	}
	return Column{
		Lang: t.Lang, Tag: m.tag(t.Lang), Title: t.Title,
		Href:     m.href(policy.Ref{Lang: t.Lang, Policy: p.Slug, Version: version}, from),
		Prevails: p.Prevails == t.Lang,
	}
}

// secondPrefix stands before the ids of the second of two texts on a page, which
// is in the language.
func secondPrefix(l policy.Lang) string { return "d-" + string(l) + "-" }

// side writes one of two texts on a page. The ids of the second one get its
// language before them, so that none is there twice.
func (m *Maker) side(v *policy.Version, t *policy.Text, ref policy.Ref, second bool) *html.Writer {
	return html.NewWriter(m.sideOptions(v, t, ref, second))
}

func (m *Maker) sideOptions(v *policy.Version, t *policy.Text, ref policy.Ref, second bool) html.Options {
	opt := m.options(ref, shown{ref.Policy, v.Name, t.Lang})
	opt.Words = m.words(t.Lang)
	if second {
		opt.Prefix = secondPrefix(t.Lang)
	}
	return opt
}

// alone says why there is nothing of the other text beside the pieces of a pair.
// It is nil where nothing is to be said, as of a rule. w writes the other column.
func (m *Maker) alone(pair bitext.Pair, ps []bitext.Piece, in, other *policy.Text, b *bitext.Bitext, w *html.Writer) *Alone {
	if !pair.Moved && len(pair.Alone) == 0 {
		return nil
	}
	out := &Alone{Lang: in.Lang, Tag: m.tag(other.Lang)}
	if c := declared(&pair); c != nil && !pair.Moved {
		out.Reason = c.Reason
	}
	for i := 0; pair.Moved && out.Elsewhere == ""; i++ {
		if there := b.Elsewhere(ps[i]); there != nil {
			out.Elsewhere = "#" + w.Anchor(there.ID)
		}
	}
	return out
}

// lackLen is how many characters of a part tell which it is.
const lackLen = 60

// lacks says what of a row stands in one text only, where not all of it does.
func (m *Maker) lacks(pair bitext.Pair, in *policy.Text, ref policy.Ref) []Lack {
	var out []Lack
	for _, l := range pair.Alone {
		if l.In != in {
			continue
		}
		lack := Lack{Lang: in.Lang, WordsTag: m.tag(in.Lang), Tag: m.tag(l.Other.Lang), PageTag: m.tagUnless(ref.Lang, l.Other.Lang)}
		if l.Declared != nil {
			lack.Reason = l.Declared.Reason
		}
		for _, u := range l.Units {
			lack.Words = append(lack.Words, beginning(strings.Join(strings.Fields(u.Words), " "), lackLen))
		}
		out = append(out, lack)
	}
	return out
}

// beginning cuts words to n characters.
func beginning(words string, n int) string {
	if r := []rune(words); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return words
}

// pieces writes parts of a text as they would stand in the whole of it. A
// clause that goes on in the next row has its id and label in the first one.
func pieces(w *html.Writer, ps []bitext.Piece) template.HTML {
	for len(ps) > 0 {
		n := 1
		for n < len(ps) && ps[n].Clause == ps[0].Clause {
			n++
		}
		part, blocks := *ps[0].Clause, cutBlocks(ps[:n])
		first := ps[0].First()
		part.Blocks = blocks
		switch {
		case part.Form == policy.Endnotes:
			if !first {
				part.ID = ""
			}
			w.Clause(&part)
		case first:
			w.Clause(&part)
		default:
			w.Blocks(blocks)
		}
		ps = ps[n:]
	}
	return w.HTML()
}

// cutBlocks returns the blocks of pieces of one clause: of a list, the items
// that are among them.
func cutBlocks(ps []bitext.Piece) []policy.Block {
	var out []policy.Block
	for i := 0; i < len(ps); {
		p := ps[i]
		i++
		switch {
		case p.Head():
		case p.Item < 0:
			out = append(out, *p.Block)
		default:
			list := *p.Block
			list.Start += p.Item
			if p.Item > 0 {
				list.ID = ""
			}
			for ; i < len(ps) && ps[i].Block == p.Block; i++ {
			}
			list.Blocks = p.Block.Blocks[p.Item : ps[i-1].Item+1]
			out = append(out, list)
		}
	}
	return out
}
