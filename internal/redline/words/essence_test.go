package words

import (
	"testing"

	"diptych/internal/policy"
)

// TestVerdicts holds what is words, what is punctuation and what is less than
// that: white space, and the width and style of characters.
func TestVerdicts(t *testing.T) {
	const (
		wording     = "words"
		punctuation = "punctuation"
		less        = "less"
	)
	for _, tt := range []struct{ a, b, want string }{
		// Stops, commas, brackets, quotes.
		{"您的信息，包括姓名。", "您的信息包括姓名。", punctuation},
		{"双方签字盖章", "双方签字、盖章", punctuation},
		{"甲方付款。乙方交货", "甲方付款，乙方交货", punctuation},
		{"目的、方式", "目的，方式", punctuation},
		{"甲方；乙方", "甲方，乙方", punctuation},
		{"“个人信息”", "个人信息", punctuation},
		{"《网络安全法》", "网络安全法", punctuation},
		{"（含日志）", "含日志", punctuation},
		{"我们——本公司", "我们，本公司", punctuation},
		{"等……", "等", punctuation},
		{"\"version 15\" now", "version 15 now", punctuation},
		{"“版本15”", "版本15", punctuation},
		{"请注意！", "请注意。", punctuation},
		{"We keep it, and use it.", "We keep it and use it.", punctuation},
		{"We keep it; we use it.", "We keep it. we use it.", punctuation},
		{"the “Services”", "the Services", punctuation},
		{"data (logs)", "data, logs", punctuation},
		{"third-party data", "third party data", punctuation},
		{"our users' data", "our users data", punctuation},
		{"the U.S. law", "the US law", punctuation},
		{"you agree - always", "you agree always", punctuation},
		{"Fees: five", "Fees five", punctuation},
		// Width, style, white space.
		{"您的信息,包括姓名.", "您的信息，包括姓名。", less},
		{"甲方(乙方)", "甲方（乙方）", less},
		{"甲方【乙方】", "甲方[乙方]", less},
		{"“个人信息”", "「个人信息」", less},
		{"人民币50万元", "人民币５０万元", less},
		{"百分之五（5%）", "百分之五（５％）", less},
		{"使用 Cookie 技术", "使用Cookie技术", less},
		{"保存 30 日", "保存30日", less},
		{"甲方\u3000乙方", "甲方乙方", less},
		{"ＡＢＣ", "ABC", less},
		{"the \"Services\"", "the “Services”", less},
		{"the user’s data", "the user's data", less},
		{"30 days", "30\u00a0days", less},
		{"within\u20095 months", "within 5 months", less},
		{"data\u00adbase", "database", less},
		{"我们\u009d保存。\u200b", "我们保存。", less},
		{"❤\ufe0f 葛\U000e0100", "❤ 葛", less},
		{"a\u200cb 甲\u200d乙", "ab 甲乙", less},
		{"می甲\u200c", "می甲", less},
		{"می\u200cخواهم", "میخواهم", wording},
		{"👩\u200d💻", "👩💻", wording},
		{"a\u202eb", "ab", wording},
		{"甲——乙", "甲—乙", less},
		{"one – two", "one — two", less},
		{"of\ufb01ce", "office", less},
		{"第Ⅳ章", "第IV章", less},
		{"税率３．５％", "税率3.5%", less},
		{"at −5 degrees", "at -5 degrees", less},
		// Words.
		{"不同意", "同意", wording},
		{"1.5", "15", wording},
		{"1 5", "15", wording},
		{"30%", "30", wording},
		{"百分之５ ％", "百分之５ ", wording},
		{"$5", "5", wording},
		{"¥5", "5", wording},
		{"价格 -5 元", "价格 5 元", wording},
		{"气温－5度", "气温5度", wording},
		{"at −5 degrees", "at 5 degrees", wording},
		{"税率３．５％", "税率３５％", wording},
		{"税率３．５％", "税率３，５％", wording},
		{"共３．甲方", "共3。甲方", less},
		{"甲·乙方", "甲、乙方", punctuation},
		{"甲·乙方", "甲乙方", punctuation},
		{"10~20日", "1020日", wording},
		{"10 ~ 20日", "10 20日", wording},
		{"约～5日", "约5日", wording},
		{"10～20", "10、20", wording},
		{"五日—十日", "五日、十日", wording},
		{"第Ⅳ章-第Ⅴ章", "第Ⅳ章、第Ⅴ章", wording},
		{"10–20 days", "10 20 days", wording},
		{"10-20", "10, 20", wording},
		{"和/或", "和或", wording},
		{"and/or", "and or", wording},
		{"面积≤5", "面积<5", wording},
		{"人数>5", "人数5", wording},
		{"a=b", "a b", wording},
		{"§ 5", "5", wording},
		{"甲&乙", "甲乙", wording},
		{"编号#5", "编号5", wording},
		{"fee* applies", "fee applies", wording},
		{"期限为____天", "期限为天", wording},
		{"by ____day", "by day", wording},
		{"day____ of", "day of", wording},
		{"Fee** applies", "Fee applies", punctuation},
		{"(fee)* applies", "(fee) applies", punctuation},
		{"追踪** **", "追踪", punctuation},
		{"不会_查询_数据", "不会查询数据", punctuation},
		{"_Mozilla keeps_", "Mozilla keeps", punctuation},
		{"__Mozilla", "Mozilla", punctuation},
		{"re-sign", "resign", wording},
		{"we're here", "were here", wording},
		{"may be", "maybe", wording},
		{"can", "can't", wording},
		{"a 15\" screen", "a 15 screen", wording},
		{"15″屏幕", "15屏幕", wording},
		{"10⁵条", "105条", wording},
		{"m²", "m2", wording},
		{"①", "1", wording},
		{"see example.com", "see examplecom", wording},
		{"https://a.cn/b-c", "https://a.cn/bc", wording},
		{"a_b@c.cn", "ab@c.cn", wording},
		{"user_id", "userid", wording},
		{"+86 10", "86 10", wording},
		{"Firefox™", "Firefox", wording},
		{"25°C", "25C", wording},
		// The same, though it looks otherwise.
		{"say \"version 15\" now", "say “version 15” now", less},
		{"10 - 20", "10-20", less},
		{"5 %", "5%", less},
		{"期限为____天", "期限为_____天", less},
	} {
		for _, x := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			c := NewCutter()
			a, b := c.Cut([]policy.Run{{Text: x[0]}}), c.Cut([]policy.Run{{Text: x[1]}})
			for _, of := range []func(*Leaf, int, int, map[int]int) Spelling{(*Leaf).Essence, (*Leaf).Pointed} {
				if p, q := of(a, 0, len(a.Tokens), nil), of(b, 0, len(b.Tokens), nil); p.Equal(q) != (p.String() == q.String()) {
					t.Errorf("Equal of %q and %q is %v", p, q, p.Equal(q))
				}
			}
			got := less
			switch {
			case !a.Essence(0, len(a.Tokens), nil).Equal(b.Essence(0, len(b.Tokens), nil)):
				got = wording
			case !a.Pointed(0, len(a.Tokens), nil).Equal(b.Pointed(0, len(b.Tokens), nil)):
				got = punctuation
			}
			if got != tt.want {
				t.Errorf("%q and %q differ in %s, want %s\n%q\n%q", x[0], x[1], got, tt.want,
					a.Pointed(0, len(a.Tokens), nil), b.Pointed(0, len(b.Tokens), nil))
			}
		}
	}
}
