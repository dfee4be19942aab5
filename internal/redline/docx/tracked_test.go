package docx_test

import (
	"slices"
	"strings"
	"testing"

	"diptych/internal/redline"
)

// TestTablesTrackNoMoreThanChanged: to delete a table whole and insert it anew
// holds the law too, and no lawyer can read it.
func TestTablesTrackNoMoreThanChanged(t *testing.T) {
	table := func(rows ...string) string { return "| a | b |\n|---|---|\n" + strings.Join(rows, "\n") }
	spans := func(cells string) string {
		return `<table><tr><td rowspan="2">Plan</td><td>one</td></tr><tr>` + cells + `</tr></table>`
	}
	for _, tt := range []struct{ name, old, new, ins, del string }{
		{"a row came", table("|1|2|", "|3|4|"), table("|1|2|", "|5|6|", "|3|4|"), "5 6", ""},
		{"a row went", table("|1|2|", "|5|6|", "|3|4|"), table("|1|2|", "|3|4|"), "", "5 6"},
		{"the last row went", table("|1|2|", "|5|6|"), table("|1|2|"), "", "5 6"},
		{"a cell changed", table("|1|2|", "|3|4|"), table("|1|2|", "|3|7|"), "7", "4"},
		{"a cell was emptied", table("|1|2|", "|3|4|"), table("|1|2|", "|3||"), "", "4"},
		{"a table came", "x", "x\n\n" + table("|1|2|"), "a b 1 2", ""},
		{"a table went", "x\n\n" + table("|1|2|"), "x", "", "a b 1 2"},
		{"a cell below a tall one", spans("<td>two</td>"), spans("<td>two more</td>"), "more", ""},
		{"a cell of paragraphs", spans("<td><p>two</p><p>three</p></td>"), spans("<td><p>two</p><p>four</p></td>"), "four", "three"},
	} {
		old, new := parse("T", tt.old, "en"), parse("T", tt.new, "en")
		checkLaw(t, tt.name, old, new)
		a := partsOf(t, tt.name, redline.Compare(t.Context(), old, new)).open(t)
		if ins, del := a.trackedWords("ins"), a.trackedWords("del"); ins != tt.ins || del != tt.del {
			t.Errorf("%s: inserted %q, want %q; deleted %q, want %q", tt.name, ins, tt.ins, del, tt.del)
		}
	}
}

// TestMovesAreMoves: words deleted here and inserted there hold the law too. A
// move that Word cannot say is said so: in a table, or with a note.
func TestMovesAreMoves(t *testing.T) {
	const here, there = "The parties keep every record for a year.", "Either party may leave with a month of notice."
	const row = "| a | b |\n|---|---|\n|1|2|\n|3|4|\n|5|6|"
	for _, tt := range []struct{ name, old, new, moved, ins, del string }{
		{"a paragraph", here + "\n\n" + there + "\n\nEnd of it.", there + "\n\nEnd of it.\n\n" + here, here, "", ""},
		{"two paragraphs", here + "\n\n" + there + "\n\nFees are due on the first day of each month and bear no interest at all.",
			"Fees are due on the first day of each month and bear no interest at all.\n\n" + here + "\n\n" + there, "Fees are due on the first day of each month and bear no interest at all.", "", ""},
		{"an edited paragraph", here + "\n\n" + there + "\n\nEnd of it.", there + "\n\nEnd of it.\n\n" + strings.Replace(here, "year", "decade", 1),
			"The parties keep every record for a .", "decade", "year"},
		{"a sentence", "Fees are due. " + here + "\n\n" + there, "Fees are due.\n\n" + there + " " + here, here, "", ""},
		{"with a note", here + "[^1]\n\n" + there + "\n\nEnd of it.\n\n[^1]: Yes.", there + "\n\nEnd of it.\n\n" + here + "[^1]\n\n[^1]: Yes.", "", here, here},
		{"a row", row, strings.Replace(row, "|1|2|\n|3|4|\n|5|6|", "|3|4|\n|5|6|\n|1|2|", 1), "", "1 2", "1 2"},
	} {
		old, new := parse("T", tt.old, "en"), parse("T", tt.new, "en")
		checkLaw(t, tt.name, old, new)
		a := partsOf(t, tt.name, redline.Compare(t.Context(), old, new)).open(t)
		got := [4]string{a.trackedWords("moveFrom"), a.trackedWords("moveTo"), a.trackedWords("ins"), a.trackedWords("del")}
		if want := [4]string{tt.moved, tt.moved, tt.ins, tt.del}; got != want {
			t.Errorf("%s: moved from, moved to, inserted, deleted\n%q, want\n%q", tt.name, got, want)
		}
	}
}

// trackedWords returns the words of the body that are tracked by runs of the kind.
func (a *archive) trackedWords(kind string) string {
	var out []string
	a.body.walk(func(x *node) {
		if x.name == "r" && slices.ContainsFunc(x.kids, func(k *node) bool { return k.name == "rPr" && k.child(kind) != nil }) || x.name == kind {
			x.walk(func(y *node) {
				if y.name == "t" || y.name == "delText" {
					for _, k := range y.kids {
						out = append(out, strings.Fields(k.text)...)
					}
				}
			})
		}
	})
	return strings.Join(out, " ")
}
