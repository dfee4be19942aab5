package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"sync"

	"diptych/internal/redline"
	"diptych/internal/redline/docx"
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

// parts are the names and the bytes of what a file holds.
type parts struct {
	names []string
	bytes [][]byte
}

// partsOf makes what the file of a redline holds.
func partsOf(t reporter, name string, r *redline.Redline) parts {
	t.Helper()
	names, b, err := docx.PartsOf(r, options)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return parts{names, b}
}

// unzip takes a file apart.
func unzip(t reporter, b []byte) parts {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	var p parts
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if y := f.Modified.Year(); y != 1980 {
			t.Errorf("%s is of %d, not of the same moment whenever it is made", f.Name, y)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		p.names, p.bytes = append(p.names, f.Name), append(p.bytes, part)
	}
	return p
}

// equal reports whether two files hold the same.
func (p parts) equal(q parts) bool {
	return slices.Equal(p.names, q.names) && slices.EqualFunc(p.bytes, q.bytes, bytes.Equal)
}

// open reads the parts; each must be XML.
func (p parts) open(t reporter) *archive {
	t.Helper()
	var a archive
	for i, name := range p.names {
		n, err := known(name, p.bytes[i])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch name {
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

// trees are the parts that many files have in common.
var trees sync.Map

// known reads a part, and one that many files have only once.
func known(name string, b []byte) (*node, error) {
	switch name {
	case "word/document.xml", "word/footnotes.xml", "word/comments.xml":
		return tree(bytes.NewReader(b))
	}
	if n, ok := trees.Load(string(b)); ok {
		return n.(*node), nil
	}
	n, err := tree(bytes.NewReader(b))
	if err == nil {
		trees.Store(string(b), n)
	}
	return n, err
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
			n := &node{name: tok.Name.Local}
			if len(tok.Attr) > 0 {
				n.attr = make(map[string]string, len(tok.Attr))
			}
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
