package strict

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Source is what was read.
func (d *Doc) Source() []byte { return d.at.src }

// Set gives a key above the first table a value, spelled as Literal does, and
// changes no other byte: comments and white space stay. A key that the source
// lacks gets a line of its own, behind that of the key after or, where there is
// no such line, behind the last one above the first table. A key that stands for
// a table is not changed, which is an error.
func (d *Doc) Set(key, value, after string) (*Doc, error) {
	src := d.at.src
	if st, ok := d.pair(key); ok {
		return d.holding(key, value, src[:st.value.from], []byte(value), src[st.value.to:])
	}
	if at := d.Key(key); at.Line > 0 {
		return nil, diag.Problem{Pos: at, Rule: diag.Config, Text: "key " + key + " stands for a table, and cannot be set"}
	}
	name := key
	if key == "" || strings.IndexFunc(key, func(c rune) bool { return c >= 0x80 || !bare(byte(c)) }) >= 0 {
		name = Literal(key)
	}
	at := d.behind(after)
	nl := d.lineEnd(at)
	line := name + " = " + value + nl
	if at > 0 && src[at-1] != '\n' {
		line = nl + line
	}
	return d.holding(key, value, src[:at], []byte(line), src[at:])
}

// Remove takes keys above the first table and tables out, with all that they
// hold and the comments on their lines. Comments on lines of their own stay.
func (d *Doc) Remove(keys ...string) (*Doc, error) {
	var out []byte
	at := 0
	for _, st := range d.outline.statements {
		if slices.Contains(keys, st.top) {
			out = append(out, d.at.src[at:st.lines.from]...)
			at = st.lines.to
		}
	}
	return d.again(out, d.at.src[at:])
}

// RemoveItems takes some of a list of tables out, by their number from 0, as Remove
// does. A list that is written as a value stays as it is.
func (d *Doc) RemoveItems(key string, items ...int) (*Doc, error) {
	var out []byte
	at, item := 0, -1
	for _, st := range d.outline.statements {
		if st.header && st.path == inTable("", key) {
			item++
		}
		if item >= 0 && st.top == key && slices.Contains(items, item) {
			out = append(out, d.at.src[at:st.lines.from]...)
			at = st.lines.to
		}
	}
	return d.again(out, d.at.src[at:])
}

// pair is the statement above the first table that gives a key its value.
func (d *Doc) pair(key string) (statement, bool) {
	for _, st := range d.outline.statements {
		if st.path == inTable("", key) && !st.header {
			return st, true
		}
	}
	return statement{}, false
}

// behind is where the line of a key ends or, without one, the last line above
// the first table.
func (d *Doc) behind(key string) int {
	if st, ok := d.pair(key); ok {
		return st.lines.to
	}
	at := 0
	for _, st := range d.outline.statements {
		if st.header {
			break
		}
		at = st.lines.to
	}
	return at
}

// lineEnd is how a line ends that begins at a byte: as the line above it or, at
// the top and below a line without an end, as the first line that has one.
func (d *Doc) lineEnd(at int) string {
	src := d.at.src[:at]
	if !bytes.HasSuffix(src, []byte("\n")) {
		src = d.at.src[:bytes.IndexByte(d.at.src, '\n')+1]
	}
	if bytes.HasSuffix(src, []byte("\r\n")) || len(d.at.src) == 0 && d.crlf {
		return "\r\n"
	}
	return "\n"
}

// holding reads what Set has made, and holds the key to its value.
func (d *Doc) holding(key, value string, parts ...[]byte) (*Doc, error) {
	out, err := d.again(parts...)
	if err != nil {
		return nil, err
	}
	if st, _ := out.pair(key); string(out.at.src[st.value.from:st.value.to]) != value {
		return nil, fmt.Errorf("%s is no value for %s", value, key)
	}
	return out, nil
}

// again reads what an edit has made.
func (d *Doc) again(parts ...[]byte) (*Doc, error) {
	out, l := Parse(d.at.name, d.at.first, slices.Concat(parts...))
	if len(l) > 0 {
		return nil, l[0]
	}
	out.crlf = d.crlf || bytes.Contains(d.at.src, []byte("\r\n"))
	return out, nil
}

// Literal spells a value as TOML does.
func Literal[T string | bool | int | policy.Date](v T) string {
	s, ok := any(v).(string)
	if !ok {
		return fmt.Sprint(v)
	}
	var b strings.Builder
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteRune('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, c)
		default:
			b.WriteRune(c)
		}
	}
	return `"` + b.String() + `"`
}
