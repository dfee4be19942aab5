package page

import (
	"html/template"

	"diptych/internal/html"
	"diptych/internal/policy"
)

// text is a page that shows a version's text: the one that stands for the policy
// where its address names no version.
func (s *Series) text(pg Page) *Text {
	v, ref := s.versionAt(pg.Ref), pg.Ref
	t := v.TextOr(ref.Lang)
	words := shown{s.policy.Slug, v.Name, t.Lang}
	opt := s.options(ref, words)
	opt.Define = true
	opt.Aside = both(s.counterparts(v, ref, words), s.since(v, t, ref))
	view := s.frame(pg, v, t)
	view.Beside = s.besides(v, ref)
	view.Elsewhere = s.elsewhere(v, t, ref)
	s.fillWords(view, s.policy, v, t, ref, html.NewWriter(opt))
	s.fillRelated(view, s.policy, ref)
	if pg.Kind == KindText {
		view.Head.Data = s.linkedData(view, s.policy, v, t, ref)
	}
	return view
}

// frame is what a page says about the version whose text it shows.
func (s *Series) frame(pg Page, v *policy.Version, t *policy.Text) *Text {
	p, ref := s.policy, pg.Ref
	stable := policy.Ref{Lang: t.Lang, Policy: p.Slug}
	view := &Text{
		Base:      s.base(pg, t.Title, stable),
		Edition:   *s.edition(p, v, ref),
		Current:   ref.Version == "",
		Standing:  s.standing(v, t, ref),
		TextTag:   s.tag(t.Lang),
		Fallback:  s.fallback(p, t.Lang, ref),
		InForceAt: s.href(beside(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref), ref),
		Previous:  s.edition(p, p.Previous(v), ref),
		Next:      s.edition(p, p.Next(v), ref),
		FromPrev:  s.diff(p, p.Previous(v), v, ref),
		History:   s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug, Leaf: policy.LeafHistory}, ref),
		Notice:    max(p.Notice.Substantive, 0),
		Returns:   s.returns(p, v, ref),
		Ending:    s.ending(p, v, ref),
		Attached:  s.attachments(p, v, t, ref),
	}
	view.Band = s.band(p, nil, v, t.Lang, ref.Other)
	view.Head.Description = describe(v, t)
	if pg.Listed {
		view.Head.Alternates = s.alternates(ref, func(l policy.Lang) bool { return v.Text(l) != nil })
	}
	view.Head.Relations = s.relations(p, v, ref)
	if inForce := p.InForce(s.Site.Today); inForce != v {
		view.InForce = s.edition(p, inForce, ref)
		view.FromThis = s.diff(p, v, inForce, ref)
	}
	s.frameTime(view, v, ref)
	for _, l := range s.Site.Others(ref.Lang) {
		view.Other = append(view.Other, OtherText{Lang: l, Tag: s.tag(l), Href: s.href(policy.Ref{Lang: l, Policy: p.Slug, Version: ref.Version}, ref), Has: v.Text(l) != nil})
	}
	return view
}

// frameTime is what a page says of the versions before and after the one that it
// shows.
func (s *Series) frameTime(view *Text, v *policy.Version, ref policy.Ref) {
	p := s.policy
	if at := s.tenureAt(p, v); at != nil {
		before, after := s.around(p, *at)
		switch view.Status {
		case policy.Upcoming:
			view.Replaces = s.edition(p, before, ref)
		case policy.Superseded, policy.Withdrawn:
			view.Replaced = s.edition(p, after, ref)
		}
	}
	for _, u := range p.Upcoming(s.Site.Today) {
		if u.Effective.After(v.Effective) {
			up := Upcoming{Edition: *s.edition(p, u, ref), Diff: s.diff(p, v, u, ref)}
			if at := s.tenureAt(p, u); at != nil {
				before, _ := s.around(p, *at)
				up.Replaces = before == v
			}
			view.Upcoming = append(view.Upcoming, up)
		}
	}
}

// fillWords writes the words of the text: contents, summary, body.
func (m *Maker) fillWords(view *Text, p *policy.Policy, v *policy.Version, t *policy.Text, ref policy.Ref, w *html.Writer) {
	if v.Erased {
		return
	}
	w.Outline(t.Clauses)
	view.Outline = w.HTML()
	view.Summary = blocks(w, t.Summary)
	view.Changes = m.published(p, v, t, ref, "")
	for _, cl := range t.Clauses {
		if cl.Key {
			view.KeyTerms = append(view.KeyTerms, Link{Href: "#" + cl.ID, Text: clauseName(cl), Tag: m.tagUnless(t.Lang, ref.Lang)})
		}
	}
	w.Text(t.Clauses)
	view.Body = w.HTML()
}

func (m *Maker) fillRelated(view *Text, p *policy.Policy, ref policy.Ref) {
	link := func(slug string) *Link {
		q := m.Site.Policy(slug)
		if q == nil || q == p {
			return nil
		}
		t := q.Head(m.Site.Today).TextOr(ref.Lang)
		return &Link{
			Href: m.href(beside(policy.Ref{Lang: ref.Lang, Policy: slug}, ref), ref),
			Text: t.Title, Tag: m.tagUnless(t.Lang, ref.Lang),
		}
	}
	if p.PartOf != "" {
		view.PartOf = link(p.PartOf)
	}
	for _, slug := range p.Related {
		if l := link(slug); l != nil {
			view.Related = append(view.Related, *l)
		}
	}
}

// published are the items of [[changes]], linked to their clauses on the page
// at (or on this page where at is "") and to their place in the redline.
func (m *Maker) published(p *policy.Policy, v *policy.Version, t *policy.Text, ref policy.Ref, at string) []PublishedChange {
	if v.Erased {
		return nil
	}
	var out []PublishedChange
	prev := p.Previous(v)
	diff := m.diff(p, prev, v, ref)
	for _, ch := range t.Changes {
		item := PublishedChange{Note: ch.Note}
		if m.Anchors(p.Slug, v.Name, t.Lang, ch.Clause) {
			item.Link = Link{Href: at + "#" + ch.Clause, Text: ch.Clause}
			if cl := t.Clause(ch.Clause); cl != nil {
				item.Link.Text = clauseName(cl)
			}
			if diff != "" {
				item.Diff = diff + m.place(p, prev, v, ref, ch.Clause)
			}
		}
		out = append(out, item)
	}
	return out
}

// blocks writes a summary.
func blocks(w *html.Writer, blocks []policy.Block) template.HTML {
	w.Blocks(blocks)
	return w.HTML()
}

// describe says for search engines what a text is about, or what is new in it;
// nothing of one that was erased.
func describe(v *policy.Version, t *policy.Text) string {
	if v.Erased {
		return ""
	}
	return shorten(firstLine(t.Summary, t.Clauses), 150)
}

// summary writes what the publisher says of a version.
func (m *Maker) summary(v *policy.Version, t *policy.Text, ref policy.Ref) template.HTML {
	if v.Erased {
		return ""
	}
	return blocks(html.NewWriter(m.options(ref, shown{lang: t.Lang})), t.Summary)
}

// firstLine is the first paragraph of a summary or, without one, of the text.
func firstLine(summary []policy.Block, clauses []*policy.Clause) string {
	if lines := policy.PlainBlocks(summary); len(lines) > 0 {
		return lines[0]
	}
	for _, cl := range clauses {
		for i := range cl.Blocks {
			if cl.Blocks[i].Kind != policy.Para {
				continue
			}
			if s := policy.PlainRuns(cl.Blocks[i].Runs); s != "" {
				return s
			}
		}
	}
	return ""
}
