package html

import (
	"testing"

	"diptych/internal/policy"
)

// Blocks, runs and labels of the tables below.

func p(words ...policy.Run) policy.Block { return policy.Block{Kind: policy.Para, Runs: words} }

func says(text string) policy.Run { return policy.Run{Text: text} }

func holds(kind policy.BlockKind, blocks ...policy.Block) policy.Block {
	return policy.Block{Kind: kind, Blocks: blocks}
}

func cell(text string) policy.Block {
	return policy.Block{Kind: policy.Cell, Runs: []policy.Run{says(text)}}
}

func decimal(text string) policy.Label {
	return policy.Label{Text: text, Gap: " ", Style: policy.StyleDecimal}
}

// fixture is a text and its HTML.
type fixture struct {
	name    string
	clauses []*policy.Clause
	want    string
}

func testFixtures(t *testing.T, opt Options, fixtures []fixture) {
	t.Helper()
	for _, tt := range fixtures {
		if got := textHTML(opt, tt.clauses); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		read(t, tt.name, tt.want)
	}
}

func TestClauses(t *testing.T) {
	item := &policy.Clause{ID: "i", Form: policy.Item, Depth: 2, Label: decimal("1."), Blocks: []policy.Block{p(says("a"))}}
	testFixtures(t, testOptions(), []fixture{
		{"nothing", nil, ""},
		{"a preamble", []*policy.Clause{{ID: "c-0", Depth: 1, Blocks: []policy.Block{p(says("a"))}}},
			"<div class=\"clause\" id=\"c-0\">\n<p>a</p>\n</div>\n"},
		{"a heading without a label leads to itself", []*policy.Clause{{ID: "x", Form: policy.Heading, Depth: 1, Head: []policy.Run{says("A & b")}}},
			`<h2 class="clause" id="x">A &amp; b <a class="permalink aside" href="#x" aria-label="Link to this clause: A &amp; b">#</a></h2>` + "\n"},
		{"a label is the permalink", []*policy.Clause{{ID: "x", Form: policy.Heading, Depth: 2, Label: decimal("1.1"), Head: []policy.Run{says("A")}}},
			`<h3 class="clause" id="x"><a class="label" href="#x">1.1</a> A</h3>` + "\n"},
		{"headings end at the sixth level", []*policy.Clause{{ID: "x", Form: policy.Heading, Depth: 9, Label: decimal("1"), Head: []policy.Run{says("A")}}},
			`<h6 class="clause" id="x"><a class="label" href="#x">1</a> A</h6>` + "\n"},
		{"a paragraph has its label before its first words", []*policy.Clause{{ID: "x", Form: policy.Paragraph, Depth: 3, Label: decimal("1."), Blocks: []policy.Block{p(says("a")), p(says("b"))}}},
			"<div class=\"clause depth-3\" id=\"x\">\n<p><a class=\"label\" href=\"#x\">1.</a> a</p>\n<p>b</p>\n</div>\n"},
		{"a label without words", []*policy.Clause{{ID: "x", Form: policy.Paragraph, Depth: 1, Label: decimal("1.")}},
			"<div class=\"clause depth-1\" id=\"x\">\n<p><a class=\"label\" href=\"#x\">1.</a> </p>\n</div>\n"},
		{"what is important says so", []*policy.Clause{{ID: "x", Form: policy.Paragraph, Depth: 1, Key: true, Only: "zh", Label: decimal("1."), Blocks: []policy.Block{p(says("a")), {Key: true, Runs: []policy.Run{says("b")}}}}},
			"<div class=\"clause depth-1 key\" id=\"x\" data-only=\"zh\">\n<p><a class=\"label\" href=\"#x\">1.</a> <strong class=\"aside key-mark\">[Important] </strong>a</p>\n" +
				"<p class=\"key\"><strong class=\"aside key-mark\">[Important] </strong>b</p>\n</div>\n"},
		{"items stand in their lists alone", []*policy.Clause{{ID: "x", Depth: 1, Blocks: []policy.Block{holds(policy.List, policy.Block{Kind: policy.ListItem, Clause: item, Blocks: item.Blocks})}}, item},
			"<div class=\"clause\" id=\"x\">\n<ul class=\"labelled\">\n<li class=\"clause\" id=\"i\"><p><a class=\"label\" href=\"#i\">1.</a> a</p>\n</li>\n</ul>\n</div>\n"},
	})
}

