package figure

import (
	"strings"

	"diptych/internal/numeral"
)

// found is a figure with the number it was made of, as it is said, and the
// unit of a period.
type found struct {
	Figure
	n    number
	unit unit
	own  bool // the number counts something of its own: a year, 5MB
}

// join makes of figures that stand side by side what they say together: in a
// range the unit is said once, and an amount may be said twice.
func (s *scanner) join() []Figure {
	words, in := s.w, s.out
	if len(in) == 0 {
		return nil
	}
	out := in[:1]
	for _, f := range in[1:] {
		last := &out[len(out)-1]
		between := words[last.To:f.From]
		if len(between) > len("（大写金额：") {
			out = append(out, f)
			continue
		}
		end := again(words, last, &f, between)
		if end == 0 {
			end = s.atOdds(last, &f, between)
		}
		if end > 0 {
			if last.Kind == Number {
				last.Kind, last.Value = f.Kind, f.Value
			}
			last.To, last.Words, last.Weak = end, words[last.From:end], last.Weak && f.Weak
			continue
		}
		if lateYear(out, &f, between) {
			last.To, last.Words = f.To, words[last.From:f.To]
			continue
		}
		if l := s.link(last, &f); l != apart {
			share(last, &f, l)
		}
		out = append(out, f)
	}
	figures := make([]Figure, len(out))
	for i := range out {
		figures[i] = out[i].Figure
		if f := &out[i]; f.Kind == Period && f.n.m > 0 {
			figures[i].said = f.n.String()
		}
	}
	return figures
}

// again returns the end of the bracket in which b says once more what a says,
// or 0: 100 yuan (RMB 100), one hundred ($100).
func again(words string, a, b *found, between string) int {
	if !opens(between) {
		return 0
	}
	if a.Kind == Reference || a.Value != b.Value && !(a.Kind == Number && b.counted() && a.n == b.n) {
		return 0
	}
	return closed(words, b.To)
}

// opens reports whether between two figures there is an opening bracket, with
// nothing behind it but how the second is written.
func opens(between string) bool {
	open := strings.TrimSpace(between)
	for _, bracket := range [...]string{"(", "（"} {
		if how, ok := strings.CutPrefix(open, bracket); ok {
			switch strings.ToLower(strings.TrimRight(how, ":： ")) {
			case "", "大写", "小写", "大写金额", "小写金额", "大写为", "小写为", "in words", "in figures", "say":
				return true
			}
		}
	}
	return false
}

// closed returns the end of the closing bracket at i, or 0.
func closed(words string, i int) int {
	for _, closing := range [...]string{")", "）"} {
		if strings.HasPrefix(words[i:], closing) {
			return i + len(closing)
		}
	}
	return 0
}

// counted reports whether f is a number of something that is said.
func (f *found) counted() bool { return f.Kind == Period || f.Kind == Percent || f.Kind == Money }

type linked uint8

const (
	apart linked = iota
	listed
	ranged
)

// link tells how the words between two figures join them.
func link(between string) linked {
	switch strings.ToLower(strings.TrimSpace(between)) {
	case "-", "–", "—", "——", "~", "～", "〜", "－", "至", "到", "to", "through", "until":
		return ranged
	case "or", "and", "或", "或者", "和", "与", "及", "、", "/", ",", "and/or":
		return listed
	}
	return apart
}

// link tells how a and b, which follow each other, are joined. Between 1 and 5 is a
// range, and so are December 14 and 15 and 9:00 and 11:30 a.m.
func (s *scanner) link(a, b *found) linked {
	between := s.w[a.To:b.From]
	l := link(between)
	if l != listed || strings.TrimSpace(between) != "and" {
		return l
	}
	if a.Kind == Time && b.Kind == Time || a.Kind == Date && s.dayOnly(a, b) || s.behind(a.From, "between ") {
		return ranged
	}
	return l
}

// dayOnly reports whether b, behind the date a, is the number of a later day and
// counts nothing: December 14 and 15, but not June 1 and 30 copies.
func (s *scanner) dayOnly(a, b *found) bool {
	if d := b.n.int(); b.Kind > Ordinal || b.own || len(b.Words) > 4 || !isDigit(b.Words[0]) || d > 31 || twoDigits(max(d, 0)) <= a.Value[len(a.Value)-2:] {
		return false
	}
	at := s.space(b.To)
	if b.Kind == Ordinal || at >= len(s.w) || !isLetter(s.w[at]) {
		return true
	}
	w, _ := s.word(at)
	return strings.Contains(" and or at from between in of for by until to the when unless but as with each every inclusive only if ", " "+w+" ")
}

