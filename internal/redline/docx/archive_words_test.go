package docx_test

import (
	"slices"
	"strconv"
	"strings"
)

// contents are the words of a file that was decided, as those of a text are.
func (a *archive) contents() []string {
	r := fileReading{notes: map[string]*node{}}
	for _, n := range a.notes.kids {
		r.notes[n.attr["id"]] = n
	}
	lines := r.container(a.body, "")
	slices.Sort(r.cited)
	return append(lines, r.cited...)
}

// fileReading reads a file; notes are numbered as Word does.
type fileReading struct {
	notes map[string]*node
	count int
	cited []string // lines of notes
}

func (r *fileReading) container(n *node, lead string) []string {
	var out []string
	for _, k := range n.kids {
		switch {
		case k == nil:
		case k.name == "p":
			s := squeeze(r.words(k))
			switch {
			case s == "":
			case n.name == "body" && k.kids[0].child("pStyle") != nil && k.kids[0].child("pStyle").attr["val"] == "FootnoteText":
				r.cited = append(r.cited, s)
			default:
				out = append(out, lead+s)
			}
		case k.name == "tbl":
			for i, row := range k.kids {
				column := 0
				for _, c := range row.kids {
					props := c.kids[len(c.kids)-1]
					if v := props.child("vMerge"); v != nil && v.attr["val"] == "" {
						continue
					}
					out = append(out, r.container(c, "|"+strconv.Itoa(i)+","+strconv.Itoa(column)+"|")...)
					column++
				}
			}
		}
	}
	return out
}

func (r *fileReading) words(n *node) string {
	var b strings.Builder
	b.WriteString(n.text)
	for _, k := range n.kids {
		if k == nil || k.name != "r" {
			continue
		}
		for _, x := range k.kids {
			switch x.name {
			case "t", "delText":
				for _, y := range x.kids {
					b.WriteString(y.text)
				}
			case "footnoteReference":
				b.WriteString(r.cite(x.attr["id"]))
			}
		}
	}
	return b.String()
}

// cite numbers a note.
func (r *fileReading) cite(id string) string {
	r.count++
	n := "[" + strconv.Itoa(r.count) + "]"
	note := r.notes[id]
	if note == nil {
		return n + "without a note"
	}
	r.cited = append(r.cited, numbered(n, r.container(note, ""))...)
	return n
}
