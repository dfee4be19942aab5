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

// EachNoteRef calls f for each reference to a note.
func EachNoteRef(runs []Run, blocks []Block, f func(*Run)) {
	for i := range runs {
		if runs[i].Kind == NoteRef {
			f(&runs[i])
		}
	}
	for i := range blocks {
		EachNoteRef(blocks[i].Runs, blocks[i].Blocks, f)
	}
}
