package redline_test

import (
	"testing"

	"diptych/internal/policy"
)

// TestLawOnSmallTexts: the law on texts of which a random one like them broke it.
func TestLawOnSmallTexts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang           policy.Lang
		name, old, new string
	}{
		{"zh", "一方有脚注，句子整句替换", "请随手关门。请随手关门。请随手关门。请随手关门。\n", "请随手关门。会议室不外借。请随手关门。[^n]\n\n[^n]: 周末除外。\n"},
		{"en", "a note on one side, and a sentence replaced whole", "Shut the door. Shut the door. Shut the door. Shut the door.\n", "Shut the door. Rooms are not let. Shut the door.[^n]\n\n[^n]: But on Sundays.\n"},
	} {
		t.Run(string(c.lang)+" "+c.name, func(t *testing.T) {
			t.Parallel()
			old, new := parse(c.old, c.lang), parse(c.new, c.lang)
			checkLaw(t, "there", old, new)
			checkLaw(t, "back", new, old)
		})
	}
}
