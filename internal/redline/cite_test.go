package redline_test

import (
	"strings"
	"testing"

	"diptych/internal/redline"
)

// TestClausesThatCiteAChangedNote: each clause of the new text is named once,
// however often it cites the note, and one that moved is named where it stands.
func TestClausesThatCiteAChangedNote(t *testing.T) {
	const was, is = "\n\n[^1]: It is refundable.", "\n\n[^1]: It is not refundable."
	const fee, gift = "## Fee\n\nThe fee is ten euros a month, due in advance.", "## Deposit\n\nThe deposit is five euros, paid when we sign."
	for _, tt := range []struct{ name, old, new, want string }{
		{"one of two", fee + "[^1]\n\n" + gift, fee + "[^1]\n\n" + gift, "Fee"},
		{"twice in a clause", fee + "[^1] Yes.[^1]", fee + "[^1] Yes.[^1]", "Fee"},
		{"once in each", fee + "[^1]\n\n" + gift + "[^1]", fee + "[^1]\n\n" + gift + "[^1]", "Fee, Deposit"},
		{"no longer", fee + "[^1]\n\n" + gift + "[^1]", fee + "[^1]\n\n" + gift, "Fee"},
		{"in a clause that went", fee + "[^1]\n\n" + gift + "[^1]", gift + "[^1]", "Deposit"},
		{"in a clause that moved", fee + "[^1]\n\n" + gift + "\n\n## Law\n\nThe law of France governs all of it.", gift + "\n\n## Law\n\nThe law of France governs all of it.\n\n" + fee + "[^1]", "Fee"},
	} {
		r := redline.Compare(t.Context(), parse(tt.old+was, "en"), parse(tt.new+is, "en"))
		var got []string
		for _, c := range r.Changes {
			for _, x := range c.Cited {
				got = append(got, x.Head[0].Text)
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: cited in %q, want %q", tt.name, got, tt.want)
		}
		notes := 0
		for i := range r.Sections {
			notes += len(r.Sections[i].Notes)
		}
		if notes != len(got) {
			t.Errorf("%s: %d sections have the note, and %d clauses cite it", tt.name, notes, len(got))
		}
	}
}
