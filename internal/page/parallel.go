package page

import (
	"bytes"
	"html/template"
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/html"
	"diptych/internal/policy"
)

// parallel plans the page that shows a version's text in the language of ref
// with that in ref.Other beside it. The version has both.
func (c *series) parallel(v *policy.Version, ref policy.Ref) Page {
	return Page{Ref: ref, Kind: KindParallel, Modified: v.Effective, View: func() any { return c.parallelView(v, ref) }}
}

func (c *series) parallelView(v *policy.Version, ref policy.Ref) *Parallel {
	left, right := v.Text(ref.Lang), v.Text(ref.Other)
	p := c.policy
	view := &Parallel{
		Text: *c.frame(KindParallel, v, left, ref),
		Left: c.column(p, v, left, ref), Right: c.column(p, v, right, ref),
	}
	if prev := p.Previous(v); prev != nil && c.bilingual(policy.Pair{Old: prev, New: v}, ref.Lang, ref.Other) {
		at := policy.Ref{Lang: ref.Lang, Policy: p.Slug, Version: v.Name, Base: prev.Name, Other: ref.Other}
		if c.diff(p, prev, v, ref) != "" {
			view.FromPrev = c.href(at, ref)
		}
	}
	l, r := c.sideEnv(v, left, ref, false), c.sideEnv(v, right, ref, true)
	view.Outline = c.html(func(b *bytes.Buffer) {
		l.Outline(b, left.Clauses, func(cl *policy.Clause) string { return "#" + cl.ID })
	})
	both := c.alignments.Of(left, right)
	pairs := together(both.Pairs())
	there := make(map[string]bool)
	for _, a := range left.Anchors() {
		there[a] = true
	}
	for _, pair := range pairs {
		row := ParallelRow{
			Clause: pair.Clause.ID,
			Left:   Cell{HTML: c.pieces(l, pair.Left)},
			Right:  Cell{HTML: c.pieces(r, pair.Right)},
			Head:   len(pair.Left) > 0 && pair.Left[0].Head() || len(pair.Right) > 0 && pair.Right[0].Head(),
		}
		switch {
		case len(pair.Right) == 0:
			row.Right.Alone = c.alone(pair.Left[0], left, right, both, r)
		case len(pair.Left) == 0:
			row.Left.Alone = c.alone(pair.Right[0], right, left, both, l)
			if id := pair.Clause.ID; row.Head && !there[id] {
				row.ID, there[id] = id, true
			}
		}
		view.Rows = append(view.Rows, row)
	}
	return view
}

// together joins the pairs of a clause that follow each other and have nothing
// on the same side, so that it is said once.
func together(pairs []bitext.Pair) []bitext.Pair {
	out := make([]bitext.Pair, 0, len(pairs))
	for _, p := range pairs {
		if n := len(out); n > 0 && out[n-1].Clause == p.Clause &&
			len(out[n-1].Left) == 0 == (len(p.Left) == 0) && len(out[n-1].Right) == 0 == (len(p.Right) == 0) &&
			(len(p.Left) == 0 || len(p.Right) == 0) {
			last := &out[n-1]
			last.Left, last.Right = slices.Concat(last.Left, p.Left), slices.Concat(last.Right, p.Right)
			continue
		}
		out = append(out, p)
	}
	return out
}

// column is what stands at the head of one of the two columns.
func (c *Context) column(p *policy.Policy, v *policy.Version, t *policy.Text, from policy.Ref) Column {
	version := ""
	if from.Version != "" {
		version = v.Name
	}
	return Column{
		Lang: t.Lang, Tag: c.tag(t.Lang), Title: t.Title,
		Href:     c.href(policy.Ref{Lang: t.Lang, Policy: p.Slug, Version: version}, from),
		Prevails: p.Prevails == t.Lang,
	}
}

// sideEnv is how one of two texts is written on a page. The ids of the second
// one get its language before them, so that none is there twice.
func (c *Context) sideEnv(v *policy.Version, t *policy.Text, ref policy.Ref, second bool) *html.Env {
	env := c.env(ref, shown{ref.Policy, v.Name, t.Lang})
	env.Words = c.words(t.Lang)
	if second {
		env.Anchor = func(id string) string { return "d-" + string(t.Lang) + "-" + id }
		href := env.Href
		env.Href = func(l *policy.Link) string {
			if at := href(l); len(at) > 1 && at[0] == '#' {
				return "#" + env.Anchor(at[1:])
			} else {
				return at
			}
		}
	}
	return env
}

// alone says why there is nothing of the other text beside a piece. env writes
// the other column.
func (c *Context) alone(p bitext.Piece, in, other *policy.Text, b *bitext.Bitext, env *html.Env) *Alone {
	out := &Alone{Lang: in.Lang, Tag: c.tag(other.Lang)}
	for cl := p.Clause; cl != nil; cl = cl.Parent {
		if cl.Only != "" {
			out.Reason = cl.Reason
			return out
		}
	}
	if other := b.Elsewhere(p); other != nil {
		id := other.ID
		if env.Anchor != nil {
			id = env.Anchor(id)
		}
		out.Elsewhere = "#" + id
	}
	return out
}

// pieces writes parts of a text as they would stand in the whole of it. A
// clause that goes on in the next row has its id and label in the first one.
func (c *Context) pieces(env *html.Env, ps []bitext.Piece) template.HTML {
	if len(ps) == 0 {
		return ""
	}
	return c.html(func(b *bytes.Buffer) {
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
				env.Clause(b, &part)
			case first:
				env.Clause(b, &part)
			default:
				env.Blocks(b, blocks)
			}
			ps = ps[n:]
		}
	})
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
