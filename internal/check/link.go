package check

import (
	"fmt"
	"slices"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Anchors lists the anchors of the version's text in lang, sorted; nil where
// there is no such text.
type Anchors func(slug, version string, lang policy.Lang) []string

// Links reports the links to clauses that no text of their target has. The
// texts that the links lead to must have been read. Links that name no policy
// or version were judged where they were read.
func Links(cfg *config.Site, site *policy.Site, links []*policy.Link, anchors Anchors) diag.List {
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
		if v == nil || targetHas(p, v, link.To.Clause, anchors) {
			continue
		}
		hint := fmt.Sprintf("version %s of policy %s has no clause of that id", v.Name, p.Slug)
		if near := diag.Nearest(link.To.Clause, allAnchors(p, v, anchors)); near != "" {
			hint = fmt.Sprintf("did you mean %s?", link.To.At(near))
		}
		cfg.Report(&l, config.RuleError, diag.Problem{
			Pos: link.Pos, Rule: "link",
			Text: fmt.Sprintf("link to unknown clause %s", link.To),
			Hint: hint,
		})
	}
	return l
}

func targetHas(p *policy.Policy, v *policy.Version, anchor string, anchors Anchors) bool {
	for _, t := range v.Texts {
		if _, ok := slices.BinarySearch(anchors(p.Slug, v.Name, t.Lang), anchor); ok {
			return true
		}
	}
	return false
}

func allAnchors(p *policy.Policy, v *policy.Version, anchors Anchors) []string {
	var out []string
	for _, t := range v.Texts {
		out = append(out, anchors(p.Slug, v.Name, t.Lang)...)
	}
	return out
}