// share gives a what is only said of b, and b what is only said of a.
func share(a, b *found, l linked) {
	if l == ranged {
		scale(a, b)
	}
	switch {
	case a.Kind == Number && a.n.den == 0 && !a.own && b.counted():
		a.Kind, a.Weak, a.unit = b.Kind, a.Weak && b.Weak, b.unit
		switch b.Kind {
		case Percent:
			a.Value = a.n.String() + "%"
		case Money:
			a.Value = a.n.String() + b.Value[strings.IndexByte(b.Value, ' '):]
		case Period:
			a.Value = periodValue(a.n, b.unit)
		}
	case l == ranged && a.Kind == Money && b.Kind == Number:
		b.Kind, b.Value = Money, b.n.String()+a.Value[strings.IndexByte(a.Value, ' '):]
	case l == ranged && b.Kind == Time && (a.Kind == Time || a.Kind == Number && !a.own):
		shareNoon(a, b)
	case l == ranged && (a.Kind == Date || a.Kind == Month) && b.Kind == a.Kind:
		shareYear(a, b)
	case l != apart && a.Kind == Number && b.Kind == Month && strings.HasSuffix(b.Words, "月"):
		if m := a.n.int(); m >= 1 && m <= 12 && !a.own { // 10-12月
			a.Kind, a.Value, a.Weak = Month, b.Value[:len(b.Value)-2]+twoDigits(m), false
		}
	case a.Kind == Number && b.Kind == Number && !a.own && !b.own && b.other == "" && a.n.less(b.n) && b.n.int() > 0 && b.n.int() < 100:
		b.other = under(b.n.int() + 1) // aged 8 to 15
	case l != apart && a.Kind <= Ordinal && b.Kind == Date && b.Words[0] >= '0' && b.Words[0] <= '9' && !strings.HasSuffix(b.Words, "日"):
		if d := a.n.int(); d >= 1 && d <= 31 && !a.own { // 1 to 3 January
			a.Kind, a.Value, a.Weak = Date, b.Value[:len(b.Value)-2]+twoDigits(d), false
		}
	case a.Kind == Date && (l == ranged && (b.Kind == Number || b.Kind == Ordinal || b.unit == day) || l == listed && b.unit == day && strings.HasSuffix(a.Words, "日") && strings.HasSuffix(b.Words, "日")):
		if d := b.n.int(); d >= 1 && d <= 31 {
			b.Kind, b.Value = Date, a.Value[:len(a.Value)-2]+twoDigits(d)
		}
	}
}

// scale gives the lesser number of a range the 万 or million that is said once,
// behind the greater one: 5-10万元, RMB 1–2 billion.
func scale(a, b *found) {
	shift := scaleIn(b.Words)
	if shift == 0 || scaleIn(a.Words) > 0 || a.Kind != Number && a.Kind != Money || a.own || a.Weak || !a.n.shift(shift).less(b.n) {
		return
	}
	a.n = a.n.shift(shift)
	a.Value = a.n.String() + unitOf(a.Value)
}

// scaleIn returns the greatest power of ten, above a thousand, that words say.
func scaleIn(words string) int {
	shift := 0
	for _, u := range hanScales {
		if u.shift >= 4 && strings.Contains(words, u.sign) {
			shift = max(shift, u.shift)
		}
	}
	for w := range strings.FieldsSeq(words) {
		shift = max(shift, numeral.EnglishScale(strings.ToLower(w)))
	}
	return shift
}

func twoDigits(v int) string { return string([]byte{byte('0' + v/10), byte('0' + v%10)}) }

// lateYear gives the year f to the dates before it, as in January 1-3, 2026.
func lateYear(out []found, f *found, between string) bool {
	last := &out[len(out)-1]
	if y := f.n.int(); f.Kind != Number || y < 1900 || y >= 2100 || len(f.Words) != 4 ||
		last.Kind != Date || last.Value[0] != '-' || strings.Trim(between, " ") != "," {
		return false
	}
	last.Value = f.Value + last.Value[1:]
	if len(out) > 1 && out[len(out)-2].Kind == Date {
		shareYear(&out[len(out)-2], last)
	}
	return true
}

// shareNoon gives the hour a the a.m. or p.m. that is said once, behind b: from 1:30
// to 5 p.m.
func shareNoon(a, b *found) {
	if afternoon := strings.HasPrefix(a.Words, "下午") || strings.HasPrefix(a.Words, "晚"); afternoon && b.Value <= a.Value && b.Value < "12:00" {
		b.Value = twoDigits(int(b.Value[0]-'0')*10+int(b.Value[1]-'0')+12) + b.Value[2:] // 下午2时至5时
		return
	}
	half := halfSaid(b.Words)
	if half == 0 {
		return
	}
	hour, minute := a.n.int(), "00"
	if a.Kind == Time {
		if halfSaid(a.Words) != 0 {
			return
		}
		hour, minute = int(a.Value[0]-'0')*10+int(a.Value[1]-'0'), a.Value[3:]
	}
	if hour < 1 || hour > 12 {
		return
	}
	value := twoDigits(daytime(hour, half)) + ":" + minute
	if value < b.Value {
		a.Kind, a.Value, a.Weak = Time, value, false
	} else if a.Kind == Number { // 9 to 5 p.m.
		a.Kind, a.Value, a.Weak = Time, twoDigits(hour)+":00", false
	}
}

// shareYear gives the date without a year that of the other.
func shareYear(a, b *found) {
	noA, noB := a.Value[0] == '-', b.Value[0] == '-'
	switch {
	case noA && !noB:
		a.Value = b.Value[:4] + a.Value[1:]
	case noB && !noA:
		b.Value = a.Value[:4] + b.Value[1:]
	}
}
