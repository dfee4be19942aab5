//go:build word

package docx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// flatReading reads a flat OpenDocument text.
type flatReading struct {
	lines, notes []string
	count        int
	loose        bool
}

func (r *flatReading) contents() []string {
	slices.Sort(r.notes)
	return append(r.lines, r.notes...)
}

func (r *flatReading) container(n *node, lead string) {
	for _, k := range n.kids {
		switch k.name {
		case "p", "h":
			s := squeeze(r.words(k))
			switch {
			case s == "", s == "\u200d": // what LibreOffice puts into a row without words, to track it
			case lead == "" && n.name == "text" && k.attr["style-name"] == "Footnote":
				r.notes = append(r.notes, s)
			default:
				r.lines = append(r.lines, lead+s)
			}
		case "list", "list-item", "section", "list-header":
			r.container(k, lead)
		case "table":
			r.table(k)
		}
	}
}

func (r *flatReading) table(t *node) {
	row := 0
	t.walk(func(x *node) {
		if x.name != "table-row" {
			return
		}
		column := 0
		for _, c := range x.kids {
			if c.name == "table-cell" {
				r.container(c, "|"+strconv.Itoa(row)+","+strconv.Itoa(column)+"|")
				column++
			}
		}
		row++
	})
}

// words are those of a paragraph, without remarks.
func (r *flatReading) words(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		switch k.name {
		case "":
			b.WriteString(k.text)
		case "note":
			r.count++
			num := "[" + strconv.Itoa(r.count) + "]"
			b.WriteString(num)
			var in flatReading
			in.container(k.child("note-body"), "")
			r.notes = append(r.notes, numbered(num, in.lines)...)
		case "annotation", "annotation-end":
		default:
			b.WriteString(r.words(k))
		}
	}
	return b.String()
}

// replaced is a file with other words in one of its parts.
func replaced(t *testing.T, b []byte, part, from, to string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		s, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			if !bytes.Contains(s, []byte(from)) {
				t.Fatalf("no %s in %s:\n%s", from, part, s)
			}
			s = bytes.ReplaceAll(s, []byte(from), []byte(to))
		}
		x, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := x.Write(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
