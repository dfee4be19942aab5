package strict

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"diptych/internal/diag"
)

// seeds are pieces of TOML of every kind, well formed or nearly so.
var seeds = []string{
	"", "title = \"x\"\n", "title.zh = \"政策\"\r\n[owner]\r\nname = { zh = \"x\" }\r\n", "languages = [\"zh\",\n# x\n\"en\"]",
	"[check.rules]\nlnk = 1\n", "[[a]]\nb=1\n[[a]]\nb=2\n[a.c]\nd=3", "a = '''x''''", "x = \"\\u0000\"", "\"a\\\"b\".c = {d.e=[1,{f=2}]}",
	"title = 政策", "a=1\na=2", "[a\n", "time_zone = 1979-05-27T07:32:00Z\ntheme=\"\"\"a\nb\"\"\"", "title = “政策”",
	"a = 1979-05-27 07:32:00 # x\nb = [2026-01-01 , 07:32:00]\n", "a = [[1], [], [{b = [2]}]]\n", "a = \"\"\"\\\n  b\\\"\"\"\"\"\"\n", "a={b=1,\n# c\nd.e=2,}\n",
	"a.b.c = 1\na.b = 2\n", "a = 1\na = {b = 2}\n", "[t]\na = 1\n[t.a.b]\n", "a = -inf\nb = +1_000.5e-3\nc = 0xfF\nd = 0b1\n", "\"\" = 1\n'a b' = 2\n",
	"a = \"\\x41\\e\\U0001F600\"\nb = '\\'\n", "[ a . 'b' ] # x\nc = true\n[a.d]\n", "a = [1\n", "a = {b = 1\n", "a = \"\\q\"", "a = 2026-02-30", "a = 99999999999999999999",
	"[a]\nb.c = 1\n[a.b]\n", "a = \"\\\"", "a = '''", "\"\\u0000\" = 1\n\"\\u0000\\u0000\" = 2\n", "a\r= 1", "a = false\n", "a = 1 b = 2\n", "[a]\n[[a]]\n", "a = \"\\uD800\"", "\xff\xfe", "\xfe\xffa = 1\n", "\xef\xbb\xbfa = 1\n",
}

// TestOutline holds the outline to the toml library on texts made of the seeds.
func TestOutline(t *testing.T) {
	for _, s := range seeds {
		agree(t, []byte(s))
	}
	for i, s := range seeds {
		other := seeds[(i+7)%len(seeds)]
		for at := range len(s) {
			agree(t, []byte(s[:at]+s[at+1:]))
			agree(t, []byte(s[:at]+other))
			for _, c := range "a1\"'[]{},.=#\n\t \\-:_政\x00" {
				agree(t, []byte(s[:at]+string(c)+s[at:]))
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) <= 4096 {
			agree(t, src)
		}
	})
}

// agree checks the laws of Parse: problems lie inside the source; what the
// library reads is read, but for a key that is there twice and for control characters; each key and value
// of the library has its place; and a key that is unknown is found.
func agree(t *testing.T, src []byte) {
	t.Helper()
	d, l := Parse("x.toml", 1, src)
	var tree map[string]any
	_, err := toml.Decode(string(src), &tree)
	for _, p := range l {
		inside(t, src, p)
	}
	switch {
	case (d == nil) != (len(l) > 0) || len(l) > 1:
		t.Fatalf("%q: %v", src, l)
	case d != nil && err != nil:
		t.Fatalf("%q: read, and the library says %v", src, err)
	case d == nil && err == nil && !strings.HasSuffix(l[0].Text, "is set twice") && !strings.Contains(l[0].Text, "nested") && !strings.Contains(l[0].Text, "longer than") && !strings.Contains(l[0].Text, "control character") && !marked(src):
		t.Fatalf("%q: not read: %v", src, l)
	case d == nil:
		return
	}
	places := map[place]bool{}
	d.placed(t, d.tree, "", places)
	for path := range d.outline.places {
		if !places[d.outline.places[path]] {
			t.Fatalf("%q: the library has no %q", src, path)
		}
	}
	var none struct{}
	l = d.Decode(&none)
	if len(l) != len(tree) {
		t.Fatalf("%q: %d unknown keys, %d found: %v", src, len(tree), len(l), l)
	}
	for _, p := range l {
		inside(t, src, p)
	}
}

