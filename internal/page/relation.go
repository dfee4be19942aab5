package page

import "diptych/internal/policy"

// relations are the links between versions that RFC 5829 names. The latest
// version is the text in force: its page is latest-version to all versions.
func (m *Maker) relations(p *policy.Policy, v *policy.Version, from policy.Ref) []Relation {
	var out []Relation
	add := func(rel string, to policy.Ref) { out = append(out, Relation{rel, m.href(to, from)}) }
	version := func(rel string, w *policy.Version) {
		if w != nil {
			add(rel, policy.Ref{Lang: from.Lang, Policy: p.Slug, Version: w.Name})
		}
	}
	version("predecessor-version", p.Previous(v))
	version("successor-version", p.Next(v))
	if from.Version != "" {
		add("latest-version", policy.Ref{Lang: from.Lang, Policy: p.Slug})
	}
	add("version-history", policy.Ref{Lang: from.Lang, Policy: p.Slug, Leaf: policy.LeafHistory})
	return out
}
