package strict

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"diptych/internal/diag"
)

// lines turns bytes from the start of a source into lines and columns.
type lines struct {
	name   string
	first  int // number of the source's first line in its file
	src    []byte
	starts []int // where each line begins; made when first asked for
}

// at is the position of a byte, or of the character that it is part of; what lies
// outside is moved to the nearest end.
func (l *lines) at(off int) diag.Pos {
	off = max(0, min(off, len(l.src)))
	for off > 0 && off < len(l.src) && !utf8.RuneStart(l.src[off]) {
		off-- // the library counts bytes
	}
	if l.starts == nil {
		l.starts = []int{0}
		for i := 0; ; {
			j := bytes.IndexByte(l.src[i:], '\n')
			if j < 0 {
				break
			}
			i += j + 1
			l.starts = append(l.starts, i)
		}
	}
	n := sort.SearchInts(l.starts, off+1) - 1
	col := utf8.RuneCount(l.src[l.starts[n]:off]) + 1
	return diag.Pos{File: l.name, Line: l.first + n, Col: col}
}
