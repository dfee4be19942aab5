package policy

import (
	"strconv"
	"strings"
)

// NoteID is the id of the footnote with a number.
func NoteID(n int) string { return "fn-" + strconv.Itoa(n) }

// NoteNumber undoes NoteID; false where the id is that of no footnote.
func NoteNumber(id string) (int, bool) {
	s, ok := strings.CutPrefix(id, "fn-")
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
