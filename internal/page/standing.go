package page

import "diptych/internal/policy"

// standing says what a text is worth in law beside those in other languages,
// and whether its language still keeps up.
func (s *Series) standing(v *policy.Version, t *policy.Text, ref policy.Ref) Standing {
	p := s.policy
	out := Standing{Kind: StandingUnsaid, Prevails: p.Prevails, Lang: t.Lang}
	switch p.Prevails {
	case "":
	case policy.Both:
		out.Kind = StandingEqual
	case t.Lang:
		out.Kind = StandingPrevailing
	default:
		out.Kind = StandingTranslation
		if v.Text(p.Prevails) != nil {
			out.Prevailing = s.href(policy.Ref{Lang: p.Prevails, Policy: p.Slug, Version: ref.Version}, ref)
		}
	}
	if next := s.behind(v, t.Lang); next != nil && !v.Effective.IsZero() {
		out.Behind = s.edition(p, next, ref)
		out.BehindLang = next.TextOr(p.Prevails).Lang
	}
	return out
}

// behind returns the version that shows that a language no longer keeps up
// with v's policy: the one in force or, where that has it, the next one, if it
// is after v and lacks a text in lang. Nil where lang keeps up.
func (s *Series) behind(v *policy.Version, lang policy.Lang) *policy.Version {
	lacks := func(w *policy.Version) bool {
		return w != nil && w.Effective.After(v.Effective) && w.Text(lang) == nil
	}
	if w := s.policy.InForce(s.Site.Today); lacks(w) {
		return w
	}
	for _, w := range s.policy.Upcoming(s.Site.Today) {
		if lacks(w) {
			return w
		}
	}
	return nil
}

// elsewhere lists the clauses of the version that are declared to stand in
// other languages than t's only.
func (s *Series) elsewhere(v *policy.Version, t *policy.Text, ref policy.Ref) []Elsewhere {
	var out []Elsewhere
	for _, u := range v.Texts {
		if u == t || v.Erased {
			continue
		}
		for _, cl := range u.Clauses {
			if cl.Only == u.Lang {
				at := policy.Ref{Lang: u.Lang, Policy: s.policy.Slug, Version: ref.Version, Clause: cl.ID}
				out = append(out, Elsewhere{
					Lang: u.Lang, Reason: cl.Reason,
					Clause: Link{Href: s.href(at, ref), Text: clauseName(cl), Tag: s.tagUnless(u.Lang, ref.Lang)},
				})
			}
		}
	}
	return out
}

// besides lists the pages that show the version with another language beside
// ref's.
func (s *Series) besides(v *policy.Version, ref policy.Ref) []OtherText {
	var out []OtherText
	if v.Text(ref.Lang) == nil {
		return nil
	}
	for _, l := range s.Site.Others(ref.Lang) {
		if v.Text(l) != nil {
			with := policy.Ref{Lang: ref.Lang, Policy: ref.Policy, Version: ref.Version, Other: l}
			out = append(out, OtherText{Lang: l, Tag: s.tag(l), Href: s.href(with, ref), Has: true})
		}
	}
	return out
}
