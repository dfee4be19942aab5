package markup

import (
	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// joins reports whether a line break between two characters vanishes: both are
// Han, kana or full-width, or one is and the other is a mark that Chinese and
// English share. In a Chinese text two such marks join as well.
func joins(before, after rune, lang policy.Lang) bool {
	b, a := cjk.Is(before) && !cjk.IsHangul(before), cjk.Is(after) && !cjk.IsHangul(after)
	sb, sa := cjk.IsShared(before), cjk.IsShared(after)
	return (b || sb) && (a || sa) && (b || a || lang == "zh")
}
