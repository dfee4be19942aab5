package redline_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline"
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

// leaves are all pairs of leaves that differ between consecutive versions.
func leaves(t testing.TB, lang policy.Lang) (out []redline.Script) {
	for _, p := range corpusPairs(t, lang, false) {
		out = append(out, redline.Leaves(p.old.text, p.new.text)...)
	}
	return out
}

// mostMarked is how much may be marked of what the shortest script marks. A
// general diff with semantic clean-up marked 1.236 and 1.116 of it on the same
// tokens.
var mostMarked = map[policy.Lang]float64{"zh": 1.15, "en": 1.05}

// TestQuality holds on the corpus that little more is marked than the shortest
// script marks, and that there are no islands.
func TestQuality(t *testing.T) {
	if testing.Short() {
		t.Skip("measured on the corpus, in the full run")
	}
	for _, lang := range langs {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			var q quality
			for _, s := range leaves(t, lang) {
				q.add(s, s.Hunks)
			}
			ratio := float64(q.marked) / float64(q.shortest)
			t.Logf("%s: %d leaves, %d runes; marked/shortest %.4f, islands %d", lang, q.leaves, q.all, ratio, q.islands)
			if ratio > mostMarked[lang] || q.islands > 0 {
				t.Errorf("%s: %+v", lang, q)
			}
		})
	}
}

// BenchmarkScript makes the scripts of all pairs of leaves of the corpus that
// differ, from their tokens to the cleaned-up script. It reports the sum of the
// best times of each pair, so that a busy machine counts little.
func BenchmarkScript(b *testing.B) {
	for _, lang := range langs {
		b.Run(string(lang), func(b *testing.B) {
			pairs := leaves(b, lang)
			best := make([]time.Duration, len(pairs))
			for b.Loop() {
				for i, s := range pairs {
					start := time.Now()
					s.Run()
					if d := time.Since(start); best[i] == 0 || d < best[i] {
						best[i] = d
					}
				}
			}
			var all time.Duration
			var q quality
			for i, s := range pairs {
				all += best[i]
				q.add(s, s.Hunks)
			}
			b.ReportMetric(float64(all.Microseconds()), "script-µs")
			b.ReportMetric(float64(q.marked)/float64(q.all), "marked")
			b.ReportMetric(float64(q.marked)/float64(q.shortest), "marked/shortest")
			b.ReportMetric(float64(q.islands), "islands")
		})
	}
}
