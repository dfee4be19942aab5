package redline_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// worst are pairs of texts that an author would hardly write and a program may,
// by the number of their parts.
var worst = []struct {
	name string
	n    int
	make func(n int) (old, new string)
}{
	{"rows with equal keys", 840, func(n int) (string, string) {
		row := func(i int) string { return fmt.Sprintf("| 微信 | 功能%d号 | 期限%d |\n", i, i*7) }
		head := "| 公司 | 用途 | 期限 |\n|---|---|---|\n"
		return head + many(n, row), head + many(n, func(i int) string { return row(i * 3 % n) })
	}},
	{"rows all alike", 840, func(n int) (string, string) {
		head := "| 公司 | 用途 | 期限 |\n|---|---|---|\n"
		return head + many(n, func(int) string { return "| 微信 | 支付 | 一年 |\n" }), head + many(n+1, func(int) string { return "| 微信 | 支付 | 两年 |\n" })
	}},
	{"renumbered clauses with a reference", 2400, func(n int) (string, string) {
		article := func(shift int) func(int) string {
			return func(i int) string {
				return fmt.Sprintf("## Article %d\n\nClerk %d keeps key %d under Article %d.\n\n", i+1+shift, i, i*7, (i+n/2)%n+1)
			}
		}
		return many(n, article(0)), "## Article 1\n\nSomething else comes first.\n\n" + many(n, article(1))
	}},
	{"footnotes", 1900, func(n int) (string, string) {
		words := func(i int) string { return fmt.Sprintf("Clerk %d keeps a key.[^%d]\n\n", i, i) }
		note := func(i int) string { return fmt.Sprintf("[^%d]: Note %d names office %d.\n", i, i, i*7) }
		back := func(f func(int) string) func(int) string { return func(i int) string { return f(n - 1 - i) } }
		return many(n, words) + many(n, note), many(n, back(words)) + many(n, note)
	}},
	{"marks in one paragraph", 10000, func(n int) (string, string) {
		run := func(i int) string { return fmt.Sprintf("word%d **bold%d** ~~struck%d~~ ", i%50, i%70, i%90) }
		other := func(i int) string { return fmt.Sprintf("word%d ~~bold%d~~ **struck%d** ", i%50, i%70, i%91) }
		return many(n/2, run), many(n/2, other)
	}},
	{"list items reversed", 2000, func(n int) (string, string) {
		item := func(i int) string { return fmt.Sprintf("- Clerk %d keeps key %d of room %d.\n", i, i*7, i*13) }
		return many(n, item), many(n, func(i int) string { return item(n - 1 - i) })
	}},
	{"half words", 76_000, func(n int) (string, string) {
		return strings.Repeat("甲 a", n), strings.Repeat("a 甲", n)
	}},
	{"sentences moved", 8_400, func(n int) (string, string) {
		sentence := func(i int) string { return fmt.Sprintf("第一句说的是%d号房间的钥匙。", i) }
		return many(n, sentence), many(n, func(i int) string { return sentence(i * 7919 % n) })
	}},
	{"paragraphs of one word", 5_900, func(n int) (string, string) {
		return many(n, func(i int) string { return fmt.Sprintf("甲%d\n\n", i) }), many(n, func(i int) string { return fmt.Sprintf("乙%d\n\n", i) })
	}},
	{"columns", 125, func(n int) (string, string) {
		table := func(at func(int) int, rows int) string {
			rule := strings.Repeat("|---", n) + "|\n"
			row := func(r int) string {
				return many(n, func(i int) string { return fmt.Sprintf("| v%d.%d ", r, at(i)) }) + "|\n"
			}
			return row(0) + rule + many(rows, func(r int) string { return row(r + 1) })
		}
		return table(func(i int) int { return i }, 20), table(func(i int) int { return n - 1 - i }, 21)
	}},
}

func many(n int, part func(int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(part(i))
	}
	return b.String()
}

// BenchmarkWorst compares the worst pairs, with a fourth, half and all of their
// parts, and reports how much longer each takes than the smallest.
func BenchmarkWorst(b *testing.B) {
	for _, w := range worst {
		b.Run(strings.ReplaceAll(w.name, " ", "-"), func(b *testing.B) {
			var old, new [3]*policy.Text
			for i := range old {
				src, now := w.make(w.n >> (2 - i))
				old[i], new[i] = parse(src, "zh"), parse(now, "zh")
			}
			var took [3]time.Duration
			b.ReportAllocs()
			for b.Loop() {
				for i := range old {
					began := time.Now()
					redline.Compare(b.Context(), old[i], new[i])
					took[i] += time.Since(began)
				}
			}
			b.ReportMetric(float64(took[1])/float64(took[0]), "2n/n")
			b.ReportMetric(float64(took[2])/float64(took[0]), "4n/n")
		})
	}
}

// TestManySpacesAreOneMark: a sentence in which hundreds of spaces came and went is
// replaced whole; one with a few is marked in each place.
func TestManySpacesAreOneMark(t *testing.T) {
	for _, tt := range []struct{ times, least, most int }{{20, 20, 100}, {600, 1, 4}} {
		old, new := parse(strings.Repeat("甲 a", tt.times), "zh"), parse(strings.Repeat("a 甲", tt.times), "zh")
		r := redline.Compare(t.Context(), old, new)
		runs := 0
		for _, s := range r.Sections {
			for _, b := range s.Clause.Blocks {
				runs += len(b.Runs)
			}
			runs += len(s.Clause.Head)
		}
		if runs < tt.least || runs > tt.most {
			t.Errorf("%d times: %d runs", tt.times, runs)
		}
	}
}

// TestWorstIsLinear: four times as many parts allocate about four times as much,
// or a few megabytes, and never more than a machine has. BenchmarkWorst has the times.
func TestWorstIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const times, slack, least, most = 4, 1.5, 4e6, 1 << 30
	for _, w := range worst {
		allocated := func(n int) float64 {
			src, now := w.make(n)
			old, new := parse(src, "zh"), parse(now, "zh")
			if len(old.Clauses) == 0 || len(new.Clauses) == 0 {
				t.Fatalf("%s: %d are beyond the limits of a text", w.name, n)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			redline.Compare(t.Context(), old, new)
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc - before.TotalAlloc)
		}
		small, big := allocated(w.n/times), allocated(w.n)
		t.Logf("%s: %d allocate %.0f MB, %d %.0f MB", w.name, w.n/times, small/1e6, w.n, big/1e6)
		if big > times*slack*small+least || big > most {
			t.Errorf("%s: %d allocate %.0f MB, %d %.0f MB", w.name, w.n/times, small/1e6, w.n, big/1e6)
		}
	}
}
