package page

import (
	"diptych/internal/html"
	"diptych/internal/policy"
)

// tableRef is the page that shows a redline in two columns.
func tableRef(redline policy.Ref) policy.Ref {
	redline.Leaf = policy.LeafTable
	return redline
}

// table is the page that shows a redline in two columns.
func (s *Series) table(pg Page) *Table {
	p, ref := s.policy, pg.Ref
	pair := s.pairAt(ref)
	lang, _ := pair.Lang(s.Site.Languages, ref.Lang) // the page was planned: there is one
	new := pair.New.Text(lang)
	one := ref
	one.Leaf = policy.LeafNone
	view := &Table{
		Base:     s.base(pg, new.Title, policy.Ref{Lang: lang, Policy: p.Slug}),
		Title:    new.Title,
		TitleTag: s.tagUnless(lang, ref.Lang),
		Old:      *s.edition(p, pair.Old, ref),
		New:      *s.edition(p, pair.New, ref),
		TextTag:  s.tag(lang),
		Fallback: s.fallback(p, lang, ref),
		Redline:  s.href(one, ref),
		Stable:   s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
	}
	view.Head.Description = describe(pair.New, new)
	view.Band, view.Ending = s.band(p, pair.Old, pair.New, lang), s.ending(p, pair.New, ref)
	if view.Erased = pair.Old.Erased || pair.New.Erased; !view.Erased {
		s.fillTable(view, pair, lang, ref)
	}
	return view
}

// fillTable compares the texts of the pair in a language.
func (s *Series) fillTable(view *Table, pair policy.Pair, lang policy.Lang, ref policy.Ref) {
	old, new := pair.Old.Text(lang), pair.New.Text(lang)
	r := s.compare(old, new)
	view.Counts = counts(r)
	opt := s.options(ref, shown{s.policy.Slug, pair.New.Name, lang})
	opt.Moved = s.movedAt(r, ref.Lang, lang, false) // of a whole clause its empty cell tells
	w := html.NewWriter(opt)
	if old.Title != new.Title {
		was, is := r.Titles()
		w.Runs(was)
		view.OldTitle = w.HTML()
		w.Runs(is)
		view.NewTitle = w.HTML()
	}
	items, _ := changeItems(r)
	for _, row := range r.Table(w) {
		out := TableRow{Folded: row.Folded, Clauses: row.Count, Old: row.OldHTML, New: row.NewHTML}
		if !row.Folded {
			out.Said = said(items, row.Changes, row.Notes)
		}
		if row.Other != "" {
			out.Other = "#" + row.Other
		}
		view.Rows = append(view.Rows, out)
	}
}
