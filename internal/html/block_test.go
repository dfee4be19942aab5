package html

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// blockFixtures tests what blocks become.
func blockFixtures(t *testing.T, tests []struct {
	name   string
	blocks []policy.Block
	want   string
}) {
	t.Helper()
	for _, tt := range tests {
		got := htmlOf(testOptions(), func(w *Writer) { w.Blocks(tt.blocks) })
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		read(t, tt.name, got)
	}
}

func TestBlocks(t *testing.T) {
	blockFixtures(t, []struct {
		name   string
		blocks []policy.Block
		want   string
	}{
		{"attributes", []policy.Block{{ID: `a"b`, Lang: "fr", Key: true, Op: policy.Inserted, Runs: []policy.Run{says("a")}}},
			`<p class="key op-inserted" id="a&#34;b" lang="fr"><strong class="aside key-mark">[Important] </strong>a</p>` + "\n"},
		{"subheadings stand below clauses", []policy.Block{{Kind: policy.Subheading, Level: 1, Runs: []policy.Run{says("a")}}, {Kind: policy.Subheading, Level: 9, Runs: []policy.Run{says("b")}}},
			"<h3 class=\"subheading\">a</h3>\n<h6 class=\"subheading\">b</h6>\n"},
		{"a quote, a rule", []policy.Block{holds(policy.Quote, p(says("a"))), {Kind: policy.Rule}}, "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n"},
		{"code", []policy.Block{{Kind: policy.Code, Runs: []policy.Run{says("<a>\n  b")}}}, "<pre><code>&lt;a&gt;\n  b</code></pre>\n"},
		{"details", []policy.Block{holds(policy.Details, policy.Block{Kind: policy.Summary, Runs: []policy.Run{says("s")}}, p(says("a")))},
			"<details>\n<summary>s</summary>\n<p>a</p>\n</details>\n"},
		{"out of place", []policy.Block{cell("a"), holds(policy.ListItem, p(says("b")))}, "<div>a</div>\n<li><p>b</p>\n</li>\n"},
	})
}

func TestLists(t *testing.T) {
	tight := holds(policy.List, holds(policy.ListItem, p(says("a")), p(says("b"))), holds(policy.ListItem, p(says("c")), holds(policy.List, holds(policy.ListItem, p(says("d"))))))
	tight.Tight = true
	ordered := holds(policy.List, holds(policy.ListItem, p(says("a"))))
	ordered.Ordered, ordered.Start = true, 3
	numbered := ordered
	labelled := &policy.Clause{ID: "i", Form: policy.Item, Label: decimal("3."), Blocks: []policy.Block{p(says("a"))}}
	numbered.Blocks = []policy.Block{{Kind: policy.ListItem, Op: policy.Inserted, Clause: labelled, Blocks: labelled.Blocks}}
	numbered.Tight = true
	first := ordered
	first.Start = 1
	blockFixtures(t, []struct {
		name   string
		blocks []policy.Block
		want   string
	}{
		{"items of lines", []policy.Block{tight}, "<ul>\n<li>a<br>b</li>\n<li>c\n<ul>\n<li><p>d</p>\n</li>\n</ul>\n</li>\n</ul>\n"},
		{"items of paragraphs", []policy.Block{holds(policy.List, holds(policy.ListItem, p(says("a"))))}, "<ul>\n<li><p>a</p>\n</li>\n</ul>\n"},
		{"labels are words", []policy.Block{numbered}, "<ol class=\"labelled\">\n<li class=\"clause op-inserted\" id=\"i\"><a class=\"label\" href=\"#i\">3.</a> a</li>\n</ol>\n"},
		{"numbers of a note", []policy.Block{ordered, first}, "<ol start=\"3\">\n<li><p>a</p>\n</li>\n</ol>\n<ol>\n<li><p>a</p>\n</li>\n</ol>\n"},
	})
}

func TestTables(t *testing.T) {
	row := func(cells ...policy.Block) policy.Block { return holds(policy.Row, cells...) }
	table := func(head int, rows ...policy.Block) policy.Block {
		b := holds(policy.Table, rows...)
		b.Head = head
		return b
	}
	wrap := func(name, inner string) string {
		return `<section class="table-scroll" tabindex="0" aria-label="Table ` + name + "\"><table>\n" + inner + "</table></section>\n"
	}
	th := cell("h")
	th.Header = true
	right := cell("a")
	right.Align, right.ColSpan = policy.AlignRight, 2
	tall := cell("a")
	tall.RowSpan = 2
	long := cell(strings.Repeat("x", heldWord+1))
	caption := policy.Block{Kind: policy.Caption, Runs: []policy.Run{says("C")}}
	blockFixtures(t, []struct {
		name   string
		blocks []policy.Block
		want   string
	}{
		{"a head and a body", []policy.Block{table(1, row(th), row(cell("a")))},
			wrap("1", "<thead>\n<tr><th scope=\"col\">h</th></tr>\n</thead>\n<tbody>\n<tr><td>a</td></tr>\n</tbody>\n")},
		{"a head alone", []policy.Block{table(1, row(th))}, wrap("1", "<thead>\n<tr><th scope=\"col\">h</th></tr>\n</thead>\n")},
		{"the head of a row", []policy.Block{table(0, row(th, right))},
			wrap("1", "<tbody>\n<tr><th scope=\"row\">h</th><td class=\"a-right\" colspan=\"2\">a</td></tr>\n</tbody>\n")},
		{"tables are counted, and named by their captions", []policy.Block{table(0, row(cell("a"))), table(0, caption, row(cell("b")))},
			wrap("1", "<tbody>\n<tr><td>a</td></tr>\n</tbody>\n") + wrap("2: C", "<caption>C</caption>\n<tbody>\n<tr><td>b</td></tr>\n</tbody>\n")},
		{"the first of three columns is held", []policy.Block{table(0, row(cell("a"), cell("b"), cell("c")))},
			wrap("1", "<tbody>\n<tr><td class=\"held\">a</td><td>b</td><td>c</td></tr>\n</tbody>\n")},
		{"not of two", []policy.Block{table(0, row(cell("a"), cell("b")))}, wrap("1", "<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n")},
		{"not beside a cell of several rows", []policy.Block{table(0, row(tall, cell("b"), cell("c")))},
			wrap("1", "<tbody>\n<tr><td rowspan=\"2\">a</td><td>b</td><td>c</td></tr>\n</tbody>\n")},
		{"not where a word could fill a phone", []policy.Block{table(0, row(long, cell("b"), cell("c")))},
			wrap("1", "<tbody>\n<tr><td>xxxxxxxxxxxxxxxxxxxxxxxxx</td><td>b</td><td>c</td></tr>\n</tbody>\n")},
		{"a cell of blocks", []policy.Block{table(0, row(holds(policy.Cell, p(says("a")), p(says("b")))))},
			wrap("1", "<tbody>\n<tr><td><p>a</p>\n<p>b</p>\n</td></tr>\n</tbody>\n")},
	})
	clauses := []*policy.Clause{{ID: "x", Form: policy.Heading, Depth: 1, Label: decimal("1"), Head: []policy.Run{says("A "), run(policy.Deleted, "b"), says("c")}, Blocks: []policy.Block{table(0, row(cell("a")))}}}
	if got := textHTML(testOptions(), clauses); !strings.Contains(got, `aria-label="Table 1: A c"`) {
		t.Errorf("a table without caption is not named by its heading: %s", got)
	}
}
