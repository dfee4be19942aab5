package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"time"
)

// The namespaces of a part.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordType    = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// relations are the addresses that a part leads to.
type relations struct{ targets, kinds []string }

// link returns the id of an address.
func (r *relations) link(address string) string { return r.add("hyperlink", address) }

func (r *relations) add(kind, target string) string {
	for i, t := range r.targets {
		if t == target && r.kinds[i] == kind {
			return "rId" + strconv.Itoa(i+1)
		}
	}
	r.targets, r.kinds = append(r.targets, target), append(r.kinds, kind)
	return "rId" + strconv.Itoa(len(r.targets))
}

func (r *relations) bytes() []byte {
	var b bytes.Buffer
	b.WriteString(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, t := range r.targets {
		mode := ""
		if r.kinds[i] == "hyperlink" {
			mode = ` TargetMode="External"`
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"%s/>`, i+1, office+r.kinds[i], escaped(t), mode)
	}
	b.WriteString("</Relationships>")
	return b.Bytes()
}

// parts are the files of the archive, in their order.
type parts struct {
	names []string
	bytes [][]byte
}

func (p *parts) add(name string, b []byte) {
	p.names, p.bytes = append(p.names, name), append(p.bytes, b)
}

// file writes the parts of the archive.
func (w *writer) file(doc *document) *parts {
	var rels, noteRels relations
	for _, part := range []string{"styles", "settings", "numbering", "footnotes", "comments"} {
		rels.add(part, part+".xml")
	}
	w.moves, w.notes = doc.moves, len(doc.notes)
	footer := rels.add("footer", "footer1.xml")
	body := w.part("document", &rels, func() { w.document(doc, footer) })
	notes := w.part("footnotes", &noteRels, func() { w.footnotes(doc.notes) })
	comments := w.part("comments", nil, w.commentList)
	var p parts
	p.add("[Content_Types].xml", contentTypes())
	p.add("_rels/.rels", packageRelations())
	p.add("docProps/core.xml", w.core())
	p.add("word/document.xml", body)
	p.add("word/_rels/document.xml.rels", rels.bytes())
	p.add("word/footnotes.xml", notes)
	p.add("word/_rels/footnotes.xml.rels", noteRels.bytes())
	p.add("word/comments.xml", comments)
	p.add("word/styles.xml", w.styles())
	p.add("word/settings.xml", w.part("settings", nil, w.settings))
	p.add("word/numbering.xml", w.part("numbering", nil, w.numberings))
	p.add("word/footer1.xml", w.part("ftr", nil, w.footer))
	return &p
}

// part writes a part whose root is the element.
func (w *writer) part(root string, rels *relations, content func()) []byte {
	var b bytes.Buffer
	w.out, w.rels = &b, rels
	w.raw(declaration + "<w:" + root + namespaces + ">")
	content()
	w.raw("</w:" + root + ">")
	return b.Bytes()
}

// epoch is the time of every file in the archive: the earliest that it can say.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// write writes the archive.
func (p *parts) write(to io.Writer) error {
	z := zip.NewWriter(to)
	for i, name := range p.names {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.bytes[i]); err != nil {
			return err
		}
	}
	return z.Close()
}
