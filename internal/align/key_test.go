package align

import (
	"strings"
	"testing"
)

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

// TestKeyOfWords: wherever words are cut the key is the same, and no byte that
// changes, comes, goes or changes places leaves it as it is.
func TestKeyOfWords(t *testing.T) {
	words := "依照第三条，the 30 days begin; 三十日届满。"
	key := NewKey().Bytes(words)
	seen := map[Key]string{key: words}
	add := func(s string) {
		k := NewKey().Bytes(s)
		if other, ok := seen[k]; ok && other != s {
			t.Errorf("%q and %q have one key", s, other)
		}
		seen[k] = s
	}
	for i := range len(words) + 1 {
		if got := NewKey().Bytes(words[:i]).Bytes(words[i:]); got != key {
			t.Errorf("cut at %d: %x and not %x", i, got, key)
		}
		add(words[:i] + "\x00" + words[i:])
		if i == len(words) {
			break
		}
		add(words[:i] + words[i+1:])
		for bit := range 8 {
			add(words[:i] + string([]byte{words[i] ^ 1<<bit}) + words[i+1:])
		}
		for j := range i {
			b := []byte(words)
			b[i], b[j] = b[j], b[i]
			add(string(b))
		}
	}
	for n := range 40 {
		add(strings.Repeat("\x00", n))
	}
}
