package words

import (
	"strings"

	"diptych/internal/numeral"
)

// months in English, in full and short.
const months = " january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "

// monthLetters are those with which months begin.
const monthLetters = "JFMASOND"

// joinDates makes one token of January 1, 2026 and of 1 January 2026.
func (in *vocabulary) joinDates(out []Token, first int, text string) []Token {
	n := first
	for i := first; i < len(out); i++ {
		t := out[i]
		if t.Kind == Word && t.End-t.Start >= 3 && text[t.Start] >= 'A' && text[t.Start] <= 'Z' &&
			t.End-t.Start <= 9 && strings.IndexByte(monthLetters, text[t.Start]) >= 0 &&
			strings.Contains(months, " "+strings.ToLower(text[t.Start:t.End])+" ") {
			day := func(k, least, most int) bool {
				return k >= first && k < len(out) && out[k].End-out[k].Start >= least && out[k].End-out[k].Start <= most &&
					digits(text[out[k].Start:out[k].End]) == out[k].End-out[k].Start
			}
			j := i
			if day(i+1, 1, 2) {
				j = i + 1
				if i+2 < len(out) && text[out[i+2].Start:out[i+2].End] == "," && day(i+3, 4, 4) {
					j = i + 3
				}
			} else if day(i+1, 4, 4) {
				j = i + 1
			}
			if n > first && day(i-1, 1, 2) && out[n-1].End == out[i-1].End && day(i+1, 4, 4) {
				n--
				t.Start = out[n].Start
			}
			if j > i || t.Start != out[i].Start {
				t.End = out[j].End
				t.ID = in.id(foldSpace(text[t.Start:t.End]))
				i = j
			}
		}
		out[n] = t
		n++
	}
	return out[:n]
}

// Units in English that belong to the number before them, in lower case, and
// words that may stand between.
const (
	englishUnits = " day days week weeks fortnight month months quarter quarters year years hour hours minute minutes second seconds " +
		"percent dollars dollar euros euro pounds yuan cents kb mb gb tb kib mib gib ms km kg times "
	unitLeads = " business calendar working consecutive natural trading full "
)

// joinUnits makes one token of 30 days, 5 business days, thirty (30) days and
// of $3 million.
func (in *vocabulary) joinUnits(out []Token, first int, text string) []Token {
	n := first
	for i := first; i < len(out); i++ {
		t := out[i]
		if t.Kind == Word {
			if j := unitEnd(out, i, text); j > i {
				t.End = out[j].End
				t.ID = in.id(foldSpace(text[t.Start:t.End]))
				i = j
			}
		}
		out[n] = t
		n++
	}
	return out[:n]
}

// unitEnd returns the token that ends the quantity which begins at i, or i.
func unitEnd(ts []Token, i int, text string) int {
	lower := func(k int) string {
		if k >= len(ts) || ts[k].End-ts[k].Start > 12 {
			return ""
		}
		if gap := text[ts[k-1].End:ts[k].Start]; len(gap) > space(gap) {
			return ""
		}
		return strings.ToLower(text[ts[k].Start:ts[k].End])
	}
	in := func(list, w string) bool { return w != "" && strings.Contains(list, " "+w+" ") }
	w := text[ts[i].Start:ts[i].End]
	number := w[len(w)-1] <= '9' && digits(strings.TrimLeft(w, "USHKDRMBCNYEGP$ ")) > 0
	if !number && !numeral.IsEnglish(w) {
		return i
	}
	j := i + 1
	if !number { // thirty (30) days
		if lower(j) == "(" && j+2 < len(ts) && digits(lower(j+1)) > 0 && lower(j+2) == ")" {
			j += 3
		}
	} else if lower(j) == "million" || lower(j) == "billion" || lower(j) == "thousand" {
		return j
	} else if lower(j) == "-" && ts[j].Start == ts[i].End { // 30-day
		j++
	}
	if in(unitLeads, lower(j)) {
		j++
	}
	if in(englishUnits, lower(j)) {
		return j
	}
	return i
}
