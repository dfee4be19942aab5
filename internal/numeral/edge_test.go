package numeral_test

import (
	"testing"

	"diptych/internal/numeral"
)

// TestEdges holds where a number ends and what follows is none of it.
func TestEdges(t *testing.T) {
	for _, c := range []struct {
		in    string
		read  func(string) numeral.Number
		value uint64
		size  int
	}{
		{"one million thousand", numeral.English, 1e6, len("one million")},
		{"ten hundred thousand", numeral.English, 1000, len("ten hundred")},
		{"nine hundred thousand", numeral.English, 900e3, len("nine hundred thousand")},
		{"an hundred", numeral.English, 100, len("an hundred")},
		{"as hundred", numeral.English, 0, 0},
		{"ax thousand", numeral.English, 0, 0},
		{"二0二0)", numeral.Han, 2020, len("二0二0")},
		{"二0二0，", numeral.Han, 2020, len("二0二0")},
		{"二0二0a", numeral.Han, 202, len("二0二")},
		{"二0二05", numeral.Han, 202, len("二0二")},
	} {
		if n := c.read(c.in); n.Value != c.value || n.Size != c.size {
			t.Errorf("%s: got %d of %d bytes, want %d of %d", c.in, n.Value, n.Size, c.value, c.size)
		}
	}
}
