package page

import (
	"slices"

	"diptych/internal/html"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// titleID is where the title stands on a redline page, where it changed.
const titleID = "_title"

// redline is the page that says what changed between two versions.
func (s *Series) redline(pg Page) *Redline {
	p, ref := s.policy, pg.Ref
	pair := s.pairAt(ref)
	lang, _ := pair.Lang(s.Site.Languages, ref.Lang) // the page was planned: there is one
	new := pair.New.Text(lang)
	view := &Redline{
		Base:     s.base(pg, new.Title, policy.Ref{Lang: lang, Policy: p.Slug}),
		Title:    new.Title,
		TitleTag: s.tagUnless(lang, ref.Lang),
		Old:      *s.edition(p, pair.Old, ref),
		New:      *s.edition(p, pair.New, ref),
		TextTag:  s.tag(lang),
		Fallback: s.fallback(p, lang, ref),
		History:  s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug, Leaf: policy.LeafHistory}, ref),
		Stable:   s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
		Table:    s.href(tableRef(ref), ref),
		Data:     "index.json",
		Erased:   pair.Old.Erased || pair.New.Erased,
	}
	view.Band, view.Ending = s.band(p, pair.Old, pair.New, lang), s.ending(p, pair.New, ref)
	view.Head.Description = describe(pair.New, new)
	for _, l := range s.Site.Others(ref.Lang) {
		if pair.Old.HasBoth(ref.Lang, l) && pair.New.HasBoth(ref.Lang, l) {
			with := ref
			with.Other = l
			view.Beside = append(view.Beside, OtherText{Lang: l, Tag: s.tag(l), Href: s.href(with, ref), Has: true})
		}
	}
	s.fillOthers(view, pair.New, ref)
	if !view.Erased {
		s.fillRedline(view, pair, lang, ref)
	}
	return view
}

// mostOthers bounds how many other redlines a page links to: all pages of a long
// policy together would else have as many links as the square of its versions. The
// history links to each from the one in force.
const mostOthers = 64

// fillOthers lists the other redlines to a version, those from the last versions
// before it where there are many.
func (s *Series) fillOthers(view *Redline, new *policy.Version, ref policy.Ref) {
	if new.Erased {
		return
	}
	for v := range s.policy.Bases(s.Site.Compare, s.Site.Today, new) {
		if v.Name == ref.Base || v.Erased {
			continue
		}
		if href := s.diff(s.policy, v, new, ref); href != "" {
			view.Others = append(view.Others, Link{Href: href, Text: v.Name})
		}
		if len(view.Others) == mostOthers {
			break
		}
	}
	slices.Reverse(view.Others)
}

// fillRedline compares the texts of the pair in a language.
func (s *Series) fillRedline(view *Redline, pair policy.Pair, lang policy.Lang, ref policy.Ref) {
	old, new := pair.Old.Text(lang), pair.New.Text(lang)
	r := s.compare(old, new)
	opt := s.options(ref, shown{s.policy.Slug, pair.New.Name, lang})
	items, total := changeItems(r)
	opt.Number = numbersAt(r, items)
	opt.Moved = s.movedAt(r, ref.Lang, lang, true)
	w := html.NewWriter(opt)
	view.Summary, view.Counts, view.Struck = blocks(w, new.Summary), counts(r), hasStruck(old) || hasStruck(new)
	foldMoves(items)
	view.Changes, view.Total = items, total
	for i := range r.Stale {
		view.Stale = append(view.Stale, s.staleItem(&r.Stale[i], ref.Lang))
	}
	if old.Title != new.Title {
		w.Runs(r.Title)
		view.NewTitle = w.HTML()
	}
	remarks := s.remarks(pair, lang, r)
	for _, seg := range r.HTML(w) {
		out := segment(seg, view.Changes)
		for i := seg.First; i < seg.First+seg.Count; i++ {
			out.Remarks = append(out.Remarks, remarks[i]...)
		}
		view.Segments = append(view.Segments, out)
	}
}

// staleItem is a line of the list of stale references.
func (m *Maker) staleItem(r *redline.StaleReference, lang policy.Lang) StaleItem {
	return StaleItem{
		Href: "#" + r.ClauseID, Label: r.In.Label.Text, Tight: tight(r.In.Label), Words: shorten(r.In.Name(), nameLength), Says: m.stale(&r.Stale, lang),
	}
}

