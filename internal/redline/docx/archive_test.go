package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
)

// node is an element of XML, or words where it has no name.
type node struct {
	name string // local
	attr map[string]string
	kids []*node
	text string
}

// archive is a file of Word, as far as the law needs it.
type archive struct{ body, notes, comments, footer *node }

// open reads a file; every part of it must be XML.
func open(t reporter, b []byte) *archive {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	var a archive
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		n, err := tree(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		switch f.Name {
		case "word/document.xml":
			a.body = n.child("body")
		case "word/footnotes.xml":
			a.notes = n
		case "word/comments.xml":
			a.comments = n
		case "word/footer1.xml":
			a.footer = n
		}
	}
	return &a
}

func tree(r io.Reader) (*node, error) {
	d := xml.NewDecoder(r)
	root := &node{}
	open := []*node{root}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return root.kids[0], nil
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				top.kids = append(top.kids, &node{text: string(tok)})
			}
		}
	}
}

// child returns the first child with the name, or nil.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		var next *node
		if n != nil {
			for _, k := range n.kids {
				if k.name == name {
					next = k
					break
				}
			}
		}
		n = next
	}
	return n
}

// walk calls f with the node and all below.
func (n *node) walk(f func(*node)) {
	f(n)
	for _, k := range n.kids {
		k.walk(f)
	}
}

// decide accepts or rejects every tracked change.
func (a *archive) decide(accept bool) *archive {
	drop, keep := "del moveFrom", "ins moveTo"
	if !accept {
		drop, keep = keep, drop
	}
	d := decision{accept, strings.Fields(drop), strings.Fields(keep)}
	out := &archive{body: d.container(a.body), notes: &node{name: "footnotes"}}
	for _, n := range a.notes.kids {
		if n.name == "footnote" {
			out.notes.kids = append(out.notes.kids, d.container(n))
		}
	}
	return out
}

type decision struct {
	accept     bool
	drop, keep []string
}

func has(names []string, n *node) bool {
	for _, x := range names {
		if n != nil && n.child(x) != nil {
			return true
		}
	}
	return false
}

func in(names []string, name string) bool {
	return strings.Contains(" "+strings.Join(names, " ")+" ", " "+name+" ")
}

// container decides what stands in a body, cell or note: a paragraph whose end
// goes is one with the next.
func (d decision) container(n *node) *node {
	out := &node{name: n.name, attr: n.attr}
	var waiting []*node
	for _, k := range n.kids {
		switch k.name {
		case "p":
			runs := append(waiting, d.inline(k.kids)...)
			waiting = nil
			if has(d.drop, k.child("pPr", "rPr")) {
				waiting = append([]*node{}, runs...) // not nil: the end is tracked
				continue
			}
			props := k.child("pPr")
			if was := props.child("pPrChange"); was != nil && !d.accept {
				props = was.child("pPr")
			}
			out.kids = append(out.kids, &node{name: "p", kids: append([]*node{props}, runs...)})
		case "tbl":
			if waiting != nil {
				out.kids = append(out.kids, &node{name: "p", kids: append([]*node{nil}, waiting...)})
				waiting = nil
			}
			t := &node{name: "tbl"}
			for _, r := range k.kids {
				if r.name != "tr" || has(d.drop, r.child("trPr")) {
					continue
				}
				row := &node{name: "tr"}
				for _, c := range r.kids {
					if c.name == "tc" {
						x := d.container(c)
						x.kids = append(x.kids, c.child("tcPr"))
						row.kids = append(row.kids, x)
					}
				}
				t.kids = append(t.kids, row)
			}
			out.kids = append(out.kids, t)
		}
	}
	if waiting != nil {
		out.kids = append(out.kids, &node{name: "p", kids: []*node{nil}, text: "an end that is tracked is the last"})
	}
	return out
}

func (d decision) inline(ns []*node) []*node {
	out := []*node{}
	for _, n := range ns {
		switch {
		case in(d.drop, n.name):
		case in(d.keep, n.name), n.name == "hyperlink":
			out = append(out, d.inline(n.kids)...)
		case n.name == "r":
			out = append(out, n)
		}
	}
	return out
}

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

// tracked counts tracked changes.
func (a *archive) tracked() int {
	n := 0
	for _, root := range []*node{a.body, a.notes} {
		root.walk(func(x *node) {
			if in([]string{"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"}, x.name) {
				n++
			}
		})
	}
	return n
}
