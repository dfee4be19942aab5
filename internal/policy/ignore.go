package policy

import (
	"strings"
	"unicode"

	"diptych/internal/diag"
)

// Ignore says that an author knows what rules find at a place, and accepts it. The
// reason stays in the source: nothing that is made of a text can publish it.
type Ignore struct {
	Rules     []string // their names, as written
	Clause    string   // id of the clause that it is about, with all in it; "" for the text
	Explained bool     // the source says why
	Pos       diag.Pos
}

// Explains reports whether words can be a reason: a letter or a figure of them is
// seen.
func Explains(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsNumber(r)) && !unshown(0, r)
	})
}
