package site

import (
	"context"

	"diptych/internal/policy"
)

// AddLinked reads and adds the policies that texts link to a clause of, and that
// were not added before. What is wrong with them is another's to say.
func (r *Reading) AddLinked(ctx context.Context, texts ...*policy.Text) {
	for _, t := range texts {
		for l := range t.Links() {
			if l.Kind != policy.LinkRef || l.To.Clause == "" {
				continue
			}
			if p := r.site.Model.Policy(l.To.Policy); p != nil && !r.Knows(p) {
				full, _ := r.site.Parse(ctx, p)
				r.Add(full)
			}
		}
	}
}

// IsDead reports whether no text that was added has the clause that a ref names.
func (r *Reading) IsDead(to policy.Ref) bool { return r.maker.IsDead(to) }
