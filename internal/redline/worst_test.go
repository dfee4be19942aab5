package redline_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"diptych/internal/redline"
)

// worst are pairs of texts that an author would hardly write and a program may,
// by the number of their parts.
var worst = []struct {
	name string
	n    int
	make func(n int) (old, new string)
}{
	{"rows with equal keys", 20000, func(n int) (string, string) {
		row := func(i int) string { return fmt.Sprintf("| 微信 | 功能%d号 | 期限%d |\n", i, i*7) }
		head := "| 公司 | 用途 | 期限 |\n|---|---|---|\n"
		return head + many(n, row), head + many(n, func(i int) string { return row(i * 3 % n) })
	}},
	{"rows all alike", 20000, func(n int) (string, string) {
		head := "| 公司 | 用途 | 期限 |\n|---|---|---|\n"
		return head + many(n, func(int) string { return "| 微信 | 支付 | 一年 |\n" }), head + many(n+1, func(int) string { return "| 微信 | 支付 | 两年 |\n" })
	}},
	{"renumbered clauses with a reference", 5000, func(n int) (string, string) {
		article := func(shift int) func(int) string {
			return func(i int) string {
				return fmt.Sprintf("## Article %d\n\nClerk %d keeps key %d under Article %d.\n\n", i+1+shift, i, i*7, (i+n/2)%n+1)
			}
		}
		return many(n, article(0)), "## Article 1\n\nSomething else comes first.\n\n" + many(n, article(1))
	}},
	{"footnotes", 3000, func(n int) (string, string) {
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
	{"columns", 300, func(n int) (string, string) {
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

// BenchmarkWorst compares the worst pairs.
func BenchmarkWorst(b *testing.B) {
	for _, w := range worst {
		b.Run(strings.ReplaceAll(w.name, " ", "-"), func(b *testing.B) {
			src, now := w.make(w.n)
			old, new := parse(src, "zh"), parse(now, "zh")
			b.ReportAllocs()
			for b.Loop() {
				redline.Compare(old, new)
			}
		})
	}
}

// TestWorstIsLinear: four times as many parts allocate about four times as much,
// and never more than a machine has. BenchmarkWorst has the times.
func TestWorstIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const times, slack, most = 4, 1.5, 1 << 30
	for _, w := range worst {
		allocated := func(n int) float64 {
			src, now := w.make(n)
			old, new := parse(src, "zh"), parse(now, "zh")
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			redline.Compare(old, new)
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc - before.TotalAlloc)
		}
		small, big := allocated(w.n/times), allocated(w.n)
		t.Logf("%s: %d allocate %.0f MB, %d %.0f MB", w.name, w.n/times, small/1e6, w.n, big/1e6)
		if big > times*slack*small || big > most {
			t.Errorf("%s: %d allocate %.0f MB, %d %.0f MB", w.name, w.n/times, small/1e6, w.n, big/1e6)
		}
	}
}
