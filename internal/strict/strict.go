package strict

import (
	"fmt"
	"reflect"

	"github.com/BurntSushi/toml"

	"diptych/internal/diag"
)

// MaxBytes is the largest piece of TOML that Decode reads.
const MaxBytes = 256 << 10

// Decode decodes TOML into dst, a pointer to a struct whose fields name their
// key in a `toml` tag. Fields may be strings, ints, bools, policy.Date, slices,
// maps and structs of these, and Value of these where the place matters. What
// is wrong is reported all at once, each at its place: keys that dst does not
// have (with the nearest one it has) and values of another type; a syntax error
// is reported alone. What is wrong stays unset in dst. The first line of src is
// line number line of the file name; src must be valid UTF-8 (see UTF8).
func Decode(name string, line int, src []byte, dst any) (l diag.List) {
	at := &lines{name: name, first: line, src: src}
	if len(src) > MaxBytes {
		l.Errorf(at.at(0), diag.Config, "", "too long: more than %d KiB of TOML", MaxBytes>>10)
		return l
	}
	tree, err := read(src)
	if err != nil {
		return syntaxProblem(at, err)
	}
	d := decoder{at: at, places: findPlaces(src), root: reflect.TypeOf(dst).Elem()}
	d.table(reflect.ValueOf(dst).Elem(), tree, "", "")
	return d.list
}

// read keeps a panic of the library, which no input should cause, from
// ending the program.
func read(src []byte) (tree map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot be read as TOML: %v", r)
		}
	}()
	_, err = toml.Decode(string(src), &tree)
	return tree, err
}
