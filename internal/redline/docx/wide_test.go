package docx_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diptych/internal/redline"
	"diptych/internal/redline/docx"
)

// rows are the cells of a table, each with words of its own.
func rows(height, width int) [][]string {
	out := make([][]string, height)
	for i := range out {
		for k := range width {
			out[i] = append(out[i], fmt.Sprintf("第%d行第%d列所列的个人信息", i, k))
		}
	}
	return out
}

// wide writes a table in Markdown between two paragraphs.
func wide(rows [][]string) string {
	var b strings.Builder
	b.WriteString("甲方提供服务并负责维护。\n\n")
	for i, r := range rows {
		b.WriteString("| " + strings.Join(r, " | ") + " |\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", len(r)) + "|\n")
		}
	}
	return b.String() + "\n乙方按期付款并配合。"
}

// TestWide: more columns than Word opens are no table. The law holds whatever
// happens to them, and where only one of the texts has them.
func TestWide(t *testing.T) {
	was := wide(rows(4, 64))
	edits := map[string]func(r [][]string) [][]string{
		"nothing": func(r [][]string) [][]string { return r },
		"cell":    func(r [][]string) [][]string { r[2][30] = "第2行第30列所列的敏感信息"; return r },
		"row moved": func(r [][]string) [][]string {
			r[1], r[2], r[3] = r[2], r[3], r[1]
			return r
		},
		"row gone": func(r [][]string) [][]string { return slices.Delete(r, 2, 3) },
		"columns changed places": func(r [][]string) [][]string {
			for _, x := range r {
				x[3], x[40] = x[40], x[3]
			}
			return r
		},
		"narrow": func(r [][]string) [][]string {
			for i := range r {
				r[i] = r[i][:63]
			}
			return r
		},
	}
	for name, edit := range edits {
		old, new := parse("T", was, "zh"), parse("T", wide(edit(rows(4, 64))), "zh")
		for _, x := range []struct{ swapped bool }{{false}, {true}} {
			if x.swapped {
				old, new = new, old
			}
			a := checkLaw(t, fmt.Sprintf("%s, swapped %v", name, x.swapped), old, new)
			a.body.walk(func(n *node) {
				if n.name == "tbl" {
					t.Fatalf("%s: a table", name)
				}
			})
		}
	}
	moved := strings.Replace(was, "乙方按期付款并配合。", "", 1)
	checkLaw(t, "table moved", parse("T", was, "zh"), parse("T", "乙方按期付款并配合。\n\n"+moved, "zh"))
	checkLaw(t, "table gone", parse("T", was, "zh"), parse("T", "甲方提供服务并负责维护。", "zh"))
	checkLaw(t, "small table beside it", parse("T", was+"\n\n| a | b |\n|---|---|\n| 1 | 2 |", "zh"), parse("T", was+"\n\n| a | b |\n|---|---|\n| 1 | 3 |", "zh"))
}

// TestWideCounts: columns are counted as Word counts them, in either text, and
// no further than where there are too many.
func TestWideCounts(t *testing.T) {
	cells := func(n int) string { return strings.Repeat("<td>a</td>", n) }
	for _, x := range []struct {
		src  string
		want int
	}{
		{"", 0},
		{wide(rows(2, 63)), 0},
		{wide(rows(2, 64)), 64},
		{"- a\n\n  <table><tr>" + cells(70) + "</tr></table>", 70},
		{"<table><tr><td colspan=\"62\">a</td>" + cells(2) + "</tr></table>", 64},
		{"<table><tr><td rowspan=\"2\">a</td>" + cells(1) + "</tr><tr>" + cells(63) + "</tr></table>", 64},
		{"<table><tr><td rowspan=\"2\">a</td>" + cells(1) + "</tr><tr>" + cells(62) + "</tr></table>", 0},
		{"a[^1]\n\n[^1]: note", 0},
	} {
		text, none := parse("T", x.src, "en"), parse("T", "", "en")
		for _, r := range []*redline.Redline{redline.Compare(t.Context(), text, none), redline.Compare(t.Context(), none, text)} {
			if got := docx.Wide(r); got != x.want {
				t.Errorf("%.60s: %d columns, want %d", x.src, got, x.want)
			}
		}
		checkLaw(t, x.src, none, text)
	}
}

// TestWideIsSaid: the foot of the page says why there is no table.
func TestWideIsSaid(t *testing.T) {
	for _, width := range []int{63, 64} {
		text := parse("T", wide(rows(2, width)), "zh")
		a, said := partsOf(t, "wide", redline.Compare(t.Context(), text, text)).open(t), false
		a.footer.walk(func(n *node) { said = said || strings.Contains(n.text, docx.TooWide(options.Tool, width)) })
		if said != (width > 63) {
			t.Errorf("%d columns: the foot says so: %v", width, said)
		}
	}
}
