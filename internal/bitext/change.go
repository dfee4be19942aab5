package bitext

import (
	"context"
	"hash/fnv"
	"sync"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Change is a section of the redlines between two versions in both languages;
// one side is nil where the section is in one language only.
type Change struct {
	Left, Right *redline.Section
	// OneSided is the side on which the words changed while the other's did
	// not: the commonest way in which translations drift apart.
	OneSided Side
	// Drifts are the rows of two sections that changed both, and not alike.
	Drifts []Drift
	// Apart is set where the two sections stand in different places of their texts.
	// The right one is then in a change of its own too, at its place, which is
	// Told: nothing more is to be said of it.
	Apart, Told bool
}

// Side is one of the two texts.
type Side uint8

const (
	Neither Side = iota
	LeftSide
	RightSide
)

// Changes pairs the sections of two redlines between the same versions by the
// permanent ids of their clauses, and by what the two bitexts say. Every section
// of either is in one change, and both are in order, but for those that are Apart.
// was and is are the bitexts of the old and of the new texts;
// where they are nil, sections are compared as a whole.
func Changes(ctx context.Context, left, right *redline.Redline, was, is *Bitext) []Change {
	before := sync.OnceValue(func() index { return newIndex(was) })
	after := sync.OnceValue(func() index { return newIndex(is) })
	lt, rt := newTrails(left, right, was, is)
	keys := func(ss []redline.Section) []uint64 {
		out := make([]uint64, len(ss))
		for i := range ss {
			h := fnv.New64a()
			_, _ = h.Write([]byte(ss[i].Clause.ID)) // never fails
			out[i] = h.Sum64()
		}
		return out
	}
	script := align.Align(ctx, len(left.Sections), len(right.Sections), align.Options{
		Left: keys(left.Sections), Right: keys(right.Sections),
	})
	elsewhere := rejoin(left, right, script, was, is)
	told := make(map[int]bool, len(elsewhere))
	for _, j := range elsewhere {
		told[j] = true
	}
	out := make([]Change, 0, len(script))
	for _, p := range script {
		c := Change{Told: p.Left < 0 && told[p.Right]}
		if j, ok := elsewhere[p.Left]; ok {
			p.Right, c.Apart = j, true
		}
		if p.Left >= 0 {
			c.Left = &left.Sections[p.Left]
		}
		if p.Right >= 0 {
			c.Right = &right.Sections[p.Right]
		}
		if c.Told {
			out = append(out, c)
			continue
		}
		switch l, r := c.Left.Verdict() == redline.Words, c.Right.Verdict() == redline.Words; {
		case l && !r && lt.leaves(c.Left, rt, c.Right) && !lt.followed(c.Left, rt):
			c.OneSided = LeftSide
		case r && !l && rt.leaves(c.Right, lt, c.Left) && !rt.followed(c.Right, lt):
			c.OneSided = RightSide
		case l && r:
			c.Drifts = drifts(lt, rt, &c, before(), after())
		}
		out = append(out, c)
	}
	return out
}

// rejoin pairs what the order of the ids left alone, left with right: sections
// whose clauses have one id, or answer to each other in the new texts, or in the
// old ones.
func rejoin(left, right *redline.Redline, script []align.Pair, was, is *Bitext) map[int]int {
	byClause := map[*policy.Clause]int{}
	byID := map[string]int{}
	for _, p := range script {
		if s := p.Right; p.Left < 0 {
			sec := &right.Sections[s]
			byID[sec.Clause.ID] = s
			for _, c := range [...]*policy.Clause{sec.New, sec.Old} {
				if c != nil {
					byClause[c] = s
				}
			}
		}
	}
	out, taken := map[int]int{}, map[int]bool{}
	for _, p := range script {
		if p.Right >= 0 {
			continue
		}
		if j, ok := answerOf(&left.Sections[p.Left], byID, byClause, was, is); ok && !taken[j] {
			out[p.Left], taken[j] = j, true
		}
	}
	return out
}

// answerOf returns which of the sections of the right text a left one answers to.
func answerOf(s *redline.Section, byID map[string]int, byClause map[*policy.Clause]int, was, is *Bitext) (int, bool) {
	if j, ok := byID[s.Clause.ID]; ok {
		return j, true
	}
	if is != nil && s.New != nil {
		if d := is.Partner(s.New); d != nil {
			j, ok := byClause[d]
			return j, ok
		}
	}
	if was != nil && s.Old != nil {
		if d := was.Partner(s.Old); d != nil {
			j, ok := byClause[d]
			return j, ok
		}
	}
	return 0, false
}

// leaves reports whether a section that changed leaves the other language
// behind: the same clause that stayed as it was, or was not taken out or not
// put in there as well. A clause that the other text never had, or does not
// tell apart as a clause, leaves nothing behind.
func (t *trail) leaves(s *redline.Section, other *trail, still *redline.Section) bool {
	switch {
	case s.Old.StandsAlone(), s.New.StandsAlone(), slight(s), translated(s):
		return false
	case still != nil:
		return true
	case s.New == nil: // deleted, and no clause that changed its form
		return !t.ids()[s.Old.ID] && other.ids()[s.Old.ID]
	}
	return s.Old == nil && !other.ids()[s.New.ID]
}
