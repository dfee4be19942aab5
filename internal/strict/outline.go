package strict

import (
	"slices"
	"strconv"
	"strings"
)

// outline says where the keys and values of a piece of TOML stand, in bytes
// from its start. It has what the toml library does not tell.
type outline struct {
	places     map[string]place // of each path, its first mention
	keys       []key            // in order
	values     []span           // those that are no lists and tables, in order
	statements []statement      // in order
	control    *fault           // the first escape that writes a control character; nil where there is none
}

// place is where a key and its value begin. They are the same for what a
// header or the beginning of a longer key names, and for the items of lists.
type place struct{ key, val int }

// span is a stretch of the source.
type span struct{ from, to int }

// key is one mention of a key, a.b.c or the name in a header, in parts.
type key []part

func (k key) from() int  { return k[0].at }
func (k key) last() part { return k[len(k)-1] }

// part is one part of a key. Its path is that of the whole key up to it.
type part struct {
	name, path string
	at         int
}

// spell is the key as people write it.
func (p part) spell() string {
	var names []string
	for name := range strings.SplitSeq(p.path, "\x00") {
		if name, ok := strings.CutPrefix(name, "."); ok {
			names = append(names, name)
		}
	}
	return strings.Join(names, ".")
}

// statement is a header or key = value. Its lines hold nothing else but a
// comment at their end.
type statement struct {
	path   string // of the key, or of the table
	top    string // the first part of the path, as the source means it
	header bool
	lines  span // whole lines, with the end of the last
	value  span // empty for a header
}

// inTable and inList spell paths: of the key of a table, of the item of a list.
// A NUL in a key is doubled, so that no two paths are spelled alike.
func inTable(path, key string) string {
	return path + "\x00." + strings.ReplaceAll(key, "\x00", "\x00\x00")
}
func inList(path string, index int) string { return path + "\x00#" + strconv.Itoa(index) }

// note keeps the first mention of a path.
func (o *outline) note(path string, key, val int) {
	if _, ok := o.places[path]; !ok {
		o.places[path] = place{key, val}
	}
}

// valueAt is the value that a byte is part of, or empty.
func (o *outline) valueAt(at int) span {
	i, _ := slices.BinarySearchFunc(o.values, at, func(s span, at int) int { return s.to - at - 1 })
	if i < len(o.values) && o.values[i].from <= at {
		return o.values[i]
	}
	return span{}
}

// repeated finds the part of the key at a byte that is set a second time, and
// where it was set before.
func (o *outline) repeated(at int) (again part, before int, ok bool) {
	i, _ := slices.BinarySearchFunc(o.keys, at+1, func(k key, at int) int { return k.from() - at })
	if i == 0 {
		return part{}, 0, false
	}
	k := o.keys[i-1]
	for _, p := range slices.Backward(k) {
		if before = o.places[p.path].key; before < k.from() {
			return p, before, true
		}
	}
	return part{}, 0, false
}
