package html

import (
	"strings"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
)

// testOptions show everything that a Writer can show.
func testOptions() Options {
	return Options{
		Href:  func(l *policy.Link) string { return l.Dest },
		Src:   func(p *policy.Picture) string { return p.Dest },
		Words: Words{Permalink: "Link to this clause", Important: "[Important]", Notes: "Notes", NoteBack: "back to the text", TableRegion: "Table"},
	}
}

// htmlOf returns what one Writer writes.
func htmlOf(opt Options, write func(*Writer)) string {
	w := NewWriter(opt)
	write(w)
	return string(w.HTML())
}

func textHTML(opt Options, clauses []*policy.Clause) string {
	return htmlOf(opt, func(w *Writer) { w.Text(clauses) })
}

func run(op policy.Op, text string) policy.Run { return policy.Run{Op: op, Text: text} }

func TestRedlineHTML(t *testing.T) {
	link := &policy.Link{Kind: policy.LinkExternal, Dest: "https://example.com/"}
	label := policy.Label{Text: "5.4", Gap: " ", Style: policy.StyleDecimal, Path: []int{5, 4}}
	old := policy.Label{Text: "5.3", Gap: " ", Style: policy.StyleDecimal, Path: []int{5, 3}}
	tests := []struct {
		name   string
		clause policy.Clause
		want   string
	}{
		{"words", policy.Clause{ID: "x", Blocks: []policy.Block{{Runs: []policy.Run{
			run(policy.Same, "a "), run(policy.Deleted, "b"), {Op: policy.Deleted, Text: "c", Marks: policy.Strong}, run(policy.Inserted, "d"),
			{Op: policy.Inserted, Text: "e", Link: link}, {Text: "f", Link: link}}}}},
			`<div class="clause" id="x">
<p>a <del>b<strong>c</strong></del><ins>d<a href="https://example.com/" rel="external">e</a></ins><a href="https://example.com/" rel="external">f</a></p>
</div>`},
		{"moved", policy.Clause{ID: "x", Blocks: []policy.Block{
			{Op: policy.MovedFrom, Runs: []policy.Run{run(policy.MovedFrom, "a")}}, {Op: policy.MovedTo, Runs: []policy.Run{run(policy.MovedTo, "a")}}}},
			`<div class="clause" id="x">
<p class="op-moved-from"><del class="moved">a</del></p>
<p class="op-moved-to"><ins class="moved">a</ins></p>
</div>`},
		{"renumbered", policy.Clause{ID: "x", Form: policy.Heading, Depth: 1, Label: label, OldLabel: old, Head: []policy.Run{run(policy.Same, "T")}},
			`<h2 class="clause" id="x"><a class="label" href="#x"><del>5.3</del><ins>5.4</ins></a> T</h2>`},
		{"label added", policy.Clause{ID: "x", Form: policy.Heading, Depth: 2, Label: label, OldLabel: policy.Label{Style: policy.StyleAbsent}, Head: []policy.Run{run(policy.Same, "T")}},
			`<h3 class="clause" id="x"><a class="label" href="#x"><ins>5.4 </ins></a>T</h3>`},
		{"label removed", policy.Clause{ID: "x", Form: policy.Heading, Depth: 2, OldLabel: old, Head: []policy.Run{run(policy.Same, "T")}},
			`<h3 class="clause" id="x"><a class="label" href="#x"><del>5.3 </del></a>T</h3>`},
		{"deleted", policy.Clause{ID: "x", Form: policy.Paragraph, Depth: 2, Op: policy.Deleted, Label: old,
			Blocks: []policy.Block{{Op: policy.Deleted, Runs: []policy.Run{run(policy.Deleted, "a")}}}},
			`<div class="clause depth-2 op-deleted" id="x">
<p class="op-deleted"><a class="label" href="#x"><del>5.3</del></a> <del>a</del></p>
</div>`},
		{"cells", policy.Clause{ID: "x", Blocks: []policy.Block{{Kind: policy.Table, Blocks: []policy.Block{
			{Kind: policy.Row, Op: policy.Inserted, Blocks: []policy.Block{{Kind: policy.Cell, Op: policy.Inserted, Align: policy.AlignRight, Runs: []policy.Run{run(policy.Inserted, "a")}}}}}}}},
			`<div class="clause" id="x">
<section class="table-scroll" tabindex="0" aria-label="Table 1"><table>
<tbody>
<tr class="op-inserted"><td class="a-right op-inserted"><ins>a</ins></td></tr>
</tbody>
</table></section>
</div>`},
	}
	for _, tt := range tests {
		if got := strings.TrimSpace(htmlOf(testOptions(), func(w *Writer) { w.Clause(&tt.clause) })); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestSetPrefix(t *testing.T) {
	opt := testOptions()
	opt.Prefix = "a-"
	block := []policy.Block{{ID: "x", Runs: []policy.Run{{Text: "t", Link: &policy.Link{Dest: "#x"}}}}}
	w := NewWriter(opt)
	w.Runs([]policy.Run{says("r ")})
	w.Blocks(block)
	w.SetPrefix("b-")
	w.Blocks(block)
	w.SetPrefix("")
	w.Blocks(block)
	if got, want := string(w.HTML()), `r <p id="a-x"><a href="#a-x">t</a></p>`+"\n"+`<p id="b-x"><a href="#b-x">t</a></p>`+"\n"+`<p id="x"><a href="#x">t</a></p>`+"\n"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if opt.Prefix != "a-" || w.Anchor("x") != "x" {
		t.Errorf("options with prefix %q; #x is #%s", opt.Prefix, w.Anchor("x"))
	}
}

func TestOptions(t *testing.T) {
	clauses, _ := markup.Parse([]byte("## 一、题 {#a}\n\n第一条 文[^1] <a id=z></a>[内](b) [外](https://example.com/) ![图](c.png)\n\n续\n\n[^1]: 注"), markup.Options{Lang: "zh"})
	opt := Options{
		Href:   func(l *policy.Link) string { return "" },
		Prefix: "zh-",
		Aside:  func(m Margin, c *policy.Clause) { m.Counterpart("../en#"+c.ID, "en", "EN", "Clause") },
		Words:  Words{Notes: "注释", NoteBack: "返回"},
	}
	got := textHTML(opt, clauses)
	want := `<h2 class="clause" id="zh-a"><a class="label" href="#zh-a">一、</a>题  <a class="aside counterpart" href="../en#a" lang="en" hreflang="en" aria-label="EN: Clause">EN</a></h2>
<div class="clause depth-2" id="zh-c-1-1">
<p><a class="label" href="#zh-c-1-1">第一条</a> 文<sup class="note-ref"><a href="#zh-fn-1" id="zh-fnref-1">[1]</a></sup> <span id="zh-z"></span>内 外 图  <a class="aside counterpart" href="../en#c-1-1" lang="en" hreflang="en" aria-label="EN: Clause">EN</a></p>
<p>续</p>
</div>
<section class="notes" id="zh-notes"><ol aria-label="注释">
<li class="note" id="zh-fn-1"><span class="label">[1]</span> 注 <a class="aside" href="#zh-fnref-1">返回 [1]</a></li>
</ol></section>
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
