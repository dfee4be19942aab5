package check

import (
	"fmt"
	"slices"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// Anchors lists the anchors of the version's text in lang, sorted; nil where
// there is no such text.
type Anchors func(slug, version string, lang policy.Lang) []string

// Link is a link to a clause. Past tells that it stands in a superseded text,
// which nobody is going to mend.
type Link struct {
	*policy.Link
	Past bool
}

// ClauseLinks returns the links to clauses in the texts of p, which have their
// clauses.
func ClauseLinks(site *policy.Site, p *policy.Policy) []Link {
	var out []Link
	for _, v := range p.Versions {
		past := p.Status(v, site.Today) == policy.Superseded
		take := func(l *policy.Link) {
			if l.Kind == policy.LinkRef && l.To.Clause != "" && l.To.Policy != "" {
				out = append(out, Link{l, past})
			}
		}
		for _, t := range v.Texts {
			markup.Links(t.Clauses, take)
			markup.BlockLinks(t.Summary, take)
		}
	}
	return out
}

// Links reports the links to clauses that no text of their target has. The
// texts that the links lead to must have been read. Links that name no policy
// or version were judged where they were read.
//
// A link that names no version leads to the text in force, whichever that is.
// Where only another version has its clause it leads to the page, and is a
// warning, so that a site goes on building on the day on which a version takes
// effect; that day is foretold by a warning, too.
func Links(cfg *config.Site, site *policy.Site, links []Link, anchors Anchors) diag.List {
	var l diag.List
	for _, link := range links {
		p := site.Policy(link.To.Policy)
		if p == nil {
			continue
		}
		v := p.Head(site.Today)
		if link.To.Version != "" {
			v = p.Version(link.To.Version)
		}
		switch {
		case v == nil:
		case has(p, v, link.To.Clause, anchors):
			foretell(cfg, site, p, link, anchors, &l)
		case link.To.Version == "" && slices.ContainsFunc(p.Versions, func(w *policy.Version) bool { return has(p, w, link.To.Clause, anchors) }):
			soft(cfg, link, &l, "name the version that is meant, or another clause",
				"link to %s, which version %s of policy %s does not have", link.To, v.Name, p.Slug)
		default:
			reportLink(cfg, p, v, link, anchors, &l)
		}
	}
	return l
}

// foretell reports a link to a clause that an upcoming version leaves out.
func foretell(cfg *config.Site, site *policy.Site, p *policy.Policy, link Link, anchors Anchors, l *diag.List) {
	if link.To.Version != "" {
		return
	}
	for _, u := range p.Upcoming(site.Today) {
		if !has(p, u, link.To.Clause, anchors) {
			soft(cfg, link, l, "name the version that is meant, or another clause",
				"link to %s, which version %s, in force from %s, no longer has", link.To, u.Name, u.Effective)
		}
	}
}

// soft warns of a link that leads to its page, but not to its clause.
func soft(cfg *config.Site, link Link, l *diag.List, hint, format string, args ...any) {
	if !link.Past && cfg.Level(diag.Link) != diag.LevelOff {
		l.Warnf(link.Pos, diag.Link, hint, format, args...)
	}
}

func reportLink(cfg *config.Site, p *policy.Policy, v *policy.Version, link Link, anchors Anchors, l *diag.List) {
	hint := fmt.Sprintf("version %s of policy %s has no clause of that id", v.Name, p.Slug)
	var known []string
	for _, t := range v.Texts {
		known = append(known, anchors(p.Slug, v.Name, t.Lang)...)
	}
	if near := diag.Nearest(link.To.Clause, known); near != "" {
		hint = fmt.Sprintf("did you mean %s?", link.To.At(near))
	}
	cfg.Report(l, diag.Problem{
		Pos: link.Pos, Rule: diag.Link, Hint: hint,
		Text: fmt.Sprintf("link to unknown clause %s", link.To),
	})
}

// has reports whether any text of the version has the anchor.
func has(p *policy.Policy, v *policy.Version, anchor string, anchors Anchors) bool {
	for _, t := range v.Texts {
		if _, ok := slices.BinarySearch(anchors(p.Slug, v.Name, t.Lang), anchor); ok {
			return true
		}
	}
	return false
}
