package redline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestSideIsTheText: what a redline shows of one of its texts is that text, with
// the looks that it had: its tables with their heads, spans and alignments, its
// lists with their kinds and numbers, its formats and labels.
func TestSideIsTheText(t *testing.T) {
	const spanned = "<table><tr><th>Data<th>Use<th>Kept</tr><tr><td rowspan=3>Number<td>to sign in<td>one year</tr>%s<tr><td>to pay<td>two years</tr></table>\n"
	for _, tt := range []struct{ name, a, b string }{
		{"alignment", "|Data|Use|\n|:-|-:|\n|Number|to sign in|\n", "|Data|Use|\n|-:|:-:|\n|Number|to sign in or to pay|\n"},
		{"rows and columns", "|Data|Use|\n|-|-|\n|Number|to sign in|\n|Place|to find shops|\n", "|Data|Use|Kept|\n|-|-|-|\n|Number|to sign in|a year|\n"},
		{"head row", "<table><thead><tr><th>Data<th>Use</tr><tr><th>all<th>own</tr></thead><tr><td>Number<td>to sign in</tr></table>\n",
			"<table><thead><tr><th>Data<th>Use</tr></thead><tr><td>Number<td>to sign in</tr></table>\n"},
		{"header", "<table><tr><td>Data<td>Use</tr><tr><th>Number<td>to sign in</tr></table>\n", "<table><tr><td>Data<td>Use</tr><tr><td>Number<td>to sign in</tr></table>\n"},
		{"caption", "<table><caption>What we hold</caption><tr><td>Data<td>Use</tr><tr><td>Number<td>to sign in</tr></table>\n",
			"<table><tr><td>Data<td>Use</tr><tr><td>Number<td>to sign in or pay</tr></table>\n"},
		{"row in a span", fmt.Sprintf(spanned, "<tr><td>to find shops<td>a week</tr>"), strings.Replace(fmt.Sprintf(spanned, ""), "rowspan=3", "rowspan=2", 1)},
		{"row behind a span", "<table><tr><td rowspan=2>Data<td>Use</tr><tr><td>is told</tr><tr><td>Number<td>to sign in</tr></table>\n",
			"<table><tr><td rowspan=2>Data<td>Use</tr><tr><td>is told</tr><tr><td>Place<td>to find shops</tr><tr><td>Number<td>to sign in</tr></table>\n"},
		{"row before a span", "<table><tr><td>Data<td>Use</tr><tr><td>Place<td>to find shops</tr><tr><td rowspan=2>Number<td>to sign in</tr><tr><td>to pay</tr><tr><td>Name<td>to greet</tr></table>\n",
			"<table><tr><td>Data<td>Use</tr><tr><td rowspan=2>Number<td>to sign in</tr><tr><td>to pay</tr><tr><td>Name<td>to greet</tr></table>\n"},
		{"key item", "1. We keep numbers. {.key}\n2. We keep places.\n", "1. We keep numbers.\n2. We keep all places. {.key}\n"},
		{"list", "3. We keep numbers.\n4. We keep places.\n", "- We keep numbers.\n- We keep places.\n"},
		{"start", "1. We keep numbers.\n2. We keep places.\n", "5. We keep numbers.\n6. We keep places.\n"},
		{"loose list", "- We keep numbers.\n- We keep places.\n", "- We keep numbers.\n\n- We keep places.\n"},
		{"item with a label", "(1) We keep numbers.\n\n(2) We keep places. {.key}\n", "(1) We keep numbers. {.key}\n\n(2) We keep places.\n"},
		{"labels", "## 1. Numbers\n\nWe keep numbers.\n\n## 2. Places\n\nWe keep places.\n", "## Numbers\n\nWe keep numbers.\n\n## 3. Places\n\nWe keep places.\n"},
		{"formats", "We keep **numbers** and [places](https://a.example/).\n", "We keep numbers and [places](https://b.example/), *too*.\n"},
		{"subheading", "> ### Numbers\n>\n> We keep numbers.\n", "> #### Numbers\n>\n> We keep numbers.\n"},
	} {
		for _, x := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			old, new := parse("## Data\n\n"+x[0], "en"), parse("## Data\n\n"+x[1], "en")
			r := redline.Compare(context.Background(), old, new)
			for _, y := range []struct {
				side string
				text *policy.Text
				keep func(policy.Op) bool
			}{{"old", old, policy.Op.InOld}, {"new", new, policy.Op.InNew}} {
				if want, got := spellLooks(y.text), spellLooks(side(r, y.keep)); got != want {
					t.Errorf("%s: the %s side\n got %s\nwant %s", tt.name, y.side, got, want)
				}
			}
		}
	}
}

// spellLooks spells the words of a text and how they look.
func spellLooks(t *policy.Text) string {
	var b strings.Builder
	for _, c := range t.Clauses {
		if c.Form == policy.Item {
			continue // it stands in its list
		}
		fmt.Fprintf(&b, "\n%v %s ", c.Label, spellRuns(c.Head))
		spellBlocks(&b, c.Blocks)
	}
	return b.String()
}

func spellBlocks(b *strings.Builder, bs []policy.Block) {
	for i := range bs {
		x := &bs[i]
		fmt.Fprintf(b, "{%d", x.Kind)
		switch x.Kind {
		case policy.List:
			fmt.Fprint(b, " ", x.Ordered, x.Start, x.Tight)
		case policy.Table:
			fmt.Fprint(b, " head ", x.Head)
		case policy.Cell:
			fmt.Fprint(b, " ", x.Header, x.Align, max(x.ColSpan, 1), max(x.RowSpan, 1))
		case policy.Subheading:
			fmt.Fprint(b, " ", x.Level)
		}
		if c := x.Clause; c != nil && !c.Label.IsZero() {
			fmt.Fprint(b, " ", c.Label, c.Key)
		}
		fmt.Fprint(b, " ", x.Key, spellRuns(x.Runs))
		spellBlocks(b, x.Blocks)
		b.WriteString("}")
	}
}

// spellRuns spells runs, letter by letter: a redline cuts them where it likes.
func spellRuns(runs []policy.Run) string {
	var b strings.Builder
	last := ""
	for _, r := range runs {
		look := fmt.Sprint(r.Marks)
		if r.Link != nil {
			look += r.Link.Dest
		}
		if look != last {
			fmt.Fprintf(&b, "<%s>", look)
			last = look
		}
		b.WriteString(r.Text)
	}
	return b.String()
}
