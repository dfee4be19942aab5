package numeral_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"diptych/internal/numeral"
)

// writings are all the ways to write a number, how far each goes and with what
// characters of a text behind them no number goes on.
var writings = []struct {
	name  string
	below uint64
	write func(uint64) string
	read  func(string) numeral.Number
	tails []string
}{
	{"digits", 1e18, func(n uint64) string { return strconv.FormatUint(n, 10) }, numeral.Decimal, []string{"", "条", ".5", "a", "〇"}},
	{"full width", 1e18, wide, numeral.Decimal, []string{"", "条", "．", "一"}},
	{"han", 1e16, plain.write, numeral.Han, hanTails},
	{"han with ○", 1e16, round.write, numeral.Han, hanTails},
	{"han with 0", 1e4, typed.write, numeral.Han, hanTails},
	{"han with 廿", 1e16, short.write, numeral.Han, hanTails},
	{"formal", 1e16, cheque.write, numeral.Han, hanTails},
	{"formal, traditional", 1e16, traditional.write, numeral.Han, hanTails},
	{"row", 1e12, short.row, numeral.Han, hanTails},
	{"formal row", 1e12, cheque.row, numeral.Han, hanTails},
	{"roman", 4000, func(n uint64) string { return numeral.FormatRoman(int(n)) }, numeral.Roman, []string{"", ".", "、", "-"}},
	{"Roman", 4000, func(n uint64) string { return strings.ToUpper(numeral.FormatRoman(int(n))) }, numeral.Roman, []string{"", ".", " I", "１"}},
	{"words", 1e15, func(n uint64) string { return english(n, "") }, numeral.English, wordTails},
	{"words with and", 1e15, func(n uint64) string { return english(n, "and") }, numeral.English, wordTails},
	{"capitals", 1e15, func(n uint64) string { return strings.ToUpper(english(n, "and")) }, numeral.English, wordTails},
	{"ordinals", 1e15, func(n uint64) string { return ordinal(english(n, "and")) }, numeral.English, wordTails},
	{"Ordinals", 1e15, func(n uint64) string { return strings.ReplaceAll(ordinal(english(n, "")), "-", " ") }, numeral.English, wordTails},
}

var (
	hanTails  = []string{"", "条", "年", "、", "（三）", "O", "0", "00", "○"[:1]}
	wordTails = []string{"", ",", " days", "-day", " of them", " and you", "\none"}
)

// generated returns all numbers to 1200, the corners of every unit and a
// sample up to below.
func generated(below uint64) []uint64 {
	var out []uint64
	for n := uint64(1); n <= 1200; n++ {
		out = append(out, n)
	}
	for unit := uint64(1e3); unit < 1e18; unit *= 10 {
		out = append(out, unit-1, unit, unit+1, unit+10, unit+unit/10, unit+unit/100, 2*unit+unit/2, 9*unit+9)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		out = append(out, r.Uint64N(1<<(1+r.UintN(60)))+1)
	}
	kept := out[:0]
	for _, n := range out {
		if n < below {
			kept = append(kept, n)
		}
	}
	return kept
}

// TestRoundTrip writes numbers in every way and reads them again, whatever
// stands behind.
func TestRoundTrip(t *testing.T) {
	for _, w := range writings {
		t.Run(w.name, func(t *testing.T) {
			for i, n := range generated(w.below) {
				s := w.write(n)
				tail := w.tails[i%len(w.tails)]
				got := w.read(s + tail)
				if got.Form == numeral.None || got.Value != n || got.Size != len(s) {
					t.Fatalf("%d is written %q and read, before %q, as %+v", n, s, tail, got)
				}
				if again, ok := numeral.Read(s); s != "" && (len(s) > 1 || w.below != 4000) && (!ok || again != w.read(s)) {
					t.Fatalf("%q alone is read as %+v, %v", s, again, ok)
				}
			}
		})
	}
}

