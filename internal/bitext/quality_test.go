package bitext_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// The gold is made of the versions of the corpus whose two texts agree block
// for block: as many clauses, of the same forms and depths, with the same
// blocks in each. There unit i of the one answers to unit i of the other. Then
// the English text is disturbed at random, and the alignment must find out.

// disturbance is what is done to the right text of a gold pair.
type disturbance struct {
	name   string
	edits  int // of each kind, for every 40 units or part of them
	labels bool
	levels bool
	change func(*policy.Text, *rand.Rand) // of the whole text, or nil
	rounds int                            // 1 where nothing is drawn
}

var disturbances = []disturbance{
	{"as they are", 0, true, true, nil, 1},
	{"paragraphs disturbed", 1, true, true, nil, 5},
	{"and no ids and labels", 1, false, true, nil, 5},
	{"and no heading levels", 1, false, false, nil, 5},
	{"sentences for lists", 0, true, true, listsToSentences, 5},
	{"sentences for lists, no ids and labels", 0, false, true, listsToSentences, 5},
	{"three or four paragraphs in one", 0, false, true, mergeMore, 5},
	{"bold lines for headings", 0, true, true, headingsToBold, 1},
	{"bold lines for headings, no ids and labels", 0, false, true, headingsToBold, 1},
	{"headings run in", 0, true, true, headingsRunIn, 1},
	{"reversed order", 0, true, true, reverseSections, 1},
	{"reversed order, no ids and labels", 0, false, true, reverseSections, 1},
	{"sections in another order, paragraphs disturbed, no ids and labels", 1, false, true, shuffleSections, 5},
}

// floors are what TestQuality asks of F1, per disturbance.
var floors = []float64{0.999, 0.991, 0.991, 0.991, 0.999, 0.999, 0.999, 0.999, 0.999, 0.97, 0.999, 0.999, 0.984}

func TestQuality(t *testing.T) {
	texts := gold(t)
	for i, d := range disturbances {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			s := measure(texts, d)
			t.Logf("%s: %s", d.name, s)
			if s.f1() < floors[i] {
				t.Errorf("F1 %.4f, want at least %.2f", s.f1(), floors[i])
			}
		})
	}
}

// gold returns the versions whose texts agree block for block, without those
// that have the same words as one before. They are tagged once for all tests,
// which must not change them.
func gold(t testing.TB) []tagged {
	corpus(t)
	out := tagGold()
	if len(out) == 0 {
		t.Fatal("no texts that agree")
	}
	return out
}

var tagGold = sync.OnceValue(func() []tagged {
	var out []tagged
	seen := map[string]bool{}
	for _, x := range readCorpus() {
		key := strings.Join(x.zh.Plain(), "\n") + "\x00" + strings.Join(x.en.Plain(), "\n")
		if !seen[key] && shape(x.zh) == shape(x.en) {
			seen[key] = true
			out = append(out, tagPair(x))
		}
	}
	return out
})

// shape spells the forms, depths and blocks of a text.
func shape(t *policy.Text) string {
	var b strings.Builder
	var blocks func(bs []policy.Block)
	blocks = func(bs []policy.Block) {
		b.WriteByte('(')
		for i := range bs {
			fmt.Fprint(&b, bs[i].Kind)
			blocks(bs[i].Blocks)
		}
		b.WriteByte(')')
	}
	for _, c := range t.Clauses {
		if c.Form != policy.Item {
			fmt.Fprint(&b, "/", c.Form, c.Depth)
			blocks(c.Blocks)
		}
	}
	return b.String()
}

// score counts the links between units.
type score struct{ texts, found, gold, right int }

func (s score) f1() float64 { return 2 * float64(s.right) / float64(s.found+s.gold) }

func (s score) String() string {
	return fmt.Sprintf("%3d texts, %5d links: precision %.4f, recall %.4f, F1 %.4f",
		s.texts, s.gold, float64(s.right)/float64(s.found), float64(s.right)/float64(s.gold), s.f1())
}

func measure(texts []tagged, d disturbance) score {
	var s score
	for i := range texts {
		for round := range d.rounds {
			rnd := rand.New(rand.NewPCG(uint64(i), uint64(round)))
			zh, en := texts[i].disturb(d, rnd)
			s.add(texts[i].aligned(zh, en))
		}
	}
	return s
}

// add counts the links of a bitext: those that it has, and those that it should
// have. Every tag is on the left, because nothing was done there.
func (s *score) add(b *bitext.Bitext) {
	s.texts++
	want := map[[2]int]bool{}
	for _, r := range b.Rows {
		for _, u := range r.Right {
			for _, tag := range unitTags(u) {
				want[[2]int{tag, tag}] = true
			}
		}
	}
	// A link is counted once for each pair of original units that it joins.
	found := map[[2]int]bool{}
	link := func(rows []bitext.Row) {
		for _, r := range rows {
			for _, l := range r.Links() {
				x, y := unitTags(r.Left[l[0]]), unitTags(r.Right[l[1]])
				hit := slices.ContainsFunc(x, func(p int) bool { return slices.Contains(y, p) })
				for _, p := range x {
					for _, q := range y {
						if p == q || !hit {
							found[[2]int{p, q}] = true
						}
					}
				}
			}
		}
	}
	link(b.Rows)
	link(b.Moved)
	s.gold += len(want)
	s.found += len(found)
	for l := range found {
		if want[l] {
			s.right++
		}
	}
}
