package markup

import (
	"bytes"

	"github.com/yuin/goldmark/text"

	"diptych/internal/policy"
)

// spot is where a source may take the id of a block of words. Only Pin asks;
// the maps that hold spots are nil for everybody else.
type spot struct {
	kind spotKind
	at   int // offset
}

type spotKind uint8

const (
	nowhere     spotKind = iota
	behindWords          // a group of its own: {#id}
	insideGroup          // behind the brace of a group that is there
	insideTag            // behind the name of a tag: id="…"
)

// spell returns what is to be inserted at the spot.
func (s spot) spell(n Name) string {
	switch s.kind {
	case behindWords:
		return " {" + n.group() + "}"
	case insideGroup:
		return n.group() + " "
	case insideTag:
		return ` id="` + n.ID + `"`
	}
	return ""
}

// takes reports whether the name can be written at the spot: a tag takes an id
// alone.
func (s spot) takes(n Name) bool {
	return s.kind != nowhere && (s.kind != insideTag || len(n.Was) == 0)
}

// takesGroup reports whether the id is written as an attribute of Markdown.
func (s spot) takesGroup() bool { return s.kind == behindWords || s.kind == insideGroup }

// behind is the spot behind the last line of a block.
func behind(src []byte, line text.Segment) spot {
	return spot{behindWords, line.Start + len(bytes.TrimRight(src[line.Start:line.Stop], " \t\n"))}
}

// inside is the spot in a group; one that names an id already has none.
func inside(a *attributes) spot {
	if a.id != "" {
		return spot{}
	}
	return spot{insideGroup, a.offset + 1}
}

// bareHeading is the spot of a heading without words, behind its first marks.
func bareHeading(src []byte, line text.Segment) spot {
	rest := bytes.TrimLeft(src[line.Start:line.Stop], " \t")
	return spot{behindWords, line.Stop - len(bytes.TrimLeft(rest, "#"))}
}

// inTag is the spot of what a tag of raw HTML opens.
func inTag(t *tag) spot { return spot{insideTag, t.pos + len("<") + len(t.name)} }

// mark remembers the spot of the block whose words begin at start.
func (st *parseState) mark(start int, s spot) {
	if st.spots != nil {
		st.spots[start] = s
	}
}

// keepSpot remembers the spot of a clause.
func (b *builder) keepSpot(c *policy.Clause, s spot) {
	if b.places != nil {
		b.places[c] = s
	}
}
