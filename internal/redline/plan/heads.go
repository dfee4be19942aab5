package plan

import (
	"cmp"
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// A heading and what stands under it vote on which clause answers to which, and
// the larger part of the words decides. An equal heading is an anchor as long as
// nothing of more words says otherwise: where two headings change places over
// bodies that stay, or a heading is inherited by another subject, the bodies
// do. A heading that several clauses share has no vote.

// Thresholds of votes.
const (
	bodyStays  = 0.5 // so much of the shorter body is in the other: it is still the body of its heading
	bodyClaims = 0.5 // two bodies are so much alike: they are one under two headings
	bodyBytes  = 24  // eight Han characters: less may be said in many clauses
	rivals     = 1 << 13
)

// voter is a clause with a heading whose like, word for word, the other text
// does not have.
type voter struct {
	at         int // its place in the outline
	head       uint64
	body       uint64
	headBytes  int
	bodyBytes  int
	headShared bool // another clause has the heading
	bodyShared bool
	leaves     []leafVote
}

// leafVote is a leaf of a body.
type leafVote struct {
	key  uint64
	runs []policy.Run
}

// claim is two voters that would be one clause, and the bytes that say so.
type claim struct {
	left, right *voter
	votes       float64
}

// voteKeys gives clauses without equal content one key where their headings or
// their bodies say that they are one.
func (m *matcher) voteKeys(keysLeft, keysRight []uint64, left, right []*policy.Clause) {
	a, b := m.voters(keysLeft, keysRight, left), m.voters(keysRight, keysLeft, right)
	claims := m.claims(a, b)
	slices.SortStableFunc(claims, func(c, d claim) int {
		x, y := [2]int{c.left.at, c.right.at}, [2]int{d.left.at, d.right.at}
		if m.direction == mirrored {
			x[0], x[1], y[0], y[1] = x[1], x[0], y[1], y[0]
		}
		return cmp.Or(cmp.Compare(d.votes, c.votes), cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	bound := map[*voter]bool{}
	for _, c := range claims {
		if !bound[c.left] && !bound[c.right] {
			bound[c.left], bound[c.right] = true, true
			k := uint64(align.NewKey().Text("vote").Number(c.left.at).Number(c.right.at))
			keysLeft[c.left.at], keysRight[c.right.at] = k, k
		}
	}
}

// voters returns the voters of one side.
func (m *matcher) voters(keys, other []uint64, cs []*policy.Clause) []*voter {
	there := make(map[uint64]bool, len(other))
	for _, k := range other {
		there[k] = true
	}
	heads, bodies := map[uint64]*voter{}, map[uint64]*voter{}
	var out []*voter
	for i, c := range cs {
		if c.Form != policy.Heading || len(c.Head) == 0 || there[keys[i]] {
			continue
		}
		v := &voter{at: i, head: m.like.head(c), headBytes: runsSize(c.Head), bodyBytes: blocksSize(c.Blocks)}
		v.addLeaves(c.Blocks)
		k := align.NewKey()
		for _, l := range v.leaves {
			k = k.Number(int(l.key))
		}
		v.body = uint64(k)
		if first := heads[v.head]; first != nil {
			first.headShared, v.headShared = true, true
		} else {
			heads[v.head] = v
		}
		if first := bodies[v.body]; first != nil {
			first.bodyShared, v.bodyShared = true, true
		} else {
			bodies[v.body] = v
		}
		out = append(out, v)
	}
	return out
}

// claims returns the pairs that have a claim: equal headings; equal bodies; and,
// where a body is not the one that its heading had, those that are like it.
func (m *matcher) claims(a, b []*voter) []claim {
	heads, bodies := map[uint64]*voter{}, map[uint64]*voter{}
	for _, w := range b {
		if !w.headShared {
			heads[w.head] = w
		}
		if !w.bodyShared && w.bodyBytes >= bodyBytes {
			bodies[w.body] = w
		}
	}
	var out []claim
	claimed := map[*voter]bool{} // by an equal body
	for _, v := range a {
		if w := bodies[v.body]; w != nil && !v.bodyShared && v.bodyBytes > max(v.headBytes, w.headBytes) {
			out = append(out, claimOf(v, w, 1))
			claimed[v], claimed[w] = true, true
		}
	}
	var left, right []*voter // whose bodies look for another heading
	stays := map[*voter]bool{}
	for _, v := range a {
		w := heads[v.head]
		if w == nil || v.headShared {
			continue
		}
		if !claimed[v] && !claimed[w] && v.surelyHolds(w) {
			out = append(out, claimOf(v, w, 1)) // the only claim on either
			stays[v], stays[w] = true, true
			continue
		}
		like, held := m.bodiesLike(v, w)
		out = append(out, claimOf(v, w, like))
		if v.bodyBytes > v.headBytes && w.bodyBytes > w.headBytes && held < bodyStays {
			left, right = append(left, v), append(right, w)
		} else {
			stays[v], stays[w] = true, true
		}
	}
	if len(left)*(len(a)+len(b)) > rivals {
		return out
	}
	rival := func(v, w *voter) {
		if v.head == w.head || stays[v] || stays[w] {
			return
		}
		if like, _ := m.bodiesLike(v, w); like >= bodyClaims {
			out = append(out, claimOf(v, w, like))
		}
	}
	for n := range left {
		for _, w := range b {
			rival(left[n], w)
		}
		for _, v := range a {
			rival(v, right[n])
		}
	}
	return out
}

// claimOf counts the bytes that say that two voters, whose bodies are so much
// alike, are one clause.
func claimOf(v, w *voter, like float64) claim {
	votes := like * float64(v.bodyBytes+w.bodyBytes) / 2
	if v.head == w.head {
		votes += float64(v.headBytes)
	}
	return claim{v, w, votes}
}

// addLeaves adds the leaves in the blocks.
func (v *voter) addLeaves(blocks []policy.Block) {
	for i := range blocks {
		if runs := blocks[i].Runs; len(runs) > 0 {
			v.leaves = append(v.leaves, leafVote{uint64(addRuns(align.NewKey(), runs)), runs})
		}
		v.addLeaves(blocks[i].Blocks)
	}
}

// surelyHolds reports whether equal leaves alone show that enough of the shorter
// body is in the other.
func (v *voter) surelyHolds(w *voter) bool {
	there := make(map[uint64]int, len(w.leaves))
	for _, l := range w.leaves {
		there[l.key]++
	}
	equal := 0
	for _, l := range v.leaves {
		if there[l.key] > 0 {
			there[l.key]--
			equal += runsSize(l.runs)
		}
	}
	return equal > 0 && float64(equal) >= bodyStays*float64(min(v.bodyBytes, w.bodyBytes))
}

// bodiesLike is how alike two bodies are, and how much of the shorter one is in
// the other. Of leaves that both have only the length is asked.
func (m *matcher) bodiesLike(v, w *voter) (like, held float64) {
	most, least := max(v.bodyBytes, w.bodyBytes), min(v.bodyBytes, w.bodyBytes)
	switch {
	case v.body == w.body:
		return 1, 1
	case least == 0:
		return 0, 0
	}
	there := make(map[uint64]int, len(w.leaves))
	for _, l := range w.leaves {
		there[l.key]++
	}
	equal := 0
	var olds, news []*words.Leaf
	for _, l := range v.leaves {
		if there[l.key] > 0 {
			there[l.key]--
			equal += runsSize(l.runs)
		} else {
			olds = append(olds, m.like.cutter.Cut(l.runs))
		}
	}
	for _, l := range w.leaves {
		if there[l.key] > 0 {
			there[l.key]--
			news = append(news, m.like.cutter.Cut(l.runs))
		}
	}
	was, is := words.FeaturesOf(olds...), words.FeaturesOf(news...)
	rest := was.Like(is)
	like = (float64(2*equal) + rest*float64(most+least-2*equal)) / float64(most+least)
	if v.bodyBytes <= w.bodyBytes {
		rest = max(rest, was.HeldIn(is))
	}
	if w.bodyBytes <= v.bodyBytes {
		rest = max(rest, is.HeldIn(was))
	}
	held = (float64(equal) + rest*float64(least-equal)) / float64(least)
	return min(1, like), min(1, held)
}
