package plan

import (
	"testing"

	"diptych/internal/policy"
)

// TestSteady: labels and paragraphs count as before where only words changed, and
// what changed is listed.
func TestSteady(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, old, new string
		changed        int // leaves, the headings of clauses that changed among them; -1: labels or paragraphs count otherwise
	}{
		{"nothing", "## A\n\nOne.", "## A\n\nOne.", 0},
		{"a word", "## A\n\nOne.\n\n## B\n\nTwo.", "## A\n\nOnce.\n\n## B\n\nTwice.", 4},
		{"a word of a heading", "## Shut the door\n\nOne.", "## Shut that door\n\nOne.", 1},
		{"a word of an item", "1. Shut the door.\n2. Feed no birds.", "1. Shut the gate.\n2. Feed no birds.", 1},
		{"a word of a bullet", "One:\n\n- Shut the door.\n\n  Feed no birds.", "One:\n\n- Shut the gate.\n\n  Feed no birds.", 1},
		{"a bullet comes", "One:\n\n- Shut the door.", "One:\n\n- Shut the door.\n- Feed no birds.", 0},
		{"a paragraph in a bullet comes", "One:\n\n- Shut the door.", "One:\n\n- Shut the door.\n\n  Feed no birds.", 0},
		{"a quote comes", "One.", "One.\n\n> Feed no birds.", 0},
		{"a paragraph of an item comes", "1. Shut the door.\n2. Feed no birds.", "1. Shut the door.\n\n   Be kind.\n2. Feed no birds.", -1},
		{"a paragraph comes", "One.", "One.\n\nTwo.", -1},
		{"a paragraph goes", "One.\n\nTwo.", "One.", -1},
		{"a paragraph is split", "Shut the door. Feed no birds.", "Shut the door.\n\nFeed no birds.", -1},
		{"a paragraph moves", "## A\n\nUmbrellas stand by the door at all times.\n\nOne.\n\n## B\n\nTwo.", "## A\n\nOne.\n\n## B\n\nTwo.\n\nUmbrellas stand by the door at all times.", -1},
		{"a clause comes", "## A\n\nOne.", "## A\n\nOne.\n\n## B\n\nTwo.", -1},
		{"clauses change places", "## A\n\nShut the door at night.\n\n## B\n\nFeed no birds or other beasts.", "## B\n\nFeed no birds or other beasts.\n\n## A\n\nShut the door at night.", -1},
		{"a clause is another", "## A\n\nShut the door at night.", "## B\n\nFeed no birds.", -1},
		{"a label", "## 1. A\n\nOne.", "## 2. A\n\nOne.", -1},
		{"a label comes", "## A\n\nOne.", "## 1. A\n\nOne.", -1},
		{"an item loses its label", "One:\n\n1. Shut the door.", "One:\n\n- Shut the door.", -1},
		{"a rank", "# A\n\n## B\n\nOne.", "# A\n\n# B\n\nOne.", -1},
		{"a form", "One:\n\n- Shut the door.\n- Feed no birds.", "One:\n\nShut the door.\n\nFeed no birds.", -1},
		{"a line becomes a heading, a heading a line", "## A\n\nOne.\n\n**B**\n\nTwo.\n\n## C\n\nThree.\n\n## D\n\nFour.", "## A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n\n**D**\n\nFour.", -1},
		{"columns change places", "| A | B |\n|---|---|\n| one | two |\n| six | ten |", "| B | A |\n|---|---|\n| two | one |\n| ten | six |", -1},
		{"a row comes", "| A | B |\n|---|---|\n| one | two |", "| A | B |\n|---|---|\n| one | two |\n| six | ten |", 0},
		{"a table for a paragraph of the same words", "One.\n\n> Two.", "One.\n\n<table><tr><td>Two.</td></tr></table>", 0},
	} {
		for _, back := range []bool{false, true} {
			old, new := parse([]byte(tt.old), "en"), parse([]byte(tt.new), "en")
			if back {
				old, new = new, old
			}
			changed, ok := Make(t.Context(), old, new, IDsDecide).steady()
			if got := len(changed); ok != (tt.changed >= 0) || ok && got != tt.changed {
				t.Errorf("%s (back: %v): %v, %d changed", tt.name, back, ok, got)
			}
		}
	}
}

func TestSameSlot(t *testing.T) {
	c := policy.Clause{Form: policy.Heading, Depth: 1, Label: policy.Label{Text: "1", Style: policy.StyleDecimal, Path: []int{1}}}
	for name, change := range map[string]func(d *policy.Clause){
		"":      func(d *policy.Clause) { d.ID = "x" },
		"form":  func(d *policy.Clause) { d.Form = policy.Paragraph },
		"depth": func(d *policy.Clause) { d.Depth = 2 },
		"style": func(d *policy.Clause) { d.Label.Style = policy.StyleAbsent },
		"text":  func(d *policy.Clause) { d.Label.Text = "１" },
		"path":  func(d *policy.Clause) { d.Label.Path = []int{2} },
	} {
		d := c
		change(&d)
		if got := sameSlot(&c, &d); got != (name == "") {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// TestHoldsClause: a block holds a clause however deep it lies.
func TestHoldsClause(t *testing.T) {
	item := policy.Block{Kind: policy.ListItem, Clause: &policy.Clause{}}
	bullet := policy.Block{Kind: policy.ListItem}
	list := func(b policy.Block) *policy.Block {
		return &policy.Block{Kind: policy.List, Blocks: []policy.Block{bullet, b}}
	}
	if !holdsClause(&item) || !holdsClause(list(*list(item))) || holdsClause(list(bullet)) {
		t.Error(holdsClause(&item), holdsClause(list(*list(item))), holdsClause(list(bullet)))
	}
}

// TestMayNameParagraph: words that count paragraphs are looked for where
// something changed, and nowhere else.
func TestMayNameParagraph(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		old, new string
		want     bool
	}{
		{"## 甲\n\n见前款。\n\n## 乙\n\n一。", "## 甲\n\n见前款。\n\n## 乙\n\n二。", false},
		{"## 甲\n\n一。", "## 甲\n\n见前款。", true},
		{"## 甲\n\n一：\n\n- 二。", "## 甲\n\n一：\n\n- 见前款。", true},
		{"## 甲\n\n一。", "## 前款\n\n一。", true},
		{"## 甲\n\n见前款。", "## 乙\n\n二。", false},
		{"## 甲\n\n一。\n\n## 乙\n\n见前款。", "## 甲\n\n一。", false},
	} {
		if got := Make(t.Context(), parse([]byte(tt.old), "zh"), parse([]byte(tt.new), "zh"), IDsDecide).mayNameParagraph(); got != tt.want {
			t.Errorf("%q to %q: %v", tt.old, tt.new, got)
		}
	}
}
