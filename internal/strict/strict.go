// Package strict reads TOML into structs and says where everything stands. A
// key that nobody knows, a value of the wrong type and a mistake in the spelling
// are problems with their line and column and a hint; a source that is no UTF-8
// is one that names its encoding. The values are those of the toml library, the
// places those of an outline of the source, and the law is that the outline has
// each key and value of the library. It knows no keys: which there are and what
// they may say is left to config, source and locale.
package strict

import (
	"fmt"
	"reflect"

	"github.com/BurntSushi/toml"

	"diptych/internal/diag"
)

// MaxBytes is the largest piece of TOML that Parse reads.
const MaxBytes = 256 << 10

// Doc is a piece of TOML that is well formed. It is never changed.
type Doc struct {
	at      lines
	outline outline
	tree    map[string]any
	crlf    bool // lines ended in CR LF before edits left none
}

// Parse reads TOML. The first line of src is line number line of the file name;
// src has no byte order mark (see UTF8). What keeps src from being read is one
// problem, and the Doc is then nil.
func Parse(name string, line int, src []byte) (*Doc, diag.List) {
	d := &Doc{at: lines{name: name, first: line, src: src}}
	if len(src) > MaxBytes {
		var l diag.List
		l.Errorf(d.at.at(0), diag.Config, "", "too long: more than %d KiB of TOML", MaxBytes>>10)
		return nil, l
	}
	var bad *fault
	if d.outline, bad = readOutline(src); bad != nil {
		return nil, bad.problem(&d.at)
	}
	var err error
	if d.tree, err = decode(src); err != nil {
		return nil, d.outline.rejected(src, err).problem(&d.at)
	}
	if d.outline.control != nil {
		return nil, d.outline.control.problem(&d.at)
	}
	return d, nil
}

// Decode decodes TOML into dst, as Parse and Doc.Decode do.
func Decode(name string, line int, src []byte, dst any) diag.List {
	d, l := Parse(name, line, src)
	if l != nil {
		return l
	}
	return d.Decode(dst)
}

// Decode fills dst, a pointer to a struct whose fields name their key in a
// `toml` tag. Fields may be strings, ints, bools, policy.Date, slices, maps and
// structs of these, Value of these where the place matters, and Shaped. What is
// wrong is reported all at once, each at its place: keys that dst does not have
// (with the nearest one it has) and values of another type. What is wrong stays
// unset in dst.
func (d *Doc) Decode(dst any) diag.List {
	dec := decoder{doc: d, root: reflect.TypeOf(dst).Elem()}
	dec.table(reflect.ValueOf(dst).Elem(), d.tree, "", "")
	return dec.list
}

// Tree is what the source says, as the toml library reads it. It is not to be
// changed.
func (d *Doc) Tree() map[string]any { return d.tree }

// Key is the place of a key, a table or the first of a list of tables. The
// place of what the source does not name has no line.
func (d *Doc) Key(names ...string) diag.Pos {
	path := ""
	for _, name := range names {
		path = inTable(path, name)
	}
	p, ok := d.outline.places[path]
	if !ok {
		return diag.Pos{File: d.at.name}
	}
	return d.at.at(p.key)
}

// decode keeps a panic of the library, which no input should cause, from
// ending the program.
func decode(src []byte) (tree map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot be read as TOML: %v", r)
		}
	}()
	_, err = toml.Decode(string(src), &tree)
	return tree, err
}
