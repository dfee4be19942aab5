package markup

import (
	"testing"

	"diptych/internal/html"
	"diptych/internal/policy"
)

// testOptions show everything that a Writer can show.
func testOptions() html.Options {
	return html.Options{
		Href:  func(l *policy.Link) string { return l.Dest },
		Src:   func(p *policy.Picture) string { return p.Dest },
		Words: html.Words{Permalink: "Link to this clause", Important: "[Important]", Notes: "Notes", NoteBack: "back to the text", TableRegion: "Table"},
	}
}

func outlineHTML(clauses []*policy.Clause) string {
	w := html.NewWriter(testOptions())
	w.Outline(clauses)
	return string(w.HTML())
}

func textHTML(clauses []*policy.Clause) string {
	w := html.NewWriter(testOptions())
	w.Text(clauses)
	return string(w.HTML())
}

func TestParseNote(t *testing.T) {
	blocks, problems := ParseNote("1. **甲**见[乙](b)\r\n2. （一）丙\r\n\r\n# 丁", Options{File: "zh.md", Line: 7, Lang: "zh"})
	if len(problems) > 0 {
		t.Error(problems)
	}
	w := html.NewWriter(testOptions())
	w.Blocks(blocks)
	got := string(w.HTML())
	want := "<ol>\n<li><strong>甲</strong>见<a href=\"b\">乙</a></li>\n<li>（一）丙</li>\n</ol>\n<h3 class=\"subheading\">丁</h3>\n"
	if got != want {
		t.Errorf("got %s", got)
	}
	links := 0
	for r := range policy.RunsIn(blocks) {
		if r.Link == nil {
			continue
		}
		links++
		if r.Link.Pos.String() != "zh.md:7:10" {
			t.Errorf("link at %s", r.Link.Pos)
		}
	}
	if links != 1 {
		t.Errorf("%d links", links)
	}
}
