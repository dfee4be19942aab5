package docx

import (
	"bytes"
	"fmt"
	"strings"
)

// document writes the body. footer is the id of the part at the foot of its pages.
func (w *writer) document(doc *document, footer string) {
	w.findRanges(doc.body)
	w.raw("<w:body>\n")
	for _, p := range doc.body {
		if p.line != nil {
			w.line(p.line)
			w.raw("\n")
		} else {
			w.grid(p.grid)
		}
	}
	fmt.Fprintf(w.out, `<w:sectPr><w:footerReference w:type="default" r:id="%s"/><w:pgSz w:w="11906" w:h="16838"/>`, footer)
	w.raw(`<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body>`)
}

// footnotes writes the notes behind the two lines that Word draws above them.
func (w *writer) footnotes(notes []footnote) {
	w.inNote = true
	for i, kind := range []string{"separator", "continuationSeparator"} {
		fmt.Fprintf(w.out, `<w:footnote w:type="%s" w:id="%d"><w:p><w:r><w:%s/></w:r></w:p></w:footnote>`, kind, i-1, kind)
	}
	for i, n := range notes {
		fmt.Fprintf(w.out, "\n"+`<w:footnote w:id="%d">`, i+1)
		for k, l := range n.lines {
			w.counts = k == 0
			w.line(l)
		}
		w.raw("</w:footnote>")
	}
	w.inNote = false
}

func (w *writer) commentList() {
	for i, c := range w.comments {
		fmt.Fprintf(w.out, "\n"+`<w:comment w:id="%d" w:author="%s"`, w.notes+1+i, author)
		if !w.opt.Date.IsZero() {
			w.raw(` w:date="` + w.opt.Date.String() + `T00:00:00Z"`)
		}
		w.raw(` w:initials="D">`)
		for _, s := range strings.Split(c.text, "\n") {
			w.raw("<w:p><w:r>")
			w.words(s, "w:t")
			w.raw("</w:r></w:p>")
		}
		w.raw("</w:comment>")
	}
}

// settings has changes that a reader makes tracked too.
func (w *writer) settings() {
	w.raw(`<w:trackRevisions/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`)
	w.raw(`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`)
}

// numberings writes bullets, and each list that is numbered.
func (w *writer) numberings() {
	for i, format := range []string{"bullet", "decimal"} {
		fmt.Fprintf(w.out, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, i)
		for level := range maxLevel + 1 {
			text := "•"
			if format == "decimal" {
				text = fmt.Sprintf("%%%d.", level+1)
			}
			fmt.Fprintf(w.out, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`,
				level, format, text, (level+1)*indent, indent)
		}
		w.raw("</w:abstractNum>")
	}
	w.raw(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	for i, n := range w.numbers {
		fmt.Fprintf(w.out, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/>`, i+2)
		for level := range maxLevel + 1 {
			fmt.Fprintf(w.out, `<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, level, n.start)
		}
		w.raw("</w:num>")
	}
}

// footer says which versions are compared, what is not, and the page.
func (w *writer) footer() {
	w.raw(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="16"/></w:rPr>`)
	w.words(w.opt.Tool.T("diff.not_compared"), "w:t")
	if n := Wide(w.redline); n > 0 {
		w.words(" "+TooWide(w.opt.Tool, n), "w:t")
	}
	w.raw("</w:r></w:p>")
	w.raw(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr>`)
	w.words(w.name()+" · ", "w:t")
	w.raw(`</w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
}

// name is what is compared.
func (w *writer) name() string {
	s := w.redline.New.Title
	if w.opt.Old != "" {
		s += ": " + w.opt.Old + " → " + w.opt.New
	}
	return s
}

// core says what the file is.
func (w *writer) core() []byte {
	var b bytes.Buffer
	b.WriteString(declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	fmt.Fprintf(&b, "<dc:title>%s</dc:title><dc:creator>%s</dc:creator>", escaped(w.name()), author)
	if !w.opt.Date.IsZero() {
		fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%sT00:00:00Z</dcterms:created>`, w.opt.Date)
	}
	b.WriteString("</cp:coreProperties>")
	return b.Bytes()
}

func contentTypes() []byte {
	var b bytes.Buffer
	b.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`)
	for _, x := range [][2]string{
		{"document", "document.main"}, {"styles", "styles"}, {"settings", "settings"}, {"numbering", "numbering"},
		{"footnotes", "footnotes"}, {"comments", "comments"}, {"footer1", "footer"},
	} {
		fmt.Fprintf(&b, `<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, x[0], wordType, x[1])
	}
	b.WriteString("</Types>")
	return b.Bytes()
}

func packageRelations() []byte {
	return []byte(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + office + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`</Relationships>`)
}
