package page

import (
	"fmt"
	"slices"
	"testing"

	"diptych/internal/config"
	"diptych/internal/policy"
)

// model is a site of policies without words, which no sources could say.
func model(policies ...*policy.Policy) *Maker {
	for _, p := range policies {
		p.Versions = []*policy.Version{{
			Name: "1.0", Effective: policy.Date{Year: 2020, Month: 1, Day: 1}, Texts: []*policy.Text{{Lang: "en", Title: p.Slug}},
		}}
	}
	return &Maker{
		Config: &config.Site{LangTags: map[policy.Lang]policy.Tag{"en": "en"}},
		Site:   &policy.Site{Languages: []policy.Lang{"en"}, Today: policy.Date{Year: 2026, Month: 1, Day: 1}, Policies: policies},
	}
}

// TestReadingOrder: a part follows the policy that it belongs to; none is left
// out, whatever it belongs to.
func TestReadingOrder(t *testing.T) {
	for _, tt := range []struct {
		name  string
		parts []string // slug, or slug/policy that it belongs to
		want  string
	}{
		{"none", nil, "[]"},
		{"as they stand", []string{"b", "a"}, "[b a]"},
		{"a part before its policy", []string{"p/a", "b", "a"}, "[b a p]"},
		{"parts of a part", []string{"a", "b", "q/p", "p/a", "r/a"}, "[a p q r b]"},
		{"of a policy that is not there", []string{"p/x", "a"}, "[p a]"},
		{"of itself", []string{"p/p", "a"}, "[a p]"},
		{"a ring", []string{"p/q", "q/p", "a", "r/q"}, "[a p q r]"},
	} {
		var policies []*policy.Policy
		for _, part := range tt.parts {
			p := &policy.Policy{Slug: part}
			if i := slices.Index([]byte(part), '/'); i > 0 {
				p.Slug, p.PartOf = part[:i], part[i+1:]
			}
			policies = append(policies, p)
		}
		var got []string
		for _, p := range model(policies...).readingOrder() {
			got = append(got, p.Slug)
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

// TestRelated: a policy does not lead to itself nor to one that is not there.
func TestRelated(t *testing.T) {
	p := &policy.Policy{Slug: "p", PartOf: "x", Related: []string{"p", "q", "x"}}
	m := model(p, &policy.Policy{Slug: "q"})
	var view Text
	m.fillRelated(&view, p, policy.Ref{Lang: "en", Policy: "p"})
	if view.PartOf != nil || len(view.Related) != 1 || view.Related[0].Text != "q" {
		t.Errorf("part of %v, related %v", view.PartOf, view.Related)
	}
}

// TestPlanStops: who needs no more of a plan gets no more.
func TestPlanStops(t *testing.T) {
	p := &policy.Policy{Slug: "p", Aliases: []string{"a", "b"}}
	m := model(p)
	for name, plan := range map[string]func(func(Page) bool){"site": Plan(m.Site), "policy": PlanPolicy(m.Site, p)} {
		all := slices.Collect(plan)
		for n := range all {
			var got []Page
			plan(func(pg Page) bool {
				got = append(got, pg)
				return len(got) <= n
			})
			if !slices.Equal(got, all[:n+1]) {
				t.Errorf("%s: stopped after %d pages, got %d", name, n+1, len(got))
			}
		}
	}
}

// TestIsDead: a link to a clause is dead where no text has it: of the version that
// it names or, where it names none, of any. One to a whole policy or version, and
// one that names nothing of the site, is not judged.
func TestIsDead(t *testing.T) {
	m := model(&policy.Policy{Slug: "p"})
	p := m.Site.Policies[0]
	p.Versions = append(p.Versions, &policy.Version{Name: "2.0", Texts: []*policy.Text{{Lang: "en"}, {Lang: "zh"}}})
	m.Anchors = func(slug, version string, lang policy.Lang, id string) bool {
		return slug+version+string(lang)+id == "p2.0zhfees" || slug+version+string(lang)+id == "p1.0enold"
	}
	for to, want := range map[policy.Ref]bool{
		{Policy: "p"}: false, {Clause: "fees"}: false, {Policy: "p", Version: "9"}: false,
		{Policy: "p", Clause: "fees"}: false, {Policy: "p", Clause: "old"}: false, {Policy: "p", Clause: "new"}: true,
		{Policy: "p", Version: "2.0", Clause: "fees"}: false, {Policy: "p", Version: "1.0", Clause: "fees"}: true,
		{Policy: "p", Version: "2.0", Clause: "old"}: true, {Policy: "p", Version: "9", Clause: "fees"}: true, {Policy: "q", Clause: "fees"}: true,
	} {
		if got := m.IsDead(to); got != want {
			t.Errorf("%+v is dead: %t", to, got)
		}
	}
}
