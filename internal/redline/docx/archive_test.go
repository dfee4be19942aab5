package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
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
