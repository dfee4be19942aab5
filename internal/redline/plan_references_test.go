package redline

import (
	"strconv"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// TestReferences finds the clauses that words refer to, where every number of
// every unit is one.
func TestReferences(t *testing.T) {
	in := map[string]int{}
	var names []string
	for name, unit := range map[string]policy.LabelStyle{
		"article": policy.StyleArticle, "section": policy.StyleSection, "part": policy.StylePart, "chapter": policy.StyleChapter, "circle": policy.StyleCircled,
	} {
		for n := 1; n <= 120; n++ {
			in[unitKey(unit, []int{n})] = len(names)
			names = append(names, name+" "+strconv.Itoa(n))
		}
	}
	for _, c := range []struct{ words, want string }{
		{"依照第廿一条、第二十二条和第一百○二条", "article 21; article 22; article 102"},
		{"依照第贰章第２１条第②项", "chapter 2; article 21; circle 2"},
		{"依照《示例法》第廿一条", ""},
		{"共两条、第两条、第万条", ""},
		{"第Ⅳ部分", "part 4"},
		{"Sections 3, 12 and ２１", "section 3; section 12; section 21"},
		{"Part Two, Section Twenty-One and Article XII", "part 2; section 21; article 12"},
		{"Parts II and IV", "part 2; part 4"},
		{"Part I says, in part I agree", "part 1"},
		{"Part XL and Part MIX and Part C", ""},
		{"Section Forty", "section 40"},
		{"Article IV of the Act, Article 13 of the Act", ""},
		{"Section ninth, section of it", ""},
	} {
		leaf := words.NewCutter().Cut([]policy.Run{{Text: c.words}})
		var got []string
		for _, r := range referencesIn(leaf, in) {
			got = append(got, names[r.pair])
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%q refers to %q, want %q", c.words, got, c.want)
		}
	}
}

// TestPairOf looks clauses up by the unit that a reference names and by the
// number alone, but for circled numbers, which mean no clause 1.
func TestPairOf(t *testing.T) {
	in := map[string]int{pathKey([]int{1}): 7, pathKey([]int{2}): -1, unitKey(policy.StyleArticle, []int{1}): 8}
	for _, c := range []struct {
		unit policy.LabelStyle
		n    int
		pair int
		ok   bool
	}{
		{policy.StyleArticle, 1, 8, true}, {policy.StyleSection, 1, 7, true}, {policy.StyleSection, 2, -1, false},
		{policy.StyleCircled, 1, 0, false}, {policy.StyleCircledHan, 1, 0, false},
	} {
		if pair, ok := pairOf(in, c.unit, []int{c.n}); ok != c.ok || pair != c.pair {
			t.Errorf("%d of unit %d is %d, %v; want %d, %v", c.n, c.unit, pair, ok, c.pair, c.ok)
		}
	}
}
