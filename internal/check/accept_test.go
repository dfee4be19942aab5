package check

import (
	"context"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// found are the problems of a rule in an archive, by subject.
func (j judged) found(rule diag.Rule) []diag.List {
	out := make([]diag.List, len(j.policies))
	for i, s := range j.policies {
		said, _ := Policy(context.Background(), j.cfg, j.site, s.policy, s.alignments)
		out[i] = slices.DeleteFunc(said, func(p diag.Problem) bool { return p.Rule != rule && p.Rule != diag.Ignore })
		out[i].Sort()
	}
	return out
}

// eachAccepted calls fn with each policy of the archives of rules whose findings can
// be accepted and that finds any, and with those.
func eachAccepted(t *testing.T, fn func(t *testing.T, rule diag.Rule, j judged, i int, before diag.List)) {
	t.Helper()
	seen := map[diag.Rule]bool{}
	for _, a := range readArchives(t) {
		if a.rule == 0 || !a.rule.Acceptable() || strings.Contains(a.file, "accepted") {
			continue
		}
		t.Run(filepath.Base(a.file), func(t *testing.T) {
			j := a.read(t)
			for i, l := range j.found(a.rule) {
				if len(l) > 0 {
					seen[a.rule] = true
					fn(t, a.rule, j, i, l)
				}
			}
		})
	}
	for _, r := range rules {
		if r.id.Acceptable() && !seen[r.id] {
			t.Errorf("no archive of rule %s has anything to accept", r.id)
		}
	}
}

// TestTextsAccept: what the front matter of every text accepts is not said, and what
// is not there is said to be not there. Accepting another rule changes nothing else.
func TestTextsAccept(t *testing.T) {
	eachAccepted(t, func(t *testing.T, rule diag.Rule, j judged, i int, before diag.List) {
		accept := func(name string) {
			for _, v := range j.policies[i].policy.Versions {
				for _, x := range v.Texts {
					x.Ignores = []policy.Ignore{{Rules: []string{name}, Explained: true, Pos: diag.Pos{File: x.Source, Line: 2}}}
				}
			}
		}
		accept(rule.String())
		for _, p := range j.found(rule)[i] {
			if p.Rule == rule {
				t.Errorf("accepted, and said: %s", p.Error())
			}
		}
		_, accepted := Policy(context.Background(), j.cfg, j.site, j.policies[i].policy, j.policies[i].alignments)
		accepted.Sort()
		if printed(accepted) != printed(before) {
			t.Errorf("accepted:\n%swithout ignore:\n%s", printed(accepted), printed(before))
		}
		other := diag.Figure
		if rule == other {
			other = diag.Numbering
		}
		accept(other.String())
		after := slices.DeleteFunc(j.found(rule)[i], func(p diag.Problem) bool { return p.Rule != rule })
		if printed(after) != printed(before) {
			t.Errorf("with another rule accepted:\n%swithout:\n%s", printed(after), printed(before))
		}
	})
}

// TestOneTextAccepts: of two texts that a finding names either can accept it, and no
// text accepts what another one is told alone.
func TestOneTextAccepts(t *testing.T) {
	both := 0
	eachAccepted(t, func(t *testing.T, rule diag.Rule, j judged, i int, before diag.List) {
		for _, v := range j.policies[i].policy.Versions {
			for _, x := range v.Texts {
				x.Ignores = []policy.Ignore{{Rules: []string{rule.String()}, Explained: true, Pos: diag.Pos{File: x.Source, Line: 2}}}
				after := j.found(rule)[i]
				for _, p := range before {
					if j.policies[i].policy.Settled(v, j.site.Today) { // where a deletion is reported
						continue
					}
					told, others := p.Pos.File == x.Source, slices.ContainsFunc(v.Texts, func(y *policy.Text) bool { return y != x && y.Source == p.Pos.File })
					for _, value := range p.Message.Values {
						pos, ok := value.(diag.Pos)
						told = told || ok && pos.File == x.Source
					}
					told = told || others && rule == diag.Notice
					if told && others {
						both++
					}
					if said := slices.ContainsFunc(after, func(q diag.Problem) bool { return q.Error() == p.Error() }); told == said && (told || others) {
						t.Errorf("%s accepts the rule; said is %v: %s", x.Source, said, p.Error())
					}
				}
				x.Ignores = nil
			}
		}
	})
	if both < 20 {
		t.Errorf("only %d findings were accepted by the text in which they are not reported", both)
	}
}

// TestClausesAccept: what a clause accepts is not said of it, and is said of every
// other clause.
func TestClausesAccept(t *testing.T) {
	accepted := 0
	eachAccepted(t, func(t *testing.T, rule diag.Rule, j judged, i int, before diag.List) {
		for _, v := range j.policies[i].policy.Versions {
			for _, x := range v.Texts {
				places := newOwners(x)
				for _, c := range x.Clauses {
					c.Ignore = &policy.Ignore{Rules: []string{rule.String()}, Explained: true, Pos: c.Pos}
					after := j.found(rule)[i]
					c.Ignore = nil
					idle := slices.ContainsFunc(after, func(p diag.Problem) bool { return p.Rule == diag.Ignore })
					left := slices.DeleteFunc(after, func(p diag.Problem) bool { return p.Rule == diag.Ignore })
					if gone := len(before) - len(left); gone > 0 == idle && !j.policies[i].policy.Settled(v, j.site.Today) && len(v.Texts) == len(j.cfg.Languages) {
						t.Errorf("%s: %d findings are accepted, and idle is %v", c.Pos, gone, idle)
					}
					for _, p := range before {
						here := p.Pos.File == x.Source && !j.policies[i].policy.Settled(v, j.site.Today) && within(places.of(p.Pos), c.ID)
						said := slices.ContainsFunc(left, func(q diag.Problem) bool { return q.Error() == p.Error() })
						if here && said {
							t.Errorf("%s accepts the rule, and it is said: %s", c.Pos, p.Error())
						} else if here {
							accepted++
						}
					}
				}
			}
		}
	})
	if accepted < 80 {
		t.Errorf("only %d findings were accepted", accepted)
	}
}

// TestRecordsAreLeftAlone: of versions that are superseded nothing is said by rules
// that speak of what can be mended. A policy.toml is no record.
func TestRecordsAreLeftAlone(t *testing.T) {
	for _, a := range readArchives(t) {
		if a.rule == 0 || !a.rule.Mending() && a.rule != diag.Markup {
			continue
		}
		j := a.read(t)
		j.site.Today = policy.Date{Year: 2199, Month: 1, Day: 2}
		for _, s := range j.policies {
			text := &policy.Text{Lang: j.cfg.Languages[0], Title: "T", Source: "new.md"}
			s.policy.Versions = append(s.policy.Versions, &policy.Version{
				Name: "new", Effective: policy.Date{Year: 2199, Month: 1, Day: 1}, Announced: policy.Date{Year: 2101, Month: 1, Day: 1},
				Texts: []*policy.Text{text},
			})
			s.policy.SortVersions()
			l, _ := Policy(context.Background(), j.cfg, j.site, s.policy, new(bitext.Alignments))
			l = slices.DeleteFunc(l, func(p diag.Problem) bool { return p.Rule != a.rule || path.Base(p.Pos.File) == "policy.toml" })
			if len(l) > 0 {
				t.Errorf("%s: of records is said:\n%s", a.file, printed(l))
			}
		}
	}
}

// TestOwners: a place belongs to the innermost clause whose words begin there or
// before it, and what follows an item to the clause around it.
func TestOwners(t *testing.T) {
	parent := &policy.Clause{ID: "a", Pos: diag.Pos{Line: 3, Col: 1}}
	item := &policy.Clause{ID: "i", Form: policy.Item, Parent: parent, Pos: diag.Pos{Line: 5, Col: 1}}
	parent.Blocks = []policy.Block{
		{Line: 4, Col: 1},
		{Kind: policy.List, Blocks: []policy.Block{{Kind: policy.ListItem, Clause: item, Blocks: []policy.Block{{Line: 5, Col: 4}}}}},
		{Line: 7, Col: 1},
	}
	next := &policy.Clause{ID: "b", Pos: diag.Pos{Line: 9, Col: 1}}
	o := newOwners(&policy.Text{Clauses: []*policy.Clause{parent, item, next}})
	for _, tt := range []struct {
		line, col int
		want      string
	}{{1, 1, ""}, {2, 99, ""}, {3, 1, "a"}, {4, 9, "a"}, {5, 1, "i"}, {5, 4, "i"}, {6, 2, "i"}, {7, 1, "a"}, {8, 1, "a"}, {9, 1, "b"}, {99, 1, "b"}} {
		got := ""
		if c := o.of(diag.Pos{Line: tt.line, Col: tt.col}); c != nil {
			got = c.ID
		}
		if got != tt.want {
			t.Errorf("%d:%d belongs to %q, want %q", tt.line, tt.col, got, tt.want)
		}
	}
	if !within(item, "a") || !within(item, "i") || within(parent, "i") || within(nil, "a") {
		t.Error("a clause is within itself and what is around it")
	}
}
