package plan

import (
	"slices"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
	"diptych/internal/reference"
)

// Stale is a reference whose words stayed and whose label means another clause
// than before.
type Stale struct {
	Clause   *policy.Clause // the innermost in which it stands
	Block    *policy.Block  // nil in a heading
	Words    string         // with those of what it is in
	End      int            // byte behind it in the new leaf
	Was, Now reference.Target
	Present  reference.Target // what answers to was in the new text
}

// findStale finds the stale references of two leaves that answer to each other.
func (r *References) findStale(x leafPair, old, new *reference.Leaf) {
	var stays []int // tokens of the new leaf to those of the old one, -1 for those that are new
	if x.diff != nil {
		stays = kept(*x.diff)
	}
	var found []*Stale
	stood := make([]bool, len(new.Mentions)) // those that are stale
	var lists twoLists
	for i, m := range new.Mentions {
		if m.In >= 0 && m.In < i && stood[m.In] {
			stood[i] = true // said of what it is in
			continue
		}
		if m.Foreign || m.Quiet {
			continue
		}
		k := sameMention(x, stays, old, new, i)
		if k < 0 || old.Targets[k].IsZero() {
			continue
		}
		was, now := old.Targets[k], new.Targets[i]
		if was.Block != nil && now.Block == nil && now.Clause == nil && !gone(r, was) {
			continue // nobody can tell which paragraph it is
		}
		if !r.isStale(was, now) {
			continue
		}
		if !lists.hold(k, i) {
			lists = r.lists(old, new, k, i)
		}
		if lists.same {
			continue
		}
		stood[i] = true
		found = append(found, &Stale{
			Clause: new.Clause, Block: new.Block, Words: new.Spelled(i), End: m.To, Was: was, Now: now, Present: r.present(was),
		})
	}
	if len(found) == 0 {
		return
	}
	r.BySection[x.in] = append(r.BySection[x.in], found...)
	at := &x.new[0]
	r.Marks[at] = append(r.Marks[at], found...)
}

// isStale reports whether a label that meant was and means now was given to
// another clause. A clause that was written anew under the same heading is the
// same to whom refers to it.
func (r *References) isStale(was, now reference.Target) bool {
	if now.Clause == nil {
		return now.Missing || !now.Several && (gone(r, was) || r.renamed(was))
	}
	if means := r.partners.meaning(was); means != nil {
		return means != meaning(now)
	}
	head := policy.PlainRuns(was.Clause.Head)
	return head == "" || head != policy.PlainRuns(now.Clause.Head)
}

// gone reports whether nothing in the new text answers to what a reference meant.
func gone(r *References, was reference.Target) bool { return r.partners.meaning(was) == nil }

// renamed reports whether the clause has another label now.
func (r *References) renamed(was reference.Target) bool {
	c := r.partners.clauses[was.Clause]
	return was.Block == nil && c != nil && !slices.Equal(c.Label.Path, was.Clause.Label.Path)
}

// present returns what answers to an old target.
func (r *References) present(was reference.Target) reference.Target {
	out := reference.Target{Clause: r.partners.clauses[was.Clause]}
	if was.Block != nil {
		out.Block = r.partners.blocks[was.Block]
	}
	return out
}

// sameMention returns the mention of the old leaf whose words stayed as mention
// i of the new one, or -1.
func sameMention(x leafPair, stays []int, old, new *reference.Leaf, i int) int {
	m := &new.Mentions[i]
	from := m.Digits
	if x.diff != nil {
		d := *x.diff
		token := tokenAt(d.New, m.Digits)
		if token < 0 || stays[token] < 0 {
			return -1
		}
		from += d.Old.Tokens[stays[token]].Start - d.New.Tokens[token].Start
	}
	k, ok := slices.BinarySearchFunc(old.Mentions, from, func(m reference.Mention, at int) int { return m.Digits - at })
	if !ok || old.Mentions[k].Unit != m.Unit || !slices.Equal(old.Mentions[k].Path, m.Path) || old.Mentions[k].Foreign {
		return -1
	}
	return k
}

// kept returns, for each token of the new leaf, the one of the old leaf as which
// it stayed, or -1.
func kept(d *words.Diff) []int {
	out := make([]int, len(d.New.Tokens))
	i, j := 0, 0
	for _, h := range d.Hunks {
		for ; j < h.B0; i, j = i+1, j+1 {
			out[j] = i
		}
		for ; j < h.B1; j++ {
			out[j] = -1
		}
		i = h.A1
	}
	for ; j < len(out); i, j = i+1, j+1 {
		out[j] = i
	}
	return out
}
