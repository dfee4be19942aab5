package redline_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"diptych/internal/align"
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

// semantic is the script of sergi/go-diff with semantic clean-up over the
// same tokens.
func semantic(s redline.Script) [][4]int {
	code := func(ids []int32) []rune {
		out := make([]rune, len(ids))
		for i, id := range ids {
			if out[i] = id; id < 0 {
				out[i] = 0x20000 - id // beyond the Han characters of the corpus
			}
		}
		return out
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	var out [][4]int
	i, j := 0, 0
	at := [4]int{-1}
	flush := func() {
		if at[0] >= 0 {
			out = append(out, at)
		}
		at = [4]int{-1}
	}
	for _, x := range d.DiffCleanupSemantic(d.DiffMainRunes(code(s.OldIDs), code(s.NewIDs), false)) {
		n := utf8.RuneCountInString(x.Text)
		if x.Type != diffmatchpatch.DiffEqual && at[0] < 0 {
			at = [4]int{i, i, j, j}
		}
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			flush()
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
	flush()
	return out
}

// BenchmarkQuality reports the measures of REDLINE.md beside those of
// sergi/go-diff on the same leaves and tokens.
func BenchmarkQuality(b *testing.B) {
	for _, lang := range langs {
		b.Run(string(lang), func(b *testing.B) {
			pairs := corpusPairs(b, lang, false)
			var ours, theirs quality
			var compare, diff time.Duration // whole redlines; the scripts of go-diff alone
			for b.Loop() {
				ours, theirs, compare, diff = quality{}, quality{}, 0, 0
				for _, p := range pairs {
					start := time.Now()
					redline.Compare(p.old.text, p.new.text)
					compare += time.Since(start)
					for _, s := range redline.Leaves(p.old.text, p.new.text) {
						ours.add(s, s.Hunks)
						start = time.Now()
						hunks := semantic(s)
						diff += time.Since(start)
						theirs.add(s, hunks)
					}
				}
			}
			b.ReportMetric(float64(compare.Milliseconds()), "ours-ms")
			b.ReportMetric(float64(diff.Milliseconds()), "semantic-ms")
			for name, q := range map[string]quality{"ours": ours, "semantic": theirs} {
				b.ReportMetric(float64(q.marked)/float64(q.all), name+"-marked")
				b.ReportMetric(float64(q.marked)/float64(q.shortest), name+"/shortest")
				b.ReportMetric(float64(q.islands), name+"-islands")
			}
			b.Logf("%d changed leaves, %d runes; ours %+v; semantic %+v", ours.leaves, ours.all, ours, theirs)
		})
	}
}
