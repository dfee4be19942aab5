package page

import (
	"diptych/internal/bitext"
	"diptych/internal/html"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// bilingual is the page that shows a redline with that in another language
// beside it. Both versions have both.
func (s *Series) bilingual(pg Page) *Bilingual {
	p, ref := s.policy, pg.Ref
	pair := s.pairAt(ref)
	if pair.Old.Erased || pair.New.Erased {
		return s.bilingualErased(pg, pair)
	}
	left, right := s.comparison(pair, ref.Lang), s.comparison(pair, ref.Other)
	view := &Bilingual{
		Base: s.base(pg, left.New.Title, policy.Ref{Lang: ref.Lang, Policy: p.Slug}),
		Old:  *s.edition(p, pair.Old, ref), New: *s.edition(p, pair.New, ref),
		Title:  left.New.Title,
		Stable: s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
		Left:   s.redlineColumn(pair, left, ref.Lang, ref), Right: s.redlineColumn(pair, right, ref.Other, ref),
	}
	view.Head.Description = describe(pair.New, left.New)
	view.Band, view.Ending = s.band(p, pair.Old, pair.New, ref.Lang, ref.Other), s.ending(p, pair.New, ref)
	l, r := s.redlineSide(pair.New, left, ref, false), s.redlineSide(pair.New, right, ref, true)
	if left.Old.Title != left.New.Title || right.Old.Title != right.New.Title {
		l.Runs(left.Title)
		r.Runs(right.Title)
		view.LeftTitle, view.RightTitle = l.HTML(), r.HTML()
	}
	before, after := s.alignments.Of(s.ctx, left.Old, right.Old), s.alignments.Of(s.ctx, left.New, right.New)
	rows := newBilingualRows(left, right, l, r, newLone(before), newLone(after))
	var fold []bitext.Change
	flush := func() {
		if len(fold) > 0 {
			view.Rows = append(view.Rows, BilingualRow{Folded: true, Clauses: len(fold), Parts: rows.parts(fold...)})
			fold = nil
		}
	}
	for _, ch := range bitext.Changes(s.ctx, left, right, before, after) {
		shown := ch
		if ch.Apart {
			shown.Right = nil // it is shown at its own place
		}
		if left.Folds(shown.Left) && right.Folds(shown.Right) && ch.OneSided == bitext.Neither && len(ch.Drifts) == 0 {
			fold = append(fold, shown)
			continue
		}
		flush()
		row := rows.row(ch, shown)
		switch ch.OneSided {
		case bitext.LeftSide:
			row.Only = ref.Lang
		case bitext.RightSide:
			row.Only = ref.Other
		}
		if row.Only != "" {
			view.OneSided = append(view.OneSided, s.oneSided(ch, row.Only, ref))
		}
		for _, d := range ch.Drifts {
			part := s.driftPart(ch, d, ref)
			row.Drifts = append(row.Drifts, part)
			view.OneSided = append(view.OneSided, part)
		}
		view.Rows = append(view.Rows, row)
	}
	flush()
	return view
}

// bilingualErased is that page where the words of one of the two versions are
// shown nowhere.
func (s *Series) bilingualErased(pg Page, pair policy.Pair) *Bilingual {
	p, ref := s.policy, pg.Ref
	title := pair.New.Text(ref.Lang).Title
	column := func(lang policy.Lang) RedlineColumn {
		return RedlineColumn{Lang: lang, Tag: s.tag(lang), Href: s.href(policy.Ref{Lang: lang, Policy: p.Slug, Version: pair.New.Name, Base: pair.Old.Name}, ref)}
	}
	view := &Bilingual{
		Base: s.base(pg, title, policy.Ref{Lang: ref.Lang, Policy: p.Slug}), Title: title, Erased: true,
		Old: *s.edition(p, pair.Old, ref), New: *s.edition(p, pair.New, ref),
		Stable: s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
		Left:   column(ref.Lang), Right: column(ref.Other),
	}
	view.Band, view.Ending = s.band(p, pair.Old, pair.New, ref.Lang, ref.Other), s.ending(p, pair.New, ref)
	return view
}

// oneSided names a clause that changed in one language only, in the page's
// language where it is there.
func (m *Maker) oneSided(ch bitext.Change, only policy.Lang, ref policy.Ref) OneSided {
	at, tag := ch.Left, ""
	if at == nil {
		at, tag = ch.Right, m.tag(ref.Other)
	}
	clause := at.New
	if clause == nil {
		clause = at.Old
	}
	return OneSided{Lang: only, Clause: Link{Href: "#" + at.Clause.ID, Text: clauseName(clause), Tag: tag}}
}

// driftPart names a part of a clause that changed in one language only.
func (m *Maker) driftPart(ch bitext.Change, d bitext.Drift, ref policy.Ref) OneSided {
	lang, units := ref.Lang, d.Left
	if d.Side == bitext.RightSide {
		lang, units = ref.Other, d.Right
	}
	out := m.oneSided(ch, lang, ref)
	out.Part, out.PartTag = shorten(units[0].Words, nameLength), m.tagUnless(lang, ref.Lang)
	return out
}

// comparison is the redline of a pair in a language that both versions have.
func (s *Series) comparison(pair policy.Pair, lang policy.Lang) *redline.Redline {
	return s.compare(pair.Old.Text(lang), pair.New.Text(lang))
}

// redlineSide writes a redline in one column; what it says is in the language of
// the column.
func (s *Series) redlineSide(v *policy.Version, r *redline.Redline, ref policy.Ref, second bool) *html.Writer {
	opt := s.sideOptions(v, r.New, ref, second)
	opt.Moved = s.movedAt(r, r.New.Lang, r.New.Lang, true)
	return html.NewWriter(opt)
}

func (s *Series) redlineColumn(pair policy.Pair, r *redline.Redline, lang policy.Lang, from policy.Ref) RedlineColumn {
	return RedlineColumn{
		Lang: lang, Tag: s.tag(lang), Counts: counts(r), Prevails: s.policy.Prevails == lang,
		Href: s.href(policy.Ref{Lang: lang, Policy: s.policy.Slug, Version: pair.New.Name, Base: pair.Old.Name}, from),
	}
}
