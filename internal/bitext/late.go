package bitext

import (
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// translated reports whether a section was in another language before: a text in
// Han characters had hardly any there, and has now. That catches up with the
// other text and leaves it nothing to follow.
func translated(s *redline.Section) bool {
	return s.Old != nil && s.New != nil && hanShare(s.Old) < foreign && hanShare(s.New) > native
}

// How many of the letters of a text in Han characters are such: few where it was
// left in another language, and many else, though names are in Latin letters.
const (
	foreign = 0.1
	native  = 0.4
)

// hanShare returns how many of the letters of a section are Han characters.
func hanShare(c *policy.Clause) float64 {
	han, all := 0, 0
	count := func(runs []policy.Run) {
		for _, c := range policy.PlainRuns(runs) {
			if unicode.IsLetter(c) {
				all++
			}
			if unicode.Is(unicode.Han, c) {
				han++
			}
		}
	}
	count(c.Head)
	eachRun(nil, c.Blocks, func(run *policy.Run) { count([]policy.Run{*run}) })
	return float64(han) / float64(max(all, 1))
}