// An aside stands behind a heading, and behind the first paragraph of a clause
// that has no heading; one that writes nothing leaves no space.
func TestAside(t *testing.T) {
	opt := testOptions()
	opt.Aside = func(m Margin, c *policy.Clause) {
		if c.ID != "quiet" {
			m.Since(SinceMark{Words: "since 1"})
			m.Since(SinceMark{Words: "自 1", Href: "a&b", Tag: "zh", Fresh: true})
		}
	}
	const since = `  <span class="aside since">since 1</span> <span class="aside since fresh" lang="zh"><a href="a&amp;b">自 1</a></span>`
	testFixtures(t, opt, []fixture{
		{"a heading", []*policy.Clause{{ID: "x", Form: policy.Heading, Depth: 1, Label: decimal("1"), Head: []policy.Run{says("A")}, Blocks: []policy.Block{p(says("a"))}}},
			`<h2 class="clause" id="x"><a class="label" href="#x">1</a> A` + since + "</h2>\n<p>a</p>\n"},
		{"a paragraph", []*policy.Clause{{ID: "x", Form: policy.Paragraph, Depth: 1, Blocks: []policy.Block{p(says("a")), p(says("b"))}}},
			"<div class=\"clause depth-1\" id=\"x\">\n<p>a" + since + "</p>\n<p>b</p>\n</div>\n"},
		{"a preamble has none", []*policy.Clause{{ID: "x", Depth: 1, Blocks: []policy.Block{p(says("a"))}}}, "<div class=\"clause\" id=\"x\">\n<p>a</p>\n</div>\n"},
		{"a list alone has none, and leaves none to others",
			[]*policy.Clause{{ID: "x", Form: policy.Paragraph, Depth: 1, Blocks: []policy.Block{holds(policy.List, holds(policy.ListItem))}}, {ID: "y", Depth: 1, Blocks: []policy.Block{p(says("a"))}}},
			"<div class=\"clause depth-1\" id=\"x\">\n<ul>\n<li></li>\n</ul>\n</div>\n<div class=\"clause\" id=\"y\">\n<p>a</p>\n</div>\n"},
		{"nothing to say", []*policy.Clause{{ID: "quiet", Form: policy.Heading, Depth: 1, Label: decimal("1"), Head: []policy.Run{says("A")}}},
			`<h2 class="clause" id="quiet"><a class="label" href="#quiet">1</a> A</h2>` + "\n"},
	})
}

func TestNotes(t *testing.T) {
	ref := func(id string, op policy.Op) policy.Run {
		return policy.Run{Kind: policy.NoteRef, Num: 1, Text: "[1]", ID: id, Op: op}
	}
	noted := func(blocks []policy.Block, refs ...policy.Run) []*policy.Clause {
		note := policy.Block{Kind: policy.Note, Level: 1, ID: "fn-1", Blocks: blocks}
		return []*policy.Clause{{ID: "x", Depth: 1, Blocks: []policy.Block{p(refs...)}}, {ID: "notes", Form: policy.Endnotes, Depth: 1, Blocks: []policy.Block{note}}}
	}
	up := func(id string) string { return `<sup class="note-ref"><a href="#fn-1" id="` + id + `">[1]</a></sup>` }
	body := func(refs, note string) string {
		return "<div class=\"clause\" id=\"x\">\n<p>" + refs + "</p>\n</div>\n<section class=\"notes\" id=\"notes\"><ol aria-label=\"Notes\">\n" +
			`<li class="note" id="fn-1"><span class="label">[1]</span> ` + note + "</li>\n</ol></section>\n"
	}
	back := func(id string) string { return ` <a class="aside" href="#` + id + `">back to the text [1]</a>` }
	var many []policy.Run
	var ups string
	for _, id := range []string{"r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10"} {
		many = append(many, ref(id, policy.Same))
		ups += up(id)
	}
	testFixtures(t, testOptions(), []fixture{
		{"a way back", noted([]policy.Block{p(says("n"))}, ref("r", policy.Same)), body(up("r"), "n"+back("r"))},
		{"two ways back", noted([]policy.Block{p(says("n"))}, ref("r", policy.Same), ref("s", policy.Same)),
			body(up("r")+up("s"), "n"+back("r")+` <a class="aside" href="#s" aria-label="back to the text [1] 2">2</a>`)},
		{"the first of ten", noted([]policy.Block{p(says("n"))}, many...), body(ups, "n"+back("r1"))},
		{"none to what is gone", noted([]policy.Block{p(says("n"))}, ref("r", policy.Deleted)), body("<del>"+up("r")+"</del>", "n")},
		{"behind the last paragraph", noted([]policy.Block{p(says("n")), p(says("o"))}, ref("r", policy.Same)), body(up("r"), "n<p>o"+back("r")+"</p>\n")},
		{"behind what is no paragraph", noted([]policy.Block{p(says("n")), holds(policy.Quote, p(says("q")))}, ref("r", policy.Same)),
			body(up("r"), "n<blockquote>\n<p>q</p>\n</blockquote>\n"+back("r"))},
		{"a note without words", noted(nil, ref("r", policy.Same)), body(up("r"), back("r"))},
	})
}
