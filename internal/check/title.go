package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// title reports a title that two policies have in one language: on the home page
// and in a search nobody can tell them apart. It looks at the versions by which
// readers know the policies now; those that ended are past telling.
func title(s subject, v *policy.Version, say voice) {
	if v != known(s, s.policy) {
		return
	}
	for _, t := range v.Texts {
		if other := s.titled(t); other != nil {
			say.at(t.TitlePos, 1, "File", t.Source, "Words", diag.Words(t.Title), "Policy", other.Slug, "There", known(s, other).Text(t.Lang).TitlePos)
		}
	}
}

// titled is the first policy before that of the subject whose text in the language
// has the title of t, or nil. Those behind it look back.
func (s subject) titled(t *policy.Text) *policy.Policy {
	for _, other := range s.site.Policies {
		if other.Slug == s.policy.Slug {
			return nil
		}
		if w := known(s, other); w != nil && w.Text(t.Lang) != nil && w.Text(t.Lang).Title == t.Title {
			return other
		}
	}
	return nil
}

// known is the version by which readers know a policy now, or nil.
func known(s subject, p *policy.Policy) *policy.Version {
	if p.Ended(s.site.Today) {
		return nil
	}
	return p.Head(s.site.Today)
}
