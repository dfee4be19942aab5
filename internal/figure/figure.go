// Package figure finds the figures in the words of a paragraph, Chinese or
// English: numbers, percentages, amounts, dates, periods, telephone numbers
// and addresses, each with a value that is equal in both languages where the
// fact is. It keeps one law: figures stand in order, do not overlap and are
// words of the text, found in one pass whatever bytes come in. Which
// paragraphs belong together, and what is said of a difference, is the
// caller's.
package figure

import "diptych/internal/policy"

// Kind says what a figure is about.
type Kind uint8

const (
	Number    Kind = iota // 30, thirty, 三十; an age; a year
	Ordinal               // 15th, first, 第三次; the day of a month
	Percent               // 15%, 百分之十五, 千分之五
	Money                 // US$5, 5 万元
	Date                  // a day, with or without its year
	Month                 // a month, with or without its year
	Time                  // an hour of the day: 9:00, 上午9点
	Period                // 30 days, 半年
	Frequency             // monthly, 每季度
	Phone                 //
	Email                 //
	URL                   // with or without its scheme
	Code                  // 5G, 2FA, 1.2.3: letters and digits
	Reference             // Article 6, 第三条, (1): a place in a text
	Law                   // 2016/679: the number of a law
	Link                  // where words lead; never found in words, made of its address by To
)

var kindNames = [...]string{"number", "ordinal", "percent", "money", "date", "month", "time", "period", "frequency", "phone", "email", "url", "code", "reference", "law", "link"}

// String returns the name of the kind in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Figure is one figure of a text.
//
// Value begins with the number in ASCII, without grouping or zeros at its
// ends, in the largest unit that tells nothing else:
//
//	30             Number, Ordinal; an age and a year are their bare number
//	2/3            a fraction
//	0.5%           Percent; per mille and per ten thousand too
//	50000 CNY      Money; a bare $ is USD, a bare ¥ and 元 are CNY
//	2026-01-01     Date; --01-01 without a year
//	2026-01        Month; --01 without a year
//	09:00          Time
//	30 d           Period: s, min, h; d, wd (working days); mo. A week is 7 d, a year 12 mo
//	per 3 mo       Frequency
//	1012345678     Phone, without +86, +1 and the 0 of a trunk call
//	a@example.com  Email, in lower case
//	example.com/x  URL, without scheme, www., query, fragment and language
//	5g             Code, in lower case; one that ends in its only number is that
//	               number, since ISO27001 is written ISO 27001 as well
//	3, 4.2         Reference
//	2016/679       Law
type Figure struct {
	Kind     Kind
	Value    string
	From, To int    // bytes in the words
	Words    string // as written
	// Weak says that a translation may well drop or add the figure, or say it
	// in other words: one, both, first, a day; what stands in a title 《》; every
	// Reference and Law. A weak figure answers an equal one of the other side,
	// but is not missed by itself.
	Weak bool

	other string // a value that answers it as well as its own, or ""
	said  string // the bare number that was said of a unit, or ""
	times bool   // it says how many times in a period: 每年四次
	part  bool   // it says which quarter of a year: 第三季度, Q3
}

// Find returns the figures of words in order. Numbers in digits are read in
// any language; numbers in Han characters in languages that are written in
// them, and those in English words in English: elsewhere they belong to names.
func Find(words string, lang policy.Tag) []Figure {
	return read(words, lang).figures
}

// read finds the figures of words, and what is at odds among them.
func read(words string, lang policy.Tag) reading {
	s := scanner{w: words, han: lang.WritesHan(), english: lang.Base() == "en"}
	for i := 0; i < len(words); {
		i = s.next(i)
	}
	figures := s.join()
	for i := range figures {
		setOther(&figures[i])
	}
	setYear(figures)
	return reading{figures, s.odds}
}
