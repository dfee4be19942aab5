package redline_test

import (
	"slices"
	"testing"
	"time"

	"diptych/internal/redline"
)

// BenchmarkCorpus compares every pair of consecutive versions once a turn and
// reports the median and the worst pair.
func BenchmarkCorpus(b *testing.B) {
	for _, lang := range langs {
		b.Run(string(lang), func(b *testing.B) {
			pairs := corpusPairs(b, lang, false)
			best := make([]time.Duration, len(pairs))
			b.ResetTimer()
			for b.Loop() {
				for i, p := range pairs {
					start := time.Now()
					redline.Compare(b.Context(), p.old.text, p.new.text)
					if d := time.Since(start); best[i] == 0 || d < best[i] {
						best[i] = d
					}
				}
			}
			worst := 0
			for i := range best {
				if best[i] > best[worst] {
					worst = i
				}
			}
			b.Logf("worst: %s", pairs[worst])
			slices.Sort(best)
			b.ReportMetric(float64(best[len(best)/2].Microseconds()), "µs/median")
			b.ReportMetric(float64(best[len(best)-1].Microseconds()), "µs/worst")
		})
	}
}

// BenchmarkHandful compares a text of about 50 kB with a version of it that
// differs in a handful of words.
func BenchmarkHandful(b *testing.B) {
	for _, lang := range langs {
		b.Run(string(lang), func(b *testing.B) {
			for _, p := range corpusPairs(b, lang, false) {
				if p.old.policy == "firefox-privacy-notice" && p.old.name == "2025-02-24" {
					b.SetBytes(int64(p.old.text.Bytes + p.new.text.Bytes))
					for b.Loop() {
						redline.Compare(b.Context(), p.old.text, p.new.text)
					}
					b.Log(redline.Compare(b.Context(), p.old.text, p.new.text).Counts.ByKind)
				}
			}
		})
	}
}
