package site

import (
	"context"
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// Pin writes the permanent ids that the clauses of some policies have into the
// sources of the versions that want accepts; see source.Pin.
func (s *Site) Pin(ctx context.Context, policies []*policy.Policy, want func(*policy.Version) bool) ([]source.Pinned, diag.List) {
	assign := func(p *policy.Policy) { identity.Assign(ctx, p) }
	try := func(p *policy.Policy) source.Trial { return identity.Try(ctx, p) }
	files, problems := source.Pin(ctx, s.FS, s.Config, s.Model, source.PinOptions{Policies: policies, Want: want, Assign: assign, Try: try})
	if err := ctx.Err(); err != nil {
		return nil, interrupted(err)
	}
	return files, problems
}
