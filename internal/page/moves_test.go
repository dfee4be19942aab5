package page

import (
	"testing"
	"testing/fstest"

	"diptych/i18n"
	"diptych/internal/config"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestMovedWords: an end names the clause in which the other end stands, and says
// above or below of a whole clause, within one clause, and where that has no name.
func TestMovedWords(t *testing.T) {
	langs, tags := []policy.Lang{"zh", "en"}, map[policy.Lang]policy.Tag{"zh": "zh-Hans", "en": "en"}
	catalog, problems := locale.Load(i18n.FS, fstest.MapFS{}, tags, langs)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	m := &Maker{Config: &config.Site{LangTags: tags}, Catalog: catalog}
	fees := &policy.Clause{Form: policy.Heading, Head: []policy.Run{{Text: "Fees"}}}
	for _, tt := range []struct {
		end  redline.End
		want string
	}{
		{redline.End{In: fees, Old: true}, "moved to “Fees”"},
		{redline.End{In: fees, Below: true}, "moved here from “Fees”"},
		{redline.End{In: fees, Near: true}, "moved here from further up"},
		{redline.End{In: fees, Near: true, Old: true, Below: true}, "moved further down"},
		{redline.End{In: fees, Whole: true, Below: true}, "moved here from further down"},
		{redline.End{In: fees, Whole: true, Old: true}, "moved further up"},
		{redline.End{In: &policy.Clause{}, Old: true}, "moved further up"},
	} {
		if got := m.movedWords(tt.end, mergedName(tt.end.In), "en"); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.end, got, tt.want)
		}
	}
}

// TestMovedNamesOnce: the clause that thousands of ends lead to is named once.
func TestMovedNamesOnce(t *testing.T) {
	c := &policy.Clause{Form: policy.Heading, Head: []policy.Run{{Text: "Fees"}}}
	names := make(mergedNames)
	names.of(c)
	c.Head = []policy.Run{{Text: "Looked at again"}}
	if got := names.of(c); got != "Fees" {
		t.Errorf("the clause was named again: %q", got)
	}
}
