package docx

import (
	"bytes"
	"fmt"

	"diptych/internal/policy"
)

// language is what Word is told of a language.
type language struct {
	latin, asian string // tags; asian is that of Chinese, Japanese and Korean words
	font         string // of those words
	wide         bool   // the text is in such a language: its quotation marks are wide
}

// languageOf returns what Word is told of the language of a tag.
func languageOf(tag policy.Tag) language {
	l := language{latin: "en-US", asian: "zh-CN", font: "SimSun", wide: true}
	switch tag.Base() {
	case "zh":
		if tag.Script() == "Hant" {
			l.asian, l.font = "zh-TW", "PMingLiU"
		}
	case "ja":
		l.asian, l.font = "ja-JP", "MS Mincho"
	case "ko":
		l.asian, l.font = "ko-KR", "Batang"
	default:
		l.wide = false
		if tag.Base() != string(tag) { // it says a region or script
			l.latin = string(tag)
		} else if tag.Base() != "en" {
			l.latin = tag.Base()
		}
	}
	return l
}

func (l language) xml() string {
	return fmt.Sprintf(`<w:lang w:val="%s" w:eastAsia="%s"/>`, escaped(l.latin), escaped(l.asian))
}

// plainStyles are the styles of paragraphs: name for Word, and what they look like.
var plainStyles = [...]struct{ id, name, para, run string }{
	{"Title", "Title", `<w:keepNext/><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>`, `<w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/>`},
	{"Subheading", "Subheading", `<w:keepNext/>`, `<w:b/><w:bCs/>`},
	{"Summary", "Summary", `<w:keepNext/>`, `<w:b/><w:bCs/>`},
	{"Caption", "caption", `<w:keepNext/>`, `<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>`},
	{"Quote", "Quote", `<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="A6A6A6"/></w:pBdr>`, ``},
	{"Code", "Code", `<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`, `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:sz w:val="20"/><w:szCs w:val="20"/>`},
	{"CellWords", "Cell", `<w:spacing w:before="40" w:after="40"/>`, `<w:sz w:val="20"/><w:szCs w:val="20"/>`},
	{"CellHead", "Cell Head", `<w:keepNext/><w:spacing w:before="40" w:after="40"/>`, `<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>`},
	{"FootnoteText", "footnote text", `<w:spacing w:after="0"/>`, `<w:sz w:val="18"/><w:szCs w:val="18"/>`},
}

// styles writes the styles part.
func (w *writer) styles() []byte {
	var b bytes.Buffer
	b.WriteString(declaration + "<w:styles" + namespaces + ">")
	fmt.Fprintf(&b, `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="%s" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>`+
		`<w:sz w:val="22"/><w:szCs w:val="22"/>%s</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
		w.language.font, w.language.xml())
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
		`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for i := range 6 {
		size := []int{28, 26, 24, 22, 22, 22}[i]
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>`+
			`<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`,
			i+1, i+1, i, size, size)
	}
	for _, s := range plainStyles {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, s.id, s.name, s.para, s.run)
	}
	b.WriteString(`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`, side)
	}
	b.WriteString("</w:tblBorders></w:tblPr></w:style></w:styles>")
	return b.Bytes()
}
