package strict

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"
)

func parse(t *testing.T, src string) *Doc {
	t.Helper()
	d, l := Parse("x.toml", 1, []byte(src))
	if len(l) > 0 {
		t.Fatalf("%q: %v", src, l)
	}
	return d
}

func TestSet(t *testing.T) {
	for _, tt := range []struct{ name, src, key, value, after, want string }{
		{"value alone", " a  =\t1  # one\nb = 2\n", "a", "2026-01-31", "", " a  =\t2026-01-31  # one\nb = 2\n"},
		{"quoted key", "\"a\" = 1\n", "a", "2", "", "\"a\" = 2\n"},
		{"several lines", "a = [\n  1, # one\n] # list\nb = 2", "a", `"x"`, "", "a = \"x\" # list\nb = 2"},
		{"string of lines", "a = \"\"\"\nb = 1\n\"\"\"\nb = 3\n", "b", "2", "", "a = \"\"\"\nb = 1\n\"\"\"\nb = 2\n"},
		{"same name below", "b = 1\n[t]\na = 1\n", "a", "2", "", "b = 1\na = 2\n[t]\na = 1\n"},
		{"no key", "", "a", "1", "", "a = 1\n"},
		{"comment alone", "# a\n", "a", "1", "", "a = 1\n# a\n"},
		{"table alone", "# t\n[t]\n", "a", "1", "b", "a = 1\n# t\n[t]\n"},
		{"behind", "a = [\n1]\n# b\nb = 2\n", "c", "1", "a", "a = [\n1]\nc = 1\n# b\nb = 2\n"},
		{"behind the last", "a = 1\nb = 2\n# end\n", "c", "1", "x", "a = 1\nb = 2\nc = 1\n# end\n"},
		{"CR LF", "a = 1\r\nb = 2\r\n", "c", "1", "a", "a = 1\r\nc = 1\r\nb = 2\r\n"},
		{"CR LF in the line above", "a = 1\r\nb = 2\n", "c", "1", "a", "a = 1\r\nc = 1\r\nb = 2\n"},
		{"LF in the line above", "a = 1\nb = 2\r\n", "c", "1", "a", "a = 1\nc = 1\nb = 2\r\n"},
		{"CR LF at the top", "# c\r\n[t]\n", "c", "1", "", "c = 1\r\n# c\r\n[t]\n"},
		{"LF at the top", "# c\n[t]\r\n", "c", "1", "", "c = 1\n# c\n[t]\r\n"},
		{"CR LF, no end", "a = 1\r\nb = 2", "c", "1", "", "a = 1\r\nb = 2\r\nc = 1\r\n"},
		{"no end of line", "a = 1", "c", "1", "", "a = 1\nc = 1\n"},
		{"key of other letters", "", "Ł", "1", "", "\"Ł\" = 1\n"},
		{"odd key", "a = 1\n", "c d\"", "1", "", "a = 1\n\"c d\\\"\" = 1\n"},
	} {
		got, err := parse(t, tt.src).Set(tt.key, tt.value, tt.after)
		if err != nil || string(got.Source()) != tt.want {
			t.Errorf("%s: %v\n got %q\nwant %q", tt.name, err, got.Source(), tt.want)
		}
	}
}

// TestSetEmptied: an edit that leaves nothing leaves the ends of lines to the
// next.
func TestSetEmptied(t *testing.T) {
	for _, end := range []string{"\n", "\r\n"} {
		d, err := parse(t, "a = 1"+end).Remove("a")
		if err == nil {
			d, err = d.Remove("b")
		}
		if err == nil {
			d, err = d.Set("c", "1", "")
		}
		if want := "c = 1" + end; err != nil || string(d.Source()) != want {
			t.Errorf("%q, %v; want %q", d.Source(), err, want)
		}
	}
}

func TestSetRefuses(t *testing.T) {
	for _, tt := range []struct{ src, key, value, want string }{
		{"a.b = 1\n", "a", "1", "x.toml:1:1: error: key a stands for a table, and cannot be set [config]"},
		{"\n[a.b]\n", "a", "1", "x.toml:2:2: error: key a stands for a table, and cannot be set [config]"},
		{"[[a]]\n", "a", "1", "x.toml:1:3: error: key a stands for a table, and cannot be set [config]"},
		{"a = 1\n", "a", "x", "x.toml:1:5: error: expected a value, not x [config]"},
		{"a = 1\n", "a", "1 # x", "1 # x is no value for a"},
		{"a = 1\n", "b", "1\nc = 2", "1\nc = 2 is no value for b"},
	} {
		if d, err := parse(t, tt.src).Set(tt.key, tt.value, ""); d != nil || err == nil || err.Error() != tt.want {
			t.Errorf("%q: %v, want %s", tt.src, err, tt.want)
		}
	}
}