func counts(r *redline.Redline) Counts {
	of := r.Counts.Of
	n := Counts{
		Inserted: of(redline.Inserted), Deleted: of(redline.Deleted), Modified: of(redline.Modified), Moved: of(redline.Moved),
		Renumbered: of(redline.Renumbered), Structure: of(redline.Restructured), Reformatted: of(redline.Reformatted), Editorial: of(redline.Editorial),
		Insertions: r.Counts.Insertions, Deletions: r.Counts.Deletions,
	}
	n.Clauses = n.Inserted + n.Deleted + n.Modified + n.Moved
	return n
}

// changeItems are the lines of the list of changes; those of substance are
// counted.
func changeItems(r *redline.Redline) (items []ChangeItem, total int) {
	items = make([]ChangeItem, 0, len(r.Changes))
	for i := range r.Changes {
		item := changeItem(&r.Changes[i])
		if r.Changes[i].Kind.Substantive() {
			total++
			item.N = total
		}
		items = append(items, item)
	}
	return items, total
}

// numbersAt returns the number of the change of what has an id on the page, at
// both ends of a move.
func numbersAt(r *redline.Redline, items []ChangeItem) func(id string) int {
	at := make(map[string]int, len(items))
	for i := range items {
		at[r.Changes[i].ClauseID] = items[i].N
		if other := r.Changes[i].Other; other != "" {
			at[other] = items[i].N
		}
	}
	return func(id string) int { return at[id] }
}

// changeItem is a line of the list of changes.
func changeItem(ch *redline.Change) ChangeItem {
	item := ChangeItem{
		Kind: ch.Kind.String(), Changed: ch.MovedAndChanged(), Href: "#" + ch.ClauseID,
		Label: ch.NewLabel.Text, Tight: tight(ch.NewLabel), Words: shorten(ch.Heading, nameLength),
		Insertions: ch.Insertions, Deletions: ch.Deletions, Along: ch.Along, Punctuation: ch.Punctuation,
	}
	if ch.IsTitle() {
		item.Href = "#" + titleID
	}
	if item.Label == "" {
		item.Label, item.Tight = ch.OldLabel.Text, tight(ch.OldLabel)
	} else if ch.OldLabel.Text != ch.NewLabel.Text {
		item.OldLabel = ch.OldLabel.Text
	}
	for _, l := range ch.Looks() {
		for i := range l.Words {
			l.Words[i] = shorten(l.Words[i], nameLength)
		}
		item.Looks = append(item.Looks, Look(l))
	}
	for _, l := range ch.Links {
		if l := (LinkChange{l.Words, policy.ShowUnseen(l.Old), policy.ShowUnseen(l.New)}); !slices.Contains(item.Links, l) { // said once, however often the link stands there
			item.Links = append(item.Links, l)
		}
	}
	for _, img := range ch.Images {
		show := policy.ShowUnseen
		item.Images = append(item.Images, ImageChange{show(img.OldDest), show(img.OldWords), show(img.NewDest), show(img.NewWords)})
	}
	for _, r := range ch.Refs {
		if r := RefChange(r); !slices.Contains(item.Refs, r) {
			item.Refs = append(item.Refs, r)
		}
	}
	for _, c := range ch.Cited {
		item.Cited = append(item.Cited, Link{Href: "#" + c.ID, Text: mergedName(c)})
	}
	for _, f := range ch.OtherFormats() {
		item.Formats = append(item.Formats, f.String())
	}
	return item
}

// hasStruck reports whether a text holds words that are struck out.
func hasStruck(t *policy.Text) bool {
	for r := range t.Runs() {
		if r.Marks&policy.Strike != 0 {
			return true
		}
	}
	return false
}

// segment turns a stretch of the redline into its view, with links to the
// changes of substance around it.
func segment(seg redline.Segment, changes []ChangeItem) Segment {
	out := Segment{Folded: seg.Folded, Clauses: seg.Count, HTML: seg.HTML}
	for _, i := range seg.Notes {
		out.Notes = append(out.Notes, changes[i])
	}
	var numbers []int
	for _, i := range seg.Changes {
		out.Changes = append(out.Changes, changes[i])
		if changes[i].N > 0 {
			numbers = append(numbers, changes[i].N)
		}
	}
	if len(numbers) == 0 {
		return out
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	out.First, out.Numbers, out.Several = numbers[0], ranges(numbers), len(numbers) > 1
	for i := range changes {
		switch changes[i].N {
		case numbers[0] - 1:
			if changes[i].N > 0 {
				out.Prev, out.PrevHref = changes[i].N, changes[i].Href
			}
		case numbers[len(numbers)-1] + 1:
			out.Next, out.NextHref = changes[i].N, changes[i].Href
		}
	}
	return out
}
