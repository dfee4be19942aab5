package page

import (
	"cmp"
	"slices"
	"strings"

	"diptych/internal/policy"
)

// recentItems is how many versions the home page lists as just changed.
const recentItems = 5

// home is the home page of a language.
func (m *Maker) home(pg Page) *Home {
	ref := pg.Ref
	view := &Home{Base: m.base(pg, "", ref)}
	view.Head.Alternates = m.alternates(ref, func(policy.Lang) bool { return true })
	var titles []string
	for _, p := range m.readingOrder() {
		m.fillOpen(view, p, ref)
		if p.Ended(m.Site.Today) {
			view.Ended = append(view.Ended, m.ended(p, ref))
			continue
		}
		card := m.card(p, ref)
		titles = append(titles, card.Title)
		view.Cards = append(view.Cards, card)
		if card.Next != nil {
			view.Upcoming = append(view.Upcoming, card)
		}
	}
	view.Head.Description = strings.Join(titles, " · ")
	slices.SortStableFunc(view.Upcoming, func(a, b Card) int { return a.Next.Effective.Compare(b.Next.Effective) })
	slices.SortStableFunc(view.Ended, func(a, b EndedItem) int { return b.Ending.Date.Compare(a.Ending.Date) })
	view.Recent = m.recent(ref)
	return view
}

// fillOpen lists the versions of a policy that are not announced: those published
// for comment and, in a preview, drafts and what is held back.
func (m *Maker) fillOpen(view *Home, p *policy.Policy, ref policy.Ref) {
	for _, v := range p.Versions {
		switch e := m.edition(p, v, ref); e.Status {
		case policy.Consultation:
			view.Comment = append(view.Comment, Upcoming{Edition: *e, Diff: m.diff(p, p.Previous(v), v, ref)})
		case policy.HeldBack, policy.DraftStatus:
			view.Drafts = append(view.Drafts, *e)
		}
	}
}

// ended is a policy that has ended.
func (m *Maker) ended(p *policy.Policy, ref policy.Ref) EndedItem {
	head := p.Head(m.Site.Today)
	return EndedItem{
		Edition: *m.edition(p, head, ref),
		Href:    m.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
		Ending:  *m.ending(p, head, ref),
	}
}

// readingOrder puts each part after the policy that it belongs to.
func (m *Maker) readingOrder() []*policy.Policy {
	parts := make(map[string][]*policy.Policy)
	for _, p := range m.Site.Policies {
		parts[p.PartOf] = append(parts[p.PartOf], p)
	}
	out := make([]*policy.Policy, 0, len(m.Site.Policies))
	seen := make(map[*policy.Policy]bool, len(m.Site.Policies))
	var add func(p *policy.Policy)
	add = func(p *policy.Policy) {
		if seen[p] {
			return
		}
		seen[p] = true
		out = append(out, p)
		for _, q := range parts[p.Slug] {
			add(q)
		}
	}
	for _, p := range m.Site.Policies {
		if p.PartOf == "" || m.Site.Policy(p.PartOf) == nil {
			add(p)
		}
	}
	for _, p := range m.Site.Policies { // what is left are parts of each other in a ring
		add(p)
	}
	return out
}

func (m *Maker) card(p *policy.Policy, ref policy.Ref) Card {
	head := p.Head(m.Site.Today)
	card := Card{
		Edition:  *m.edition(p, head, ref),
		Href:     m.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
		History:  m.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug, Leaf: policy.LeafHistory}, ref),
		InForce:  p.InForce(m.Site.Today) != nil,
		Missing:  head.Text(ref.Lang) == nil,
		Versions: len(p.Versions),
	}
	if up := p.Upcoming(m.Site.Today); len(up) > 0 {
		card.Next = m.edition(p, up[0], ref)
		card.NextDiff = m.diff(p, head, up[0], ref)
	}
	card.Ending = m.ending(p, head, ref)
	if parent := m.Site.Policy(p.PartOf); parent != nil && !parent.Ended(m.Site.Today) {
		card.PartOf = parent.Head(m.Site.Today).TextOr(ref.Lang).Title
	}
	for _, l := range p.Languages(m.Site.Languages) {
		card.SourceTags = append(card.SourceTags, m.tag(l))
	}
	return card
}

// recent lists the versions that came into force last, newest first. What was
// withdrawn since and what belongs to a policy that has ended is no news.
func (m *Maker) recent(ref policy.Ref) []RecentItem {
	type entry struct {
		p   *policy.Policy
		v   *policy.Version
		day policy.Date
	}
	var all []entry
	for _, p := range m.Site.Policies {
		if p.Ended(m.Site.Today) {
			continue
		}
		last := make(map[int]policy.Date)
		for _, r := range m.chronicleOf(p).reigns {
			if !r.From.After(m.Site.Today) {
				last[r.version] = r.From
			}
		}
		for i, v := range p.Versions {
			if day, ok := last[i]; ok && p.Status(v, m.Site.Today) != policy.Withdrawn && !v.Erased {
				all = append(all, entry{p, v, day})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		return cmp.Or(b.day.Compare(a.day), cmp.Compare(a.p.Slug, b.p.Slug))
	})
	var out []RecentItem
	for _, e := range all[:min(len(all), recentItems)] {
		t := e.v.TextOr(ref.Lang)
		out = append(out, RecentItem{
			Edition: *m.edition(e.p, e.v, ref),
			Day:     e.day,
			Diff:    m.diff(e.p, e.p.Previous(e.v), e.v, ref),
			Summary: m.summary(e.v, t, ref),
		})
	}
	return out
}
