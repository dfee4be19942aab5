package page

import "diptych/internal/policy"

// embed plans the page that shows the text at the policy's stable address
// without the site around it, for the WebView of an app.
func (s *series) embed(lang policy.Lang) Page {
	p := s.policy
	ref := policy.Ref{Lang: lang, Policy: p.Slug, Leaf: policy.LeafEmbed}
	v := p.Head(s.Site.Today)
	return Page{Ref: ref, Kind: KindEmbed, Modified: v.Effective, View: func() any { return s.textView(KindEmbed, v, ref) }}
}

// beside is where a link on from leads: on an embedded page a link to a text
// at its stable address leads to that text's embedded page, so that a reader
// in an app stays in the frame. All other pages are what they are.
func beside(to, from policy.Ref) policy.Ref {
	stable := to.Policy != "" && to.Version == "" && to.Other == "" && to.Leaf == policy.LeafNone
	if from.Leaf == policy.LeafEmbed && stable {
		to.Leaf = policy.LeafEmbed
	}
	return to
}
