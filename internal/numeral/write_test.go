package numeral_test

import (
	"strconv"
	"strings"
)

// hanStyle is one way to write Han numerals.
type hanStyle struct {
	digits, units string // 〇 to 九; 十, 百, 千
	scales        [2]string
	tens          string // 廿, 卅, 卌, where they are written
}

var (
	plain       = hanStyle{"零一二三四五六七八九", "十百千", [2]string{"万", "亿"}, ""}
	round       = hanStyle{"○一二三四五六七八九", "十百千", [2]string{"万", "亿"}, ""}
	typed       = hanStyle{"0一二三四五六七八九", "十百千", [2]string{"万", "亿"}, ""}
	short       = hanStyle{"〇一二三四五六七八九", "十百千", [2]string{"万", "亿"}, "廿卅卌"}
	cheque      = hanStyle{"零壹贰叁肆伍陆柒捌玖", "拾佰仟", [2]string{"万", "亿"}, ""}
	traditional = hanStyle{"零壹貳參肆伍陸柒捌玖", "拾佰仟", [2]string{"萬", "億"}, ""}
)

// write spells n, from 1 to 10^16-1. The ten of 10 to 19 is bare in plain
// numerals.
func (h hanStyle) write(n uint64) string {
	var b strings.Builder
	h.group(&b, n, 1e8, func(b *strings.Builder, n uint64) {
		h.group(b, n, 1e4, h.section, h.section, h.scales[0])
	}, func(b *strings.Builder, n uint64) {
		h.group(b, n, 1e4, h.section, h.section, h.scales[0])
	}, h.scales[1])
	s := b.String()
	if h.digits[len("零"):len("零一")] == "一" || h.digits[0] == '0' {
		s = strings.TrimPrefix(s, "一十")
		if s != b.String() {
			s = "十" + s
		}
	}
	return s
}

func (h hanStyle) group(b *strings.Builder, n, scale uint64, above, below func(*strings.Builder, uint64), sign string) {
	if n >= scale {
		above(b, n/scale)
		b.WriteString(sign)
		if n%scale > 0 && n%scale < scale/10 {
			b.WriteString(h.digit(0))
		}
	}
	below(b, n%scale)
}

// section spells n, from 0 to 9999; 0 is nothing.
func (h hanStyle) section(b *strings.Builder, n uint64) {
	empty, begun := false, false
	for i, unit := range [...]uint64{1000, 100, 10, 1} {
		d := n / unit % 10
		if d == 0 {
			empty = begun
			continue
		}
		if empty {
			b.WriteString(h.digit(0))
		}
		empty, begun = false, true
		if unit == 10 && h.tens != "" && d >= 2 && d <= 4 {
			b.WriteString(string([]rune(h.tens)[d-2]))
			continue
		}
		b.WriteString(h.digit(d))
		if unit > 1 {
			b.WriteString(string([]rune(h.units)[2-i]))
		}
	}
}

func (h hanStyle) digit(d uint64) string { return string([]rune(h.digits)[d]) }

// row spells n digit by digit.
func (h hanStyle) row(n uint64) string {
	var b strings.Builder
	for _, c := range strconv.FormatUint(n, 10) {
		b.WriteString(h.digit(uint64(c - '0')))
	}
	return b.String()
}

var (
	ones      = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens      = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	irregular = strings.NewReplacer("one|", "first", "two|", "second", "three|", "third", "five|", "fifth", "eight|", "eighth", "nine|", "ninth", "twelve|", "twelfth", "y|", "ieth", "|", "th")
)

// english spells n, from 1 to 10^15-1, with and before the tens.
func english(n uint64, and string) string {
	var parts []string
	for _, g := range []struct {
		scale uint64
		word  string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}, {1, ""}} {
		v := n / g.scale % 1000
		if v == 0 {
			continue
		}
		if v >= 100 {
			parts = append(parts, ones[v/100], "hundred")
		}
		if v%100 > 0 {
			if v >= 100 && and != "" {
				parts = append(parts, and)
			}
			parts = append(parts, belowHundred(v%100))
		}
		if g.word != "" {
			parts = append(parts, g.word)
		}
	}
	return strings.Join(parts, " ")
}

func belowHundred(v uint64) string {
	if v < 20 {
		return ones[v]
	}
	if v%10 == 0 {
		return tens[v/10]
	}
	return tens[v/10] + "-" + ones[v%10]
}

// ordinal makes twenty-first of twenty-one.
func ordinal(cardinal string) string { return irregular.Replace(cardinal + "|") }

// wide writes full-width digits.
func wide(n uint64) string {
	return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.FormatUint(n, 10))
}
