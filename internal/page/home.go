package page

import (
	"cmp"
	"slices"
	"strings"

	"diptych/internal/html"
	"diptych/internal/policy"
)

// recentItems is how many versions the home page lists as just changed.
const recentItems = 5

// home is the home page of a language.
func (c *Maker) home(pg Page) *Home {
	ref := pg.Ref
	view := &Home{Base: c.base(pg, "", ref)}
	view.Head.Alternates = c.alternates(ref, func(policy.Lang) bool { return true })
	var titles []string
	for _, p := range c.readingOrder() {
		card := c.card(p, ref)
		titles = append(titles, card.Title)
		view.Cards = append(view.Cards, card)
		if card.Next != nil {
			view.Upcoming = append(view.Upcoming, card)
		}
	}
	view.Head.Description = strings.Join(titles, " · ")
	slices.SortStableFunc(view.Upcoming, func(a, b Card) int { return a.Next.Effective.Compare(b.Next.Effective) })
	view.Recent = c.recent(ref)
	return view
}

// readingOrder puts each part after the policy that it belongs to.
func (c *Maker) readingOrder() []*policy.Policy {
	parts := make(map[string][]*policy.Policy)
	for _, p := range c.Site.Policies {
		parts[p.PartOf] = append(parts[p.PartOf], p)
	}
	out := make([]*policy.Policy, 0, len(c.Site.Policies))
	seen := make(map[*policy.Policy]bool, len(c.Site.Policies))
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
	for _, p := range c.Site.Policies {
		if p.PartOf == "" || c.Site.Policy(p.PartOf) == nil {
			add(p)
		}
	}
	for _, p := range c.Site.Policies { // what is left are parts of each other in a ring
		add(p)
	}
	return out
}

func (c *Maker) card(p *policy.Policy, ref policy.Ref) Card {
	head := p.Head(c.Site.Today)
	card := Card{
		Edition:  *c.edition(p, head, ref),
		Href:     c.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
		History:  c.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug, Leaf: policy.LeafHistory}, ref),
		InForce:  p.InForce(c.Site.Today) != nil,
		Missing:  head.Text(ref.Lang) == nil,
		Versions: len(p.Versions),
	}
	if up := p.Upcoming(c.Site.Today); len(up) > 0 {
		card.Next = c.edition(p, up[0], ref)
		card.NextDiff = c.diff(p, p.Previous(up[0]), up[0], ref)
	}
	if parent := c.Site.Policy(p.PartOf); parent != nil {
		card.PartOf = parent.Head(c.Site.Today).TextOr(ref.Lang).Title
	}
	for _, l := range p.Languages(c.Site.Languages) {
		card.SourceTags = append(card.SourceTags, c.tag(l))
	}
	return card
}

// recent lists the versions that came into force last, newest first.
func (c *Maker) recent(ref policy.Ref) []RecentItem {
	type entry struct {
		p *policy.Policy
		v *policy.Version
	}
	var all []entry
	for _, p := range c.Site.Policies {
		for _, v := range p.Versions {
			if !v.Effective.After(c.Site.Today) {
				all = append(all, entry{p, v})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		return cmp.Or(b.v.Effective.Compare(a.v.Effective), cmp.Compare(a.p.Slug, b.p.Slug))
	})
	var out []RecentItem
	for _, e := range all[:min(len(all), recentItems)] {
		t := e.v.TextOr(ref.Lang)
		out = append(out, RecentItem{
			Edition: *c.edition(e.p, e.v, ref),
			Diff:    c.diff(e.p, e.p.Previous(e.v), e.v, ref),
			Summary: blocks(html.NewWriter(c.options(ref, shown{e.p.Slug, e.v.Name, t.Lang})), t.Summary),
		})
	}
	return out
}
