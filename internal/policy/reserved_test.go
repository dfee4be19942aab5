package policy

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

// TestReservedWordsAreDocumented: the manual lists the words that no policy or
// version may have as its name, all of them and no others.
func TestReservedWordsAreDocumented(t *testing.T) {
	want := slices.Concat(joints, kept)
	for _, p := range places {
		if p.Leaf != LeafNone {
			want = append(want, string(p.Leaf))
		}
	}
	slices.Sort(want)
	want = slices.Compact(want)
	for name, passage := range map[string]string{
		"authoring.md":       `(?s)belong\s+to\s+the\s+program: (.*?)\.\n`,
		"authoring.zh-CN.md": "(?s)(`from`.*?)。\n",
	} {
		page, err := os.ReadFile("../../docs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		if m := regexp.MustCompile(passage).FindSubmatch(page); m != nil {
			for _, word := range regexp.MustCompile("`([^`]+)`").FindAllSubmatch(m[1], -1) {
				got = append(got, string(word[1]))
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s lists %q, want %q", name, got, want)
		}
	}
}
