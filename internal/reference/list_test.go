package reference

import (
	"slices"
	"testing"
)

// TestList holds which mentions stand in one list, by the place at which their
// list begins.
func TestList(t *testing.T) {
	for _, tt := range []struct {
		words string
		want  []int
	}{
		{"违反第三条和第四条的", []int{0, 0}},
		{"违反第三条、第四条或者第五条的", []int{0, 0, 0}},
		{"第三条第二款和第四条", []int{0, 0, 0}},
		{"费用见第三条，期限见第四条", []int{0, 1}},
		{"违反第三条的，依照第四条、第五条处理", []int{0, 1, 1}},
		{"under Sections 3 and 4", []int{0, 0}},
		{"Section 3 and Section 4 apply", []int{0, 0}},
		{"fees are in Section 3, dates in Section 4", []int{0, 1}},
		{"第三条", []int{0}},
	} {
		l := &Leaf{Words: tt.words, Mentions: Find(tt.words, "")}
		var got []int
		for i := range l.Mentions {
			from, to := l.List(i)
			if i < from || i >= to || to > len(l.Mentions) {
				t.Fatalf("%s: mention %d stands in [%d,%d)", tt.words, i, from, to)
			}
			if j, _ := l.List(to - 1); j != from {
				t.Errorf("%s: the list of mention %d ends behind one that begins at %d", tt.words, i, j)
			}
			if to < len(l.Mentions) {
				if j, _ := l.List(to); j == from {
					t.Errorf("%s: the list of mention %d ends too early, at %d", tt.words, i, to)
				}
			}
			got = append(got, from)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: lists begin at %v, want %v", tt.words, got, tt.want)
		}
	}
}
