// Package numeral reads the numbers that texts write, in digits, Han
// characters, roman numerals, English words and enclosed characters, into what
// they count. It is the one reader of them: what a number is in a label is the
// same number in a reference and a figure. A reader looks at the start of a
// string, never fails on any bytes, and says in which form a number is written;
// whether a number of that form may stand where it does is the caller's.
package numeral

// Number is a number at the start of a string. The zero Number is none.
type Number struct {
	Value uint64
	Size  int  // in bytes
	Count int  // in digits, numerals or words
	Form  Form // None where the Size bytes only look like a number
}

// Form says how a number is written.
type Form uint8

const (
	None       Form = iota // no number; with a size, characters of numbers that make none: 百, 万一
	Digits                 // 30, ３０
	Lone                   // one Han numeral: 三, 十, 廿, 零
	Two                    // 两, which counts things but numbers none
	Formal                 // one formal numeral: 贰; 陆 and 伍 are names and parts of words too
	Pair                   // two Han digits: 三五 is three or five in a sentence, 35 behind 第
	Row                    // Han digits one after the other: 二〇二六, 一○二, 一〇
	Sum                    // Han numerals with units: 十五, 廿一, 一百○二, 贰佰, 两万五
	Cardinal               // English words: twenty-one, a hundred
	Ordinal                // English words: twenty-first
	LowerRoman             // xiv, ⅳ
	UpperRoman             // XIV, Ⅳ
	Circle                 // ①, ❶
	Bracket                // ⑴
	Stop                   // ⒈
	HanCircle              // ㊀
	HanBracket             // ㈠
)

// Read returns the number that is the whole of s, in any writing. A roman
// numeral of one letter may be a letter: ok is false then.
func Read(s string) (n Number, ok bool) {
	if s == "" {
		return Number{}, false
	}
	for _, reader := range [...]func(string) Number{Decimal, Han, English, Symbol, Roman} {
		if n := reader(s); n.Form != None && n.Size == len(s) {
			return n, s[0] >= 0x80 || n.Form < LowerRoman || n.Count > 1
		}
	}
	return Number{}, false
}