// marked reports whether a source begins with a byte order mark. The library
// passes over that of UTF-16 too, even before text that is UTF-8.
func marked(src []byte) bool {
	return bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) || bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff"))
}

// placed checks the place of each key and value of a table.
func (d *Doc) placed(t *testing.T, tree map[string]any, path string, seen map[place]bool) {
	t.Helper()
	for name, x := range tree {
		p, ok := d.outline.places[inTable(path, name)]
		if !ok {
			t.Fatalf("%q: %q has no place", d.at.src, inTable(path, name))
		}
		seen[p] = true
		if got := d.spelled(p.key); got != name {
			t.Fatalf("%q: at the place of %q stands %q", d.at.src, name, got)
		}
		d.valued(t, x, inTable(path, name), p, seen)
	}
}

// valued checks the place of a value.
func (d *Doc) valued(t *testing.T, x any, path string, p place, seen map[place]bool) {
	t.Helper()
	at := d.at.src[p.val:]
	ok := true
	switch x := x.(type) {
	case string:
		ok = at[0] == '"' || at[0] == '\''
	case bool:
		ok = bytes.HasPrefix(at, []byte(fmt.Sprint(x)))
	case int64, float64:
		ok = bytes.IndexByte([]byte("0123456789+-in"), at[0]) >= 0
	case time.Time:
		ok = at[0] >= '0' && at[0] <= '9'
	case map[string]any:
		ok = p.key == p.val || at[0] == '{'
		d.placed(t, x, path, seen)
	default:
		items := reflect.ValueOf(x)
		ok = p.key == p.val || at[0] == '['
		for i := range items.Len() {
			q, found := d.outline.places[inList(path, i)]
			if !found {
				t.Fatalf("%q: item %d of %q has no place", d.at.src, i, path)
			}
			seen[q] = true
			if tables := items.Type().Elem().Kind() == reflect.Map; tables {
				if !bytes.HasPrefix(d.at.src[q.val:], []byte("[[")) {
					t.Fatalf("%q: item %d of %q is not at its header", d.at.src, i, path)
				}
				d.placed(t, items.Index(i).Interface().(map[string]any), inList(path, i), seen)
				continue
			}
			d.valued(t, items.Index(i).Interface(), inList(path, i), q, seen)
		}
	}
	if !ok {
		t.Fatalf("%q: at the place of the value %v of %q stands %.10q", d.at.src, x, path, at)
	}
}

// spelled is the key that stands at a byte, as the library reads it.
func (d *Doc) spelled(at int) string {
	r := reader{src: d.at.src, pos: at, outline: outline{places: map[string]place{}}}
	end := at
	if q := r.peek(); q == '"' || q == '\'' {
		r.line(q)
		end = r.pos
	} else {
		for bare(r.peek()) {
			r.pos++
		}
		end = r.pos
	}
	var tree map[string]any
	if _, err := toml.Decode(string(d.at.src[at:end])+" = 1", &tree); err != nil {
		return err.Error()
	}
	for name := range tree {
		return name
	}
	return ""
}

// inside checks that a problem lies in the source; one behind the end of a line
// is where something is missing.
func inside(t *testing.T, src []byte, p diag.Problem) {
	t.Helper()
	rows := bytes.Split(src, []byte("\n"))
	if p.Pos.Line < 1 || p.Pos.Line > len(rows) || p.Pos.Col < 1 || p.Pos.Col > utf8.RuneCount(rows[p.Pos.Line-1])+1 {
		t.Fatalf("%q: outside of the source: %v", src, p)
	}
}
