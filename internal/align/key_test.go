package align

import "testing"

// TestKey: what is added counts, in its order, and the ends of texts count
// where they are said to.
func TestKey(t *testing.T) {
	k := NewKey()
	for _, c := range []struct {
		name string
		a, b Key
		same bool
	}{
		{"the same text", k.Text("ab"), k.Text("ab"), true},
		{"another text", k.Text("ab"), k.Text("ac"), false},
		{"texts end elsewhere", k.Text("ab").Text("c"), k.Text("a").Text("bc"), false},
		{"bytes end elsewhere", k.Bytes("ab").Bytes("c"), k.Bytes("a").Bytes("bc"), true},
		{"an empty text", k.Text(""), k, false},
		{"no bytes", k.Bytes(""), k, true},
		{"another number", k.Number(1), k.Number(2), false},
		{"the order of numbers", k.Number(1).Number(2), k.Number(2).Number(1), false},
		{"a number that is nothing", k.Number(0), k, false},
	} {
		if (c.a == c.b) != c.same {
			t.Errorf("%s: %x and %x", c.name, c.a, c.b)
		}
	}
}
