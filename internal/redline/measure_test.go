package redline_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// quality is what REDLINE.md measures of a set of redlines.
type quality struct {
	leaves   int
	all      int // runes of both sides
	marked   int // of them, in hunks
	shortest int // in the shortest script over the same tokens
	islands  int // unchanged runs of one or two runes between two hunks
	crowded  int // leaves with an island
	stops    int // further islands that hold a stop
}

func runes(words []string) int {
	n := 0
	for _, w := range words {
		n += utf8.RuneCountInString(w)
	}
	return n
}

func (q *quality) add(s redline.Script, hunks [][4]int) {
	q.leaves++
	q.all += runes(s.Old) + runes(s.New)
	islands := 0
	for i, h := range hunks {
		q.marked += runes(s.Old[h[0]:h[1]]) + runes(s.New[h[2]:h[3]])
		if i > 0 {
			island := s.New[hunks[i-1][3]:h[2]]
			switch n := runes(island); {
			case n == 0 || n > 2:
			case strings.ContainsAny(strings.Join(island, ""), "，。；：、,.;:"):
				q.stops++ // REDLINE.md: never joined across these
			default:
				islands++
			}
		}
	}
	q.islands += islands
	if islands > 0 {
		q.crowded++
	}
	for _, h := range align.Tokens(s.OldIDs, s.NewIDs, 1<<20) {
		q.shortest += runes(s.Old[h.A0:h.A1]) + runes(s.New[h.B0:h.B1])
	}
}

// codes gives tokens as runes, which is how sergi/go-diff takes them.
func codes(ids []int32) []rune {
	out := make([]rune, len(ids))
	for i, id := range ids {
		if out[i] = id; id < 0 {
			out[i] = 0x20000 - id // beyond the Han characters of the corpus
		}
	}
	return out
}

// semantic is the script of sergi/go-diff with semantic clean-up over the
// same tokens, as runes.
func semantic(a, b []rune) []diffmatchpatch.Diff {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	return d.DiffCleanupSemantic(d.DiffMainRunes(a, b, false))
}

// hunksOf puts the script of sergi/go-diff as ours are.
func hunksOf(diffs []diffmatchpatch.Diff) [][4]int {
	var out [][4]int
	i, j := 0, 0
	at := [4]int{-1}
	for _, x := range append(diffs, diffmatchpatch.Diff{Type: diffmatchpatch.DiffEqual}) {
		n := utf8.RuneCountInString(x.Text)
		if x.Type != diffmatchpatch.DiffEqual && at[0] < 0 {
			at = [4]int{i, i, j, j}
		}
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			if at[0] >= 0 {
				out = append(out, at)
			}
			at = [4]int{-1}
			i += n
			j += n
		case diffmatchpatch.DiffDelete:
			i += n
			at[1] = i
		case diffmatchpatch.DiffInsert:
			j += n
			at[3] = j
		}
	}
	return out
}

// leaves are all pairs of leaves that differ between consecutive versions.
func leaves(t testing.TB, lang policy.Lang) (out []redline.Script) {
	for _, p := range corpusPairs(t, lang, false) {
		out = append(out, redline.Leaves(p.old.text, p.new.text)...)
	}
	return out
}

// TestQuality holds the goals of REDLINE.md on the corpus: marked share within
// 1.15 of the shortest script and not above that of sergi/go-diff, no islands.
func TestQuality(t *testing.T) {
	if testing.Short() {
		t.Skip("measured on the corpus, in the full run")
	}
	for _, lang := range langs {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			testQuality(t, lang)
		})
	}
}

func testQuality(t *testing.T, lang policy.Lang) {
	var ours, theirs quality
	for _, s := range leaves(t, lang) {
		ours.add(s, s.Hunks)
		theirs.add(s, hunksOf(semantic(codes(s.OldIDs), codes(s.NewIDs))))
	}
	ratio := float64(ours.marked) / float64(ours.shortest)
	t.Logf("%s: %d leaves, %d runes; marked/shortest %.4f, islands %d; sergi/go-diff %.4f, islands %d", lang, ours.leaves, ours.all,
		ratio, ours.islands, float64(theirs.marked)/float64(theirs.shortest), theirs.islands)
	if ratio > 1.15 || ours.marked > theirs.marked || ours.islands > 0 {
		t.Errorf("%s: ours %+v; sergi/go-diff %+v", lang, ours, theirs)
	}
}

// BenchmarkScript makes the scripts of all pairs of leaves of the corpus that
// differ, from their tokens to the cleaned-up script: by this package and by
// sergi/go-diff with semantic clean-up, on the same tokens, in turns. It reports
// the sums of the best times of each pair, so that a busy machine counts little.
func BenchmarkScript(b *testing.B) {
	for _, lang := range langs {
		b.Run(string(lang), func(b *testing.B) {
			pairs := leaves(b, lang)
			ours, theirs := make([]time.Duration, len(pairs)), make([]time.Duration, len(pairs))
			best := func(at *time.Duration, f func()) {
				start := time.Now()
				f()
				if d := time.Since(start); *at == 0 || d < *at {
					*at = d
				}
			}
			for b.Loop() {
				for i, s := range pairs {
					best(&ours[i], func() { s.Run() })
					x, y := codes(s.OldIDs), codes(s.NewIDs)
					best(&theirs[i], func() { semantic(x, y) })
				}
			}
			sum := func(ds []time.Duration) (all time.Duration) {
				for _, d := range ds {
					all += d
				}
				return all
			}
			var q, r quality
			for _, s := range pairs {
				q.add(s, s.Hunks)
				r.add(s, hunksOf(semantic(codes(s.OldIDs), codes(s.NewIDs))))
			}
			for name, x := range map[string]struct {
				quality
				time.Duration
			}{"ours": {q, sum(ours)}, "semantic": {r, sum(theirs)}} {
				b.ReportMetric(float64(x.Microseconds()), name+"-µs")
				b.ReportMetric(float64(x.marked)/float64(x.all), name+"-marked")
				b.ReportMetric(float64(x.marked)/float64(x.shortest), name+"/shortest")
				b.ReportMetric(float64(x.islands), name+"-islands")
			}
		})
	}
}
