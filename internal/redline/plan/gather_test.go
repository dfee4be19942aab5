package plan

import "testing"

// TestCrosses: what was cut up stands in one order on both sides.
func TestCrosses(t *testing.T) {
	s := splitter{cuts: []bunch{{[]int{3}, []int{5, 6}}}}
	for _, tt := range []struct {
		x    bunch
		want bool
	}{
		{bunch{[]int{4, 5}, []int{7}}, false},
		{bunch{[]int{1, 2}, []int{4}}, false},
		{bunch{[]int{4, 5}, []int{4}}, true},
		{bunch{[]int{1, 2}, []int{7}}, true},
	} {
		if got := s.crosses(tt.x); got != tt.want {
			t.Errorf("%v: %v", tt.x, got)
		}
	}
	if (&splitter{}).crosses(bunch{[]int{1}, []int{1}}) {
		t.Error("nothing was cut")
	}
}
