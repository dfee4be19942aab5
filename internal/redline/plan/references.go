package plan

import (
	"context"
	"strconv"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
	"diptych/internal/reference"
)

// A reference to a clause that was renumbered follows it: "see clause 5.3"
// becomes "see clause 5.4". It is marked, because the words differ, but it is
// no change of its own kind, because the renumbering is listed already. Where
// the words stayed and their label means another clause now, it is stale.

// References knows what the words of both texts refer to, and what became of
// it.
type References struct {
	old, new *reference.Reading
	partners partners

	BySection map[*Node][]*Stale
	Marks     map[*policy.Run][]*Stale // by the first run of their leaf
}

// refer reads the references of the new text, and those of the old one that
// answer to them, as far as any of them can follow or be stale, and lets those
// that follow do so. It changes diffs of the plan, which nobody has seen yet.
func (m *matcher) refer(p *Plan) *References {
	if !reference.Labelled(p.Old) && !reference.Labelled(p.New) && !p.mayNameParagraph() {
		return &References{}
	}
	if leaves, ok := p.steady(); ok {
		return m.follow(p, &References{old: reference.Begin(p.Old), new: reference.Begin(p.New)}, leaves)
	}
	return m.referAnywhere(p)
}

// ReferAnywhere is what Make finds of references, from every word of both texts:
// it reads more than Make does, and finds the same.
func ReferAnywhere(ctx context.Context, p *Plan) *References {
	return (&matcher{ctx: ctx, like: newLikeness(p.Cutter)}).referAnywhere(p)
}

// referAnywhere is refer for texts whose labels may mean other clauses.
func (m *matcher) referAnywhere(p *Plan) *References {
	r := &References{new: reference.Read(p.New)}
	if len(r.new.Leaves) == 0 {
		return r
	}
	r.old = reference.Open(p.Old)
	w := p.walk()
	r.partners = w.partners
	return m.follow(p, r, w.leaves)
}

// follow reads what leaves refer to.
func (m *matcher) follow(p *Plan, r *References, leaves []leafPair) *References {
	r.BySection, r.Marks = map[*Node][]*Stale{}, map[*policy.Run][]*Stale{}
	for _, x := range leaves {
		old, new := r.read(x)
		if old == nil {
			continue
		}
		if r.partners.clauses == nil {
			r.partners = p.walk().partners
		}
		if x.diff != nil {
			d := *x.diff
			if olds, news := r.names(d, old, new); olds != nil {
				olds, news = p.Notes.names(d.Old, d.New, olds, news)
				*x.diff = m.like.cutter.Compare(m.ctx, d.Old, d.New, words.Options{Mirrored: Mirrors(d.Old, d.New), Old: olds, New: news})
			}
		}
		r.findStale(x, old, new)
	}
	return r
}

// read returns what two leaves refer to; nil and nil where one of them refers to
// nothing.
func (r *References) read(x leafPair) (old, new *reference.Leaf) {
	switch {
	case x.newAt.clause != nil:
		new = r.new.At(x.newAt.clause, x.newAt.block, x.new)
	case x.sewn:
		new = r.new.Make(x.in.New, nil, x.new)
	default:
		new = r.new.Of(x.new)
	}
	switch {
	case new == nil:
	case x.oldAt.clause != nil:
		old = r.old.At(x.oldAt.clause, x.oldAt.block, x.old)
	case x.sewn:
		old = r.old.Make(x.in.Old, nil, x.old)
	case x.diff == nil:
		old = r.old.OfSame(x.old, new, r.new)
	default:
		old = r.old.Of(x.old)
	}
	if old == nil {
		return nil, nil
	}
	return old, new
}

// names gives tokens of two leaves that refer to the same clauses one name,
// where their words differ. They are nil where there are none.
func (r *References) names(d *words.Diff, old, new *reference.Leaf) (olds, news map[int]string) {
	ids := map[any]string{}
	from := tokensOf(d.Old, old, r.partners.meaning, ids)
	to := tokensOf(d.New, new, meaning, ids)
	type spelling struct {
		id    int32
		other bool // the clauses are referred to in more than one way
	}
	as := map[string]spelling{}
	for token, name := range to {
		id := d.New.Tokens[token].ID
		x, ok := as[name]
		as[name] = spelling{id, ok && (x.other || x.id != id)}
	}
	follows := map[string]bool{}
	for token, name := range from {
		if x, ok := as[name]; ok && (x.other || x.id != d.Old.Tokens[token].ID) {
			follows[name] = true
		}
	}
	pick := func(in map[int]string) map[int]string {
		for token, name := range in {
			if !follows[name] {
				delete(in, token)
			}
		}
		return in
	}
	if len(follows) == 0 {
		return nil, nil
	}
	return pick(from), pick(to)
}

// tokensOf names the tokens of a leaf that hold numbers of references by the
// clauses that these mean. A token of which not all is known has no name.
func tokensOf(l *words.Leaf, refs *reference.Leaf, means func(reference.Target) any, ids map[any]string) map[int]string {
	out := map[int]string{}
	unknown := map[int]bool{}
	for i, m := range refs.Mentions {
		token := tokenAt(l, m.Digits)
		if token < 0 || m.Back || m.Behind > l.Tokens[token].End {
			continue
		}
		what := means(refs.Targets[i])
		if what == nil {
			unknown[token] = true
			continue
		}
		id, ok := ids[what]
		if !ok {
			id = " " + strconv.Itoa(len(ids))
			ids[what] = id
		}
		out[token] += id
	}
	for token := range unknown {
		delete(out, token)
	}
	return out
}

// tokenAt returns the token that holds the byte at pos, or -1.
func tokenAt(l *words.Leaf, pos int) int {
	lo, hi := 0, len(l.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; l.Tokens[mid].End <= pos {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(l.Tokens) || l.Tokens[lo].Start > pos {
		return -1
	}
	return lo
}

// meaning is what a reference means, so that two can be compared: a clause or a
// paragraph of one, or nil.
func meaning(t reference.Target) any {
	switch {
	case t.Clause == nil:
		return nil
	case t.Block != nil:
		return t.Block
	}
	return t.Clause
}

// meaning is meaning of what a reference of the old text means in the new one.
func (p partners) meaning(t reference.Target) any {
	switch {
	case t.Clause == nil:
	case t.Block != nil:
		if b := p.blocks[t.Block]; b != nil {
			return b
		}
	default:
		if c := p.clauses[t.Clause]; c != nil {
			return c
		}
	}
	return nil
}

// Change is the hunk of a reference that follows, in the words of the reference.
func (r *References) Change(d *words.Diff, h align.Hunk) (old, new string) {
	return spelled(r.old, d.Old, h.A0), spelled(r.new, d.New, h.B0)
}

// spelled returns the reference of a leaf that token i is a part of, as far as
// it has words; without one, the token's.
func spelled(in *reference.Reading, l *words.Leaf, i int) string {
	if refs := in.Of(l.Runs); refs != nil {
		for k, m := range refs.Mentions {
			if t := &l.Tokens[i]; m.Digits < t.End && m.Behind > t.Start && m.From <= t.Start && m.To >= t.End {
				return refs.Words[m.From:m.To]
			} else if k > 0 && m.From > t.End {
				break
			}
		}
	}
	return l.Word(i)
}
