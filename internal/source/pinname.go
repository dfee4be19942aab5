package source

import (
	"slices"

	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// knownIDs are the ids of a policy that was= would say something new of.
type knownIDs struct {
	first map[string]bool // first ids of clauses: the two would be joined
	said  map[string]bool // a source says already whose they were
}

func newKnownIDs(p *policy.Policy, trial Trial) knownIDs {
	k := knownIDs{map[string]bool{}, map[string]bool{}}
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, c := range t.Clauses {
				id, _ := trial.Name(c)
				k.first[id] = true
				for _, id := range c.Former {
					k.said[id] = true
				}
			}
		}
	}
	return k
}

// name returns what is to be written for a clause: its id, and of its second
// targets those that no source tells of. A clause that was called what another is
// called is left as it is, as was= would make them one, and so is one that says
// what it was called without an id: with one, the ids would count as one.
func (k knownIDs) name(c *policy.Clause, trial Trial, l *diag.List) markup.Name {
	id, also := trial.Name(c)
	n := markup.Name{ID: id}
	if len(c.Former) > 0 && c.Origin != policy.Explicit {
		l.Errorf(c.Pos, diag.Pin, "write {#"+id+"} into the same braces, and see whether other ids change",
			"clause %s says what it was called and has no id in its source", id)
		return markup.Name{}
	}
	for _, id := range also {
		if !k.said[id] {
			n.Was = append(n.Was, id)
		}
	}
	if i := slices.IndexFunc(n.Was, func(id string) bool { return k.first[id] }); i >= 0 && c.Origin != policy.Explicit {
		l.Errorf(c.Pos, diag.Pin, "the clause keeps its id without one; leave it as it is", "clause %s was called %s, which another clause is called", id, n.Was[i])
		return markup.Name{}
	}
	return n
}