func TestRemove(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"line", "# x\n a = 1 # one\nz = 2\n", "# x\nz = 2\n"},
		{"lines", "a = [ # one\n1, # two\n]\n\nz = 2", "\nz = 2"},
		{"string of lines", "a = \"\"\"\n# x\n\"\"\"\n# y\n", "# y\n"},
		{"dotted", "a.b = 1\nz.a = 2\n\"a\".'c' = 3\n", "z.a = 2\n"},
		{"tables", "# first\n[[a]] # x\nb = 1\n# second\n[[a]]\n\nb = {\na = 1}\n[a.c]\nd = 1\n[z]\na = 1\n", "# first\n# second\n\n[z]\na = 1\n"},
		{"CR LF, no end", "z = 1\r\na = 1", "z = 1\r\n"},
		{"nothing", "z = 1 # a = 1\n", "z = 1 # a = 1\n"},
		{"two", "b = 1\nz = 1\na = 1\n", "z = 1\n"},
	} {
		got, err := parse(t, tt.src).Remove("a", "b")
		if err != nil || string(got.Source()) != tt.want {
			t.Errorf("%s: %v\n got %q\nwant %q", tt.name, err, got.Source(), tt.want)
		}
	}
}

// TestEditLaws: what an edit leaves is what was there, in all seeds.
func TestEditLaws(t *testing.T) {
	for _, s := range seeds {
		if d, l := Parse("x.toml", 1, []byte(s)); len(l) == 0 {
			edits(t, d)
		}
	}
}

func FuzzEdit(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if d, l := Parse("x.toml", 1, src); len(l) == 0 && len(src) <= 4096 {
			edits(t, d)
		}
	})
}

// edits checks the laws of Set and Remove for each key of a source: the other
// keys say what they said, the lines that stay are those that were there, and a
// new key that is taken out again leaves the source as it was.
func edits(t *testing.T, d *Doc) {
	t.Helper()
	for key := range d.tree {
		out, err := d.Remove(key)
		if err != nil {
			t.Fatalf("%q without %q: %v", d.Source(), key, err)
		}
		same(t, d, out, key)
		if _, ok := out.tree[key]; ok || !subsequence(out.Source(), d.Source()) {
			t.Fatalf("%q without %q is %q", d.Source(), key, out.Source())
		}
		st, ok := d.pair(key)
		out, err = d.Set(key, `"new"`, "")
		if ok != (err == nil) {
			t.Fatalf("%q with %q: %v", d.Source(), key, err)
		}
		if !ok {
			continue
		}
		same(t, d, out, key)
		before, after := d.at.src[:st.value.from], d.at.src[st.value.to:]
		if out.tree[key] != "new" || !bytes.Equal(out.Source(), slices.Concat(before, []byte(`"new"`), after)) {
			t.Fatalf("%q with %q is %q", d.Source(), key, out.Source())
		}
	}
	const key = "a new key"
	if _, ok := d.tree[key]; ok {
		return
	}
	out, err := d.Set(key, Literal("\" \\ \n\t政"), "a")
	if err != nil || out.tree[key] != "\" \\ \n\t政" {
		t.Fatalf("%q with a new key: %v", d.Source(), err)
	}
	same(t, d, out, key)
	back, err := out.Remove(key)
	if err != nil || strings.TrimRight(string(back.Source()), "\r\n") != strings.TrimRight(string(d.Source()), "\r\n") {
		t.Fatalf("%q with a new key and without it: %v, %q", d.Source(), err, back.Source())
	}
}

// same checks that two sources say the same but for a key.
func same(t *testing.T, a, b *Doc, key string) {
	t.Helper()
	one, two := maps.Clone(a.tree), maps.Clone(b.tree)
	delete(one, key)
	delete(two, key)
	if x, y := fmt.Sprintf("%#v", one), fmt.Sprintf("%#v", two); x != y {
		t.Fatalf("%q and %q differ beside %q: %s, %s", a.Source(), b.Source(), key, x, y)
	}
}

// subsequence reports whether the lines of a are some of those of b, in order.
func subsequence(a, b []byte) bool {
	rest := bytes.SplitAfter(b, []byte("\n"))
	for line := range bytes.SplitAfterSeq(a, []byte("\n")) {
		i := slices.IndexFunc(rest, func(s []byte) bool { return bytes.Equal(s, line) })
		if i < 0 && len(line) > 0 {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

func TestLiteral(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{Literal("a \"b\" \\ \x7f\t政"), `"a \"b\" \\ \u007F\u0009政"`}, {Literal(true), "true"}, {Literal(-3), "-3"},
		{Literal(policy.Date{Year: 2026, Month: 1, Day: 31}), "2026-01-31"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s, want %s", tt.got, tt.want)
		}
	}
}
