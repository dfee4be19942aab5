package page

import (
	"context"

	"diptych/internal/bitext"
	"diptych/internal/memo"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Series is a policy whose pages are being made. It is handed on with the context
// in which one of them is: what they share is made in that of whoever asks first.
type Series struct {
	ctx context.Context
	*Maker
	policy     *policy.Policy
	alignments *bitext.Alignments

	traced *memo.Table[policy.Lang, map[*policy.Clause]life]
}

// Series takes a policy whose texts have their clauses.
func (m *Maker) Series(p *policy.Policy, alignments *bitext.Alignments) *Series {
	return &Series{context.Background(), m, p, alignments, new(memo.Table[policy.Lang, map[*policy.Clause]life])}
}

// in is the series while a page is made in a context; nil where there is none.
func (s *Series) in(ctx context.Context) *Series {
	if s == nil {
		return nil
	}
	out := *s
	out.ctx = ctx
	return &out
}

// lives are those of the clauses of a language; see trace.
func (s *Series) lives(lang policy.Lang) map[*policy.Clause]life {
	return s.traced.At(lang).Of(s.ctx, func(ctx context.Context) map[*policy.Clause]life { return s.in(ctx).trace(lang) })
}

// versionAt is the version that a page shows: the one that stands for the policy
// where its address names none.
func (s *Series) versionAt(ref policy.Ref) *policy.Version {
	if ref.Version == "" {
		return s.policy.Head(s.Site.Today)
	}
	return s.policy.Version(ref.Version)
}

// pairAt is the pair of versions that a page compares.
func (s *Series) pairAt(ref policy.Ref) policy.Pair {
	return policy.Pair{Old: s.policy.Version(ref.Base), New: s.policy.Version(ref.Version)}
}

// compare returns the redline between two texts of the policy.
func (s *Series) compare(old, new *policy.Text) *redline.Redline {
	return s.alignments.Compare(s.ctx, old, new).CutOff(s.IsDead)
}

// before returns the text in a language that v changes, or nil: that of the
// latest version which has one, of those that were in force before.
func (s *Series) before(v *policy.Version, lang policy.Lang) *policy.Text {
	for w := s.policy.Previous(v); w != nil; w = s.policy.Previous(w) {
		if t := w.Text(lang); t != nil {
			return t
		}
	}
	return nil
}
