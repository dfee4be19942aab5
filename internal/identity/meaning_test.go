package identity_test

import (
	"math/rand/v2"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// TestAnIDMeansOneThing: two clauses that carry one id, in two languages of a
// version or in two versions of a language, answer to each other by what they
// say, or a source wrote the id.
func TestAnIDMeansOneThing(t *testing.T) {
	t.Run("corpus", func(t *testing.T) {
		for _, p := range corpus(t) {
			meansOneThing(t, p)
		}
	})
	t.Run("mistyped", func(t *testing.T) {
		for _, x := range goldPairs(t) {
			p := &policy.Policy{Slug: x.name, Prevails: "zh", Versions: []*policy.Version{
				versionOf("1.0", mistype(x.zh, 100, rand.New(rand.NewPCG(1, 2))), x.en), versionOf("2.0", x.zh, mistype(x.en, 2, rand.New(rand.NewPCG(1, 2)))), versionOf("3.0", x.zh, x.en),
			}}
			meansOneThing(t, assign(p))
		}
	})
	t.Run("own", func(t *testing.T) {
		for _, p := range ownSite() {
			meansOneThing(t, p)
		}
	})
}

func meansOneThing(t *testing.T, p assigned) {
	t.Helper()
	last := map[policy.Lang]*policy.Text{}
	for _, v := range p.Versions {
		if zh, en := v.Text("zh"), v.Text("en"); zh != nil && en != nil {
			lead, other := zh, en
			if p.Prevails == "en" {
				lead, other = en, zh
			}
			inTwoLanguages(t, p.Slug+" "+v.Name, p.byID(lead, other))
		}
		for _, x := range v.Texts {
			if before := last[x.Lang]; before != nil {
				inTwoVersions(t, p.Slug+" "+v.Name+" "+string(x.Lang), before, x)
			}
			last[x.Lang] = x
		}
	}
}

func inTwoLanguages(t *testing.T, at string, both *bitext.Bitext) {
	t.Helper()
	for _, c := range both.Left.Clauses {
		d := both.Right.Clause(c.ID)
		if d == nil || c.Origin == policy.Explicit || d.Origin == policy.Explicit || both.Partner(c) == d {
			continue
		}
		if both.Partner(c) != nil || both.Partner(d) != nil {
			t.Errorf("%s: #%s is %q in one language and %q in the other", at, c.ID, name(c), name(d))
		}
	}
}

func inTwoVersions(t *testing.T, at string, old, new *policy.Text) {
	t.Helper()
	answers := plan.Answers(t.Context(), old, new)
	for _, d := range new.Clauses {
		c := old.Clause(d.ID)
		if c == nil || c.Origin == policy.Explicit || d.Origin == policy.Explicit || answers[d] == c || translated(ownWords(c), ownWords(d)) {
			continue
		}
		if v := plan.Alike(c, d); v < 0.15 {
			t.Errorf("%s: #%s was %q and is %q: %.2f alike", at, d.ID, name(c), name(d), v)
		}
	}
}
