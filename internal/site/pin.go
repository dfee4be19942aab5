package site

import (
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// Pin writes the permanent ids that the clauses of some policies have into the
// sources of the versions that want accepts; see source.Pin.
func (s *Site) Pin(policies []*policy.Policy, want func(*policy.Version) bool) ([]source.Pinned, diag.List) {
	assign := func(p *policy.Policy) { identity.Assign(p) }
	return source.Pin(s.FS, s.Config, s.Model, source.PinOptions{Policies: policies, Want: want, Assign: assign})
}
