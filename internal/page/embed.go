package page

import "diptych/internal/policy"

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
