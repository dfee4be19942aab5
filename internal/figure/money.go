package figure

// hanCurrencies are the words and signs of currencies that stand before or
// behind an amount, longer ones before those that they begin with.
var hanCurrencies = []struct{ sign, code string }{
	{"元人民币", "CNY"}, {"元港币", "HKD"}, {"人民币", "CNY"}, {"港币", "HKD"}, {"港元", "HKD"}, {"港幣", "HKD"}, {"美元", "USD"}, {"美金", "USD"},
	{"欧元", "EUR"}, {"歐元", "EUR"}, {"英镑", "GBP"}, {"日元", "JPY"}, {"日圆", "JPY"}, {"韩元", "KRW"}, {"澳元", "AUD"}, {"加元", "CAD"},
	{"新加坡元", "SGD"}, {"新元", "SGD"}, {"新台币", "TWD"}, {"新臺幣", "TWD"}, {"台币", "TWD"}, {"卢布", "RUB"}, {"卢比", "INR"}, {"泰铢", "THB"},
	{"瑞士法郎", "CHF"}, {"元", "CNY"}, {"圆", "CNY"}, {"圓", "CNY"}, {"￥", "CNY"}, {"€", "EUR"}, {"£", "GBP"},
}

var englishCurrencies = map[string]string{
	"usd": "USD", "dollar": "USD", "dollars": "USD", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "renminbi": "CNY", "eur": "EUR", "euro": "EUR", "euros": "EUR",
	"gbp": "GBP", "pounds": "GBP", "hkd": "HKD", "jpy": "JPY", "yen": "JPY", "krw": "KRW", "aud": "AUD", "cad": "CAD", "sgd": "SGD", "twd": "TWD",
	"ntd": "TWD", "chf": "CHF", "inr": "INR", "rupees": "INR", "rub": "RUB", "thb": "THB",
}

// dollars are the letters that tell whose $ it is.
var dollars = map[string]string{"us": "USD", "u": "USD", "hk": "HKD", "nt": "TWD", "s": "SGD", "sg": "SGD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD"}

// countries are the words that tell whose dollars follow.
var countries = map[string]string{"us": "USD", "american": "USD", "states": "USD", "kong": "HKD", "singapore": "SGD", "australian": "AUD", "canadian": "CAD",
	"taiwan": "TWD", "chinese": "CNY", "japanese": "JPY", "british": "GBP"}

// currency reads the currency behind an amount.
func (s *scanner) currency(i int) (code string, end int) {
	if i >= len(s.w) {
		return "", i
	}
	if s.w[i] >= 0x80 {
		for _, c := range hanCurrencies {
			if s.has(i, c.sign) && !(c.sign == "元" && s.hasRune(i+len("元"), "素件数组宇化论次桥里村路街")) {
				return c.code, i + len(c.sign)
			}
		}
		return "", i
	}
	if s.has(i, "US$") {
		return "USD", i + 3
	}
	if !isLetter(s.w[i]) {
		return "", i
	}
	for at, least, named := i, 0, ""; ; least++ {
		w, e := s.word(at)
		if s.has(at, "U.S.") {
			w, e = "us", at+len("U.S.")
		}
		if code := englishCurrencies[w]; code != "" {
			if named != "" && (w == "dollars" || w == "dollar") {
				code = named
			}
			return code, e
		}
		if c := countries[w]; c != "" {
			named = c
		} else if w != "united" && w != "hong" && w != "new" {
			return "", i
		}
		next := s.space(e)
		if least == 2 || next >= len(s.w) || !isLetter(s.w[next]) {
			return "", i
		}
		at = next
	}
}

// money records an amount; at is behind the currency. The name of the same
// currency may follow once more: 100 yuan RMB, 100 元人民币, 壹佰元整.
func (s *scanner) money(n number, code string, from, at int) int {
	if next := s.space(at); next > at || s.hasRune(at, "人(（") {
		if again, e := s.currency(next); e > next && again == code {
			at = e
		}
	}
	n, at = s.coins(n, at)
	for _, end := range [...]string{"整", "正"} {
		if s.has(at, end) && !s.hasRune(at+len(end), "个常式在数体合") {
			at += len(end)
		}
	}
	return s.count(Money, n, n.String()+" "+code, from, at, n.m == 0) // RMB 0 is free
}

// dimes reads 两角 and 五角钱 behind a number, where nothing goes on that 角 could
// begin: a corner, or a star of five.
func (s *scanner) dimes(from int, n number, i int) int {
	end := i + len("角")
	if !s.has(i, "角") || n.e != 0 || n.m < 1 || n.m > 9 || end < len(s.w) && !s.hasRune(end, "，。；、！？）)钱整人/ ") {
		return from
	}
	n = n.shift(-1)
	return s.count(Money, n, n.String()+" CNY", from, end, false)
}

// coins adds 伍角陆分 and 零五分 behind an amount that ends at i.
func (s *scanner) coins(n number, i int) (number, int) {
	for _, coin := range [...]struct {
		signs string
		shift int
	}{{"角", -1}, {"分", -2}} {
		at := i
		if s.has(at, "零") {
			at += len("零")
		}
		v, f, e := s.placeNumber(at)
		if f != none && v.e == 0 && v.m < 10 && s.hasRune(e, coin.signs) && !s.has(e, "分之") && !s.has(e, "分钟") {
			n, i = n.plus(v.shift(coin.shift)), e+len(coin.signs)
		}
	}
	return n, i
}

// prefixed reads the amount behind a currency that stands between from and i.
func (s *scanner) prefixed(from, i int, code string) int {
	i = s.space(i)
	if s.hasRune(i, "$¥￥€£:：") {
		i = s.space(i + len(string(s.at(i))))
	}
	n, f, end := s.numberAt(i)
	if f == none {
		if n, f, end = s.englishValue(i); f == none || s.before(i) == '$' {
			return from
		}
	}
	if end < len(s.w) && isLetter(s.w[end]) {
		w, e := s.word(end)
		switch w {
		case "k":
			n, end = n.shift(3), e
		case "m", "mn":
			n, end = n.shift(6), e
		case "b", "bn":
			n, end = n.shift(9), e
		}
	}
	if w, e := s.word(s.space(end)); w == "bn" || w == "mn" {
		n, end = n.shift(map[string]int{"bn": 9, "mn": 6}[w]), e
	}
	n, end = s.scaled(n, end)
	end = s.said(i, n, end)
	if again, e := s.currency(s.space(end)); e > s.space(end) {
		if s.w[from] == '$' || s.has(from, "¥") || s.has(from, "￥") {
			code = again // $5 CAD, ¥500 日元
		}
		end = e
	}
	return s.money(n, code, from, end)
}

// hanCurrency reads 人民币100元 and skips the bare name of a currency.
func (s *scanner) hanCurrency(i int) int {
	for _, c := range hanCurrencies {
		if len(c.sign) >= len("美元") && s.has(i, c.sign) {
			return max(s.prefixed(i, i+len(c.sign), c.code), i+len(c.sign))
		}
	}
	return i
}
