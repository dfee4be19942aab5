package markup

import (
	"bytes"
	"testing"

	"diptych/internal/html"
	"diptych/internal/policy"
)

// testEnv shows everything that an Env can show.
func testEnv() *html.Env {
	return &html.Env{
		Href:  func(l *policy.Link) string { return l.Dest },
		Src:   func(p *policy.Picture) string { return p.Dest },
		Words: html.Words{Permalink: "Link to this clause", Important: "[Important]", Notes: "Notes", NoteBack: "back to the text", TableRegion: "Table"},
	}
}

func textHTML(clauses []*policy.Clause) string {
	var b bytes.Buffer
	testEnv().Text(&b, clauses)
	return b.String()
}

func TestParseNote(t *testing.T) {
	blocks, problems := ParseNote("1. **甲**见[乙](b)\r\n2. （一）丙\r\n\r\n# 丁", Options{File: "zh.md", Line: 7, Lang: "zh"})
	if len(problems) > 0 {
		t.Error(problems)
	}
	var b bytes.Buffer
	testEnv().Blocks(&b, blocks)
	want := "<ol>\n<li><strong>甲</strong>见<a href=\"b\">乙</a></li>\n<li>（一）丙</li>\n</ol>\n<h3 class=\"subheading\">丁</h3>\n"
	if b.String() != want {
		t.Errorf("got %s", b.String())
	}
	BlockLinks(blocks, func(l *policy.Link) {
		if l.Pos.String() != "zh.md:7:10" {
			t.Errorf("link at %s", l.Pos)
		}
	})
}
