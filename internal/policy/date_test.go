package policy

import (
	"strings"
	"testing"
	"time"
)

// TestDatesCompare: dates are in the order of their spellings, and the one that is
// not said comes first.
func TestDatesCompare(t *testing.T) {
	days := []Date{{}}
	for _, y := range []int{1, 1999, 2026} {
		for _, m := range []time.Month{1, 2, 12} {
			days = append(days, Date{y, m, 1}, Date{y, m, 28})
		}
	}
	for _, a := range days {
		for _, b := range days {
			if got, want := a.Compare(b), strings.Compare(a.String(), b.String()); got != want {
				t.Errorf("%s to %s: %d, want %d", a, b, got, want)
			}
		}
	}
}
