package markup

import (
	"testing"

	"diptych/internal/policy"
)

// TestJoins: where a line break leaves no space.
func TestJoins(t *testing.T) {
	for _, tt := range []struct {
		before, after rune
		lang          policy.Tag
		want          bool
	}{
		{'文', '字', "zh-Hans", true}, {'文', '字', "en", true}, {'文', 'a', "zh", false}, {'한', '국', "ko", false},
		{'文', '”', "en", true}, {'“', '文', "en", true},
		{'…', '—', "zh-Hans", true}, {'…', '—', "zh-TW", true}, {'…', '—', "ja", true},
		{'…', '—', "en-GB", false}, {'…', '—', "ko", false}, {'…', '—', "", false},
	} {
		if got := joins(tt.before, tt.after, tt.lang); got != tt.want {
			t.Errorf("%c and %c in %q: %t", tt.before, tt.after, tt.lang, got)
		}
	}
}
