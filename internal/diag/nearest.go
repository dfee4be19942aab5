package diag

import (
	"slices"

	"github.com/agext/levenshtein"
)

// Nearest returns the candidate that a mistyped word most likely meant, or ""
// when none is near: at least 0.6 alike by Levenshtein similarity, with a bonus for
// a shared beginning. Ties go to the alphabetically first.
func Nearest(word string, candidates []string) string {
	best, bestScore := "", 0.0
	params := levenshtein.NewParams().BonusScale(0.1).BonusPrefix(4)
	sorted := slices.Clone(candidates)
	slices.Sort(sorted)
	for _, c := range sorted {
		if score := levenshtein.Match(word, c, params); score > bestScore {
			best, bestScore = c, score
		}
	}
	if bestScore < 0.6 {
		return ""
	}
	return best
}

// DidYouMean returns the hint "did you mean X?" for the nearest candidate, or
// the given fallback when none is near.
func DidYouMean(word string, candidates []string, fallback string) string {
	if n := Nearest(word, candidates); n != "" {
		return "did you mean " + n + "?"
	}
	return fallback
}
