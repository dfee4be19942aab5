package page

import (
	"slices"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestTellLone: a row says that parts of a clause are in one language only, or that
// all of it stands elsewhere, and nothing where all is alone or nothing is known.
func TestTellLone(t *testing.T) {
	old, now := &policy.Clause{ID: "old"}, &policy.Clause{ID: "new"}
	one, two := bitext.Unit{Words: "one"}, bitext.Unit{Words: "two"}
	for _, tt := range []struct {
		name      string
		section   redline.Section
		was, is   lone
		elsewhere bool
		only      []string
	}{
		{"nothing is known", redline.Section{Old: old, New: now}, lone{}, lone{}, false, nil},
		{"nothing is alone", redline.Section{New: now}, lone{}, lone{now: {units: 2}}, true, nil},
		{"a part is", redline.Section{New: now}, lone{}, lone{now: {2, []bitext.Unit{two}}}, false, []string{"two"}},
		{"all is", redline.Section{New: now}, lone{}, lone{now: {2, []bitext.Unit{one, two}}}, false, nil},
		{"a clause that went", redline.Section{Old: old}, lone{old: {2, []bitext.Unit{one}}}, lone{}, false, []string{"one"}},
		{"of a clause that stayed the new text tells", redline.Section{Old: old, New: now}, lone{old: {2, []bitext.Unit{one}}}, lone{now: {units: 1}}, true, nil},
	} {
		var p BilingualPart
		if p.tellLone(&tt.section, tt.was, tt.is); p.Elsewhere != tt.elsewhere || !slices.Equal(p.Only, tt.only) {
			t.Errorf("%s: elsewhere %t, only %q", tt.name, p.Elsewhere, p.Only)
		}
	}
}
