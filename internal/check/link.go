package check

import (
	"slices"

	"diptych/internal/policy"
)

// deadLink reports a link to a clause that no text of its target has. Links
// that name no policy or version were judged where they were read.
//
// A link that names no version leads to the text in force, whichever that is.
// Where only another version has its clause it leads to the page, and is a
// warning, so that a site goes on building on the day on which a version takes
// effect; that day is foretold by a warning, too. What stands in texts that nobody may edit any more is passed over;
// there the words are shown as plain text.
func deadLink(site *policy.Site, link Link, anchors Anchors, say voice) {
	p := site.Policy(link.To.Policy)
	if p == nil || link.Past {
		return
	}
	v := p.Head(site.Today)
	if link.To.Version != "" {
		v = p.Version(link.To.Version)
	}
	moved := func() bool {
		return slices.ContainsFunc(p.Versions, func(w *policy.Version) bool { return anchors.has(p, w, link.To.Clause) })
	}
	switch {
	case v == nil:
	case anchors.has(p, v, link.To.Clause):
		foretellDeadLink(site, p, link, anchors, say)
	case link.To.Version != "" || !moved():
		unknownClause(p, v, link, anchors, say)
	default:
		say.warn(link.Pos, 3, "Link", link.To, "Version", v.Name, "Policy", p.Slug)
	}
}

// foretellDeadLink reports a link to a clause that an upcoming version leaves
// out.
func foretellDeadLink(site *policy.Site, p *policy.Policy, link Link, anchors Anchors, say voice) {
	if link.To.Version != "" {
		return
	}
	for _, u := range p.Upcoming(site.Today) {
		if !anchors.has(p, u, link.To.Clause) {
			say.warn(link.Pos, 4, "Link", link.To, "Version", u.Name, "Date", u.Effective)
		}
	}
}

func unknownClause(p *policy.Policy, v *policy.Version, link Link, anchors Anchors, say voice) {
	var known []string
	for _, t := range v.Texts {
		if list := anchors(p.Slug, v.Name, t.Lang); !say.search.Ended(len(list)) {
			known = append(known, list...)
		}
	}
	if near := say.search.Nearest(link.To.Clause, known); near != "" {
		say.at(link.Pos, 1, "Link", link.To, "Near", link.To.At(near))
		return
	}
	say.at(link.Pos, 2, "Link", link.To, "Version", v.Name, "Policy", p.Slug)
}
