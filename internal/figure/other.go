package figure

import (
	"strconv"
	"strings"
)

// setOther notes what else a figure may be called in the other language: 50% is
// a half, half a month 15 days, 48 hours are two days, 24:00 is midnight, and
// monthly once a month.
func setOther(f *Figure) {
	if f.other != "" {
		return
	}
	switch f.Kind {
	case Number:
		switch f.Value {
		case "0.5":
			f.other = "1/2"
		case "0.25":
			f.other = "1/4"
		}
	case Percent:
		f.other = partOf(f.Value)
	case Time:
		if f.Value == "24:00" {
			f.other = "00:00"
		}
	case Period:
		if f.Value == "0.5 mo" {
			f.other = "15 d"
		}
		if h, ok := strings.CutSuffix(f.Value, " h"); ok {
			if n, err := strconv.Atoi(h); err == nil && n > 0 && n%24 == 0 {
				f.other = strconv.Itoa(n/24) + " d"
			}
		}
	case Frequency:
		if rest := strings.TrimPrefix(f.Value, "per "); rest[0] > '9' || rest[0] < '0' {
			f.other = "1 " + rest
		} else {
			f.other = rest
		}
	}
}

// setYear notes what the dates without a year are where all others have one: from 19
// September to 20 September 2026.
func setYear(figures []Figure) {
	year := ""
	for _, f := range figures {
		if (f.Kind == Date || f.Kind == Month) && f.Value[0] != '-' {
			if year != "" && f.Value[:4] != year {
				return
			}
			year = f.Value[:4]
		}
	}
	for i := range figures {
		if f := &figures[i]; year != "" && (f.Kind == Date || f.Kind == Month) && f.Value[0] == '-' {
			f.other = year + f.Value[1:]
		}
	}
}

// partOf spells whole per cent as the fraction that people say, or "": 50% is
// 1/2, 75% is 3/4; above all of it as how often: 150% is 1.5.
func partOf(percent string) string {
	n, err := strconv.Atoi(strings.TrimSuffix(percent, "%"))
	if err != nil || n <= 0 {
		return ""
	}
	if n >= 100 {
		return number{m: uint64(n), e: -2}.trim().String()
	}
	for _, den := range [...]int{2, 3, 4, 5, 10} {
		if n*den%100 == 0 {
			return strconv.Itoa(n*den/100) + "/" + strconv.Itoa(den)
		}
	}
	return ""
}
