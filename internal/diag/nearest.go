package diag

// The likeness from which a word is near, that from which a shared beginning
// counts, and how much it counts a rune (Winkler's bonus, 1990).
const (
	nearLeast  = 0.6
	startLeast = 0.7
	startRunes = 4
	startBonus = 0.1
)

// maxNear is the longest word, in runes, that is compared. The names of policies
// have 64, of clauses 128.
const maxNear = 256

// Nearest returns the candidate that a mistyped word most likely meant, or ""
// when none is near: at least 0.6 alike by Levenshtein similarity, with a bonus for
// a shared beginning. Ties go to the alphabetically first.
func Nearest(word string, candidates []string) string {
	best, most := "", 0.0
	w := []rune(word)
	for _, c := range candidates {
		if like := likeness(w, []rune(c)); like > most || like == most && c < best {
			best, most = c, like
		}
	}
	if most < nearLeast {
		return ""
	}
	return best
}

// likeness is 1 for equal words and 0 for those that have nothing in common, whose
// lengths keep them from being near, or that are no names at all. Comparing costs
// the product of the lengths.
func likeness(a, b []rune) float64 {
	long, short := max(len(a), len(b)), min(len(a), len(b))
	if long > maxNear || short == 0 || float64(short) < nearLeast*float64(long) {
		return 0
	}
	like := 1 - float64(distance(a, b))/float64(long)
	if like < startLeast {
		return like
	}
	start := 0
	for start < min(short, startRunes) && a[start] == b[start] {
		start++
	}
	return like + float64(start)*startBonus*(1-like)
}

// distance is how many runes must be inserted, deleted or replaced to make one
// word the other (Levenshtein, 1966).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1) // of the runes of a so far, to each beginning of b
	for j := range row {
		row[j] = j
	}
	for i, r := range a {
		corner := row[0] // above and before the place at hand
		row[0] = i + 1
		for j, s := range b {
			replaced := corner
			if r != s {
				replaced++
			}
			corner = row[j+1]
			row[j+1] = min(replaced, corner+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// DidYouMean returns the hint "did you mean X?" for the nearest candidate, or
// the given fallback when none is near.
func DidYouMean(word string, candidates []string, fallback string) string {
	if n := Nearest(word, candidates); n != "" {
		return "did you mean " + n + "?"
	}
	return fallback
}
