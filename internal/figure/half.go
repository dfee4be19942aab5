package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsForFigures are Chinese words that say what the other language may write
// as a figure. They are weak: where they say something else nothing is missed.
var wordsForFigures = []struct {
	words string
	kind  Kind
	value string
}{
	{"午夜", Time, "00:00"}, {"半夜", Time, "00:00"}, {"子夜", Time, "00:00"}, {"正午", Time, "12:00"}, {"全天候", Period, "24 h"}, {"全天", Period, "24 h"},
	{"昼夜", Period, "24 h"}, {"双", Number, "2"}, {"雙", Number, "2"}, {"翻倍", Number, "2"}, {"加倍", Number, "2"},
}

// wordForFigure reads a word that stands for a figure.
func (s *scanner) wordForFigure(i int) int {
	for _, w := range wordsForFigures {
		if s.has(i, w.words) {
			return s.add(w.kind, w.value, i, i+len(w.words), true)
		}
	}
	return i
}

// roundTheClock reads around the clock, whose first word ends at end.
func (s *scanner) roundTheClock(i, end int) int {
	for _, rest := range [...]string{" the clock", "-the-clock"} {
		if s.has(end, rest) {
			return s.add(Period, "24 h", i, end+len(rest), true)
		}
	}
	return end
}

// halfOf reports whether the half at i is one of two: 上半年, 2026年后半年. 离职后半年 is the
// time since.
func (s *scanner) halfOf(i int) bool {
	switch r := s.before(i); r {
	case '上', '下':
		return true
	case '前', '后', '後':
		prev := s.before(i - utf8.RuneLen(r))
		return prev < 0 || !unicode.Is(unicode.Han, prev) || strings.ContainsRune("年的在于", prev)
	}
	return false
}

// half reads 半年, 半个小时, 半数 and 一半.
func (s *scanner) half(i int) int {
	if s.has(i, "一半") {
		return s.add(Number, "1/2", i, i+len("一半"), true)
	}
	if !s.has(i, "半") {
		return i
	}
	at := i + len("半")
	if s.has(at, "数") {
		return s.add(Number, "1/2", i, at+len("数"), true)
	}
	u, n, e := s.hanPeriod(number{m: 5, e: -1}, at)
	if e == at || n.m != 5 {
		return i
	}
	if s.halfOf(i) {
		return e // 上半年: the first half of the year
	}
	return s.add(Period, periodValue(n, u), i, e, s.has(e, "度")) // 半年度报告, the interim report
}
