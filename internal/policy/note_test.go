package policy

import "testing"

func TestNoteNumber(t *testing.T) {
	for n := range 12 {
		if got, ok := NoteNumber(NoteID(n)); got != n || !ok {
			t.Errorf("the number of %s is %d, %t", NoteID(n), got, ok)
		}
	}
	for _, id := range []string{"", "1", "fn-", "fn-x", "fn-1x", "fnref-1", "c-1"} {
		if n, ok := NoteNumber(id); ok {
			t.Errorf("%q is note %d", id, n)
		}
	}
}