// TestRomanCanonical reads every string of roman letters that is short: only
// what is written is read.
func TestRomanCanonical(t *testing.T) {
	var walk func(s string)
	walk = func(s string) {
		if n := numeral.Roman(s); n.Form != numeral.None && numeral.FormatRoman(int(n.Value)) != s {
			t.Fatalf("%q is read as %d", s, n.Value)
		}
		if len(s) < 5 {
			for _, c := range "ivxlcdm" {
				walk(s + string(c))
			}
		}
	}
	walk("")
	for _, s := range []string{"Iv", "iV", "xX", "iix", "vx", "mmmm", "mix-", "-", "ⅰ"} {
		if n := numeral.Roman(s); n.Form != numeral.None && n.Size == len(s) {
			t.Errorf("%q is read as %+v", s, n)
		}
	}
	if numeral.FormatRoman(0)+numeral.FormatRoman(4000) != "" {
		t.Error("0 or 4000 has a roman numeral")
	}
}

// TestSymbols reads the rows of enclosed numbers: each counts up by one.
func TestSymbols(t *testing.T) {
	for _, row := range []struct {
		chars string
		from  uint64
		form  numeral.Form
	}{
		{"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿", 1, numeral.Circle},
		{"❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴", 1, numeral.Circle},
		{"➀➁➂➃➄➅➆➇➈➉", 1, numeral.Circle}, {"➊➋➌➍➎➏➐➑➒➓", 1, numeral.Circle}, {"⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾", 1, numeral.Circle},
		{"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", 1, numeral.Bracket}, {"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", 1, numeral.Stop},
		{"㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", 1, numeral.HanBracket}, {"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", 1, numeral.HanCircle},
		{"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", 1, numeral.UpperRoman}, {"ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ", 1, numeral.LowerRoman},
	} {
		want := row.from
		for _, r := range row.chars {
			if n, ok := numeral.Read(string(r)); !ok || n.Value != want || n.Form != row.form {
				t.Errorf("%c is read as %+v, want %d", r, n, want)
			}
			want++
		}
	}
	for _, s := range []string{"", "a", "⓪", "⒜", "Ⓐ", "㈪", "㊊", "Ⅼ", "↑", "㋀", "²", "½"} {
		if n := numeral.Symbol(s + "x"); n.Form != numeral.None {
			t.Errorf("%q is read as %+v", s, n)
		}
	}
}

// TestMonotone holds the readers to the order of numbers: in every writing a
// larger number reads as a larger one.
func TestMonotone(t *testing.T) {
	for _, w := range writings {
		last := uint64(0)
		for n := uint64(1); n < min(w.below, 2500); n++ {
			if v := w.read(w.write(n)).Value; v <= last {
				t.Fatalf("%s: %q is read as %d, behind %d", w.name, w.write(n), v, last)
			} else {
				last = v
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"一百○二条", "二O二O年", "廿一", "贰佰", "三十零售", "１２", "xiv.", "Twenty-first, we", "a hundred and", "①", "\xe4", "一\xff", "亿万", "two dozen", "十零零"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, read := range map[string]func(string) numeral.Number{
			"Decimal": numeral.Decimal, "Han": numeral.Han, "English": numeral.English, "Symbol": numeral.Symbol, "Roman": numeral.Roman,
		} {
			n := read(s)
			if n.Size < 0 || n.Size > len(s) || n.Form != numeral.None && (n.Size == 0 || n.Count == 0) {
				t.Fatalf("%s(%q) = %+v", name, s, n)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[:n.Size]) {
				t.Fatalf("%s(%q) = %+v ends inside a character", name, s, n)
			}
			if again := read(s[:n.Size]); again != n {
				t.Fatalf("%s(%q) = %+v, but alone %+v", name, s, n, again)
			}
			if n.Value >= 1e18 {
				t.Fatalf("%s(%q) = %+v is out of range", name, s, n)
			}
		}
		if n, ok := numeral.Read(s); ok && n.Size != len(s) {
			t.Fatalf("Read(%q) = %+v", s, n)
		}
	})
}
