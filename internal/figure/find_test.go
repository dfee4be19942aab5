package figure_test

import (
	"strings"
	"testing"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// spell writes figures as kind and value; a question mark stands behind weak
// ones.
func spell(fs []figure.Figure) string {
	var b strings.Builder
	for i, f := range fs {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(f.Kind.String() + " " + f.Value)
		if f.Weak {
			b.WriteByte('?')
		}
	}
	return b.String()
}

func TestFindWords(t *testing.T) {
	const words = "Reply within thirty (30) days, by January 1, 2026."
	fs := figure.Find(words, "en")
	if len(fs) != 2 || fs[0].Words != "thirty (30) days" || fs[1].Words != "January 1, 2026" || fs[1].From != 34 || fs[1].To != 49 {
		t.Errorf("got %+v", fs)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		lang        policy.Tag
		words, want string
	}{
		// hours without the part of the day
		{"zh", "9点至21点", "time 09:00?; time 21:00?"},
		{"zh", "八点到二十二点", "time 08:00?; time 22:00?"},
		{"zh", "七点至八点半", "time 07:00?; time 08:30"},
		{"zh", "上午7时至9时30分之间", "time 07:00; time 09:30"},
		{"zh", "上午八点至九点", "time 08:00; time 09:00"},
		{"zh", "3点至5分", "number 3; number 5"},
		{"zh", "每天两角，每页五角。", "frequency per d?; money 0.2 CNY; money 0.5 CNY"},
		{"zh", "两角形，十二角", "number 12"},
		{"zh", "五册书、十粒种子", "number 5; number 10"},
		// numbers
		{"zh", "30,000.50 和 ３０．５ 和 30，000", "number 30000.5; number 30.5; number 30000"},
		{"zh", "一百零五人、两百五十台、廿名、三十", "number 105; number 250; number 20; number 30"},
		{"zh", "3万、1.5 亿、300 多万、1亿2000万、三百多万", "number 30000; number 150000000; number 3000000; number 120000000; number 3000000"},
		{"zh", "30余家、三十多个、十多个、十余年", "number 30; number 30; number 10; period 120 mo"},
		{"zh", "3千米、5千克、2 万能键", "number 3; number 5; number 2"},
		{"en", "thirty, twenty-one, one hundred and five, two thousand and five", "number 30; number 21; number 105; number 2005"},
		{"en", "a hundred, a dozen, 1.5 billion, five hundred thousand", "number 100; number 12; number 1500000000; number 500000"},
		{"en", "two million, one thousand one hundred", "number 2000000; number 1100"},
		{"en", "two-thirds, one fourth, half of it, two and a half times", "number 2/3; number 1/4; number 1/2?; number 2.5"},
		{"zh", "三分之二、四分之一、一半、半数", "number 2/3; number 1/4; number 1/2?; number 1/2?"},
		{"en", "hundreds of, dozens, several, a few, a couple of", ""},
		{"zh", "数十、几十万、成百、若干、三五天、千万不、上百度", ""},
		{"zh", "其中百分之八十、中百货、早百度、半夜一半", "percent 80%; time 00:00?; number 1/2?"},
		{"zh", "千人大会、百名、万元户", ""},
		{"zh", "上百、近千人、逾百万、百万用户、超过万人", "number 100?; number 1000?; number 1000000?; number 1000000?; number 10000?"},
		{"en", "one of them, both, twice, once, two devices, 2 devices", "number 1?; number 2?; number 2?; number 1?; number 2?; number 2"},
		{"zh", "一种、两次、三项、两者、一部分", "number 1?; number 2?; number 3; number 2?; number 1?"},
		{"zh", "一般、一致、统一、唯一、万一、一定、一切、同一天、某一个、进一步、一旦、之一、一些、一起、任一种、十分、千万不、百度、五险一金、二维码、七牛、四川、三方", ""},
		{"zh", "登陆次数、大陆百姓、周一至周五、周六日、星期三", ""},
		{"zh", "有三个月以上一年以下的期限，天数三十", "period 3 mo; period 12 mo; number 30"},
		{"zh", "三、其他", ""},
		{"zh", "1.查阅信息2.复制信息3.更正信息，见版本 2.0 和 3.5 倍", "reference 1?; reference 2?; reference 3?; number 2; number 3.5"},
		{"de", "ten Punkte, einhundert, 30 Tage, 三十", "number 30"}, // figures alone in a language whose words are not known
		{"zh-Hant", "三十日內、ten 人", "period 30 d"},
		{"en-GB", "ten items", "number 10"},
		{"en", "三十 days and 30天", "period 30 d"},
		{"zh", "One Example 与 Six Apart", ""},
		{"fr", "30 jours, 1 January 2026", "number 30; date 2026-01-01"},
		{"en", "12345678901234567890", "code 12345678901234567890"},
		// ages
		{"zh", "未满十四周岁、14岁、18 周岁", "number 14; number 14; number 18"},
		{"en", "under 14, the age of 14, 14 years old, a 14-year-old, 14 years of age, under 14 years", "number 14; number 14; number 14; number 14; number 14; number 14"},
		// per cent
		{"zh", "百分之十五、15％、千分之五、万分之五、百分之百、5‰", "percent 15%; percent 15%; percent 0.5%; percent 0.05%; percent 100%; percent 0.5%"},
		{"en", "15 percent, fifteen per cent, 15%, 2 percentage points", "percent 15%; percent 15%; percent 15%; percent 2%"},
		{"en", "5 to 10%, ten percent (10%)", "percent 5%; percent 10%; percent 10%"},
		// money
		{"zh", "人民币100元、RMB 100、¥100、CNY5、5万元、壹佰元整、一元", "money 100 CNY; money 100 CNY; money 100 CNY; money 5 CNY; money 50000 CNY; money 100 CNY; money 1 CNY"},
		{"zh", "5美元、港币100元、10 欧元、1000日元、三十万元人民币", "money 5 USD; money 100 HKD; money 10 EUR; money 1000 JPY; money 300000 CNY"},
		{"en", "US$5, $5 million, USD $5, €10, £3, HK$100, 5 U.S. dollars, $5 CAD", "money 5 USD; money 5000000 USD; money 5 USD; money 10 EUR; money 3 GBP; money 100 HKD; money 5 USD; money 5 CAD"},
		{"en", "five (5) dollars, 5 Hong Kong dollars, one hundred yuan (RMB 100), $10k", "money 5 USD; money 5 HKD; money 100 CNY; money 10000 USD"},
		{"zh", "人民币结算、多元化、一元论、三元组", ""},
		// dates
		{"zh", "2026年1月1日、二〇二六年十二月三十一日、2026 年 01 月 1 日、2026年【1】月【1】日", "date 2026-01-01; date 2026-12-31; date 2026-01-01; date 2026-01-01"},
		{"zh", "2026-01-01、2026/1/1、2026.1.1、1月1日、2026年1月、一月、2026年", "date 2026-01-01; date 2026-01-01; date 2026-01-01; date --01-01; month 2026-01; month --01; number 2026"},
		{"en", "January 1, 2026; 1 January 2026; Jan. 1st, 2026; the 1st day of January, 2026; JANUARY 1, 2026", "date 2026-01-01; date 2026-01-01; date 2026-01-01; date 2026-01-01; date 2026-01-01"},
		{"en", "01/02/2026, 13/02/2026, 2026-02, May 2018, in June, you may march", "date 2026-01-02; date 2026-02-13; month 2026-02; month 2018-05; month --06"},
		{"en", "January 1-3, 2026; January 1 to March 31, 2026; 1 to 3 May 2026", "date 2026-01-01; date 2026-01-03; date 2026-01-01; date 2026-03-31; date 2026-05-01; date 2026-05-03"},
		{"zh", "2026年1月1日至3月31日，1月1日至3日，10-12月，2018-2020年", "date 2026-01-01; date 2026-03-31; date --01-01; date --01-03; month --10; month --12; number 2018; number 2020"},
		{"zh", "每月15日，当月十日", "frequency per mo?; ordinal 15; ordinal 10"},
		// periods
		{"zh", "30日、30 天、三十（30）日、四十五 (45) 天、7个自然日、15 个工作日、10个交易日", "period 30 d; period 30 d; period 30 d; period 45 d; period 7 d; period 15 wd; period 10 td"},
		{"zh", "一个月、半年、一年半、一个半月、两个半小时、两周、2年、两个季度、90秒、一天", "period 1 mo; period 6 mo; period 18 mo; period 1.5 mo; period 150 min; period 14 d; period 24 mo; period 6 mo; period 90 s; period 1 d?"},
		{"zh", "三至五日、一到两周、三个月或六个月、上半年", "period 3 d; period 5 d; period 7 d; period 14 d; period 3 mo; period 6 mo"},
		{"en", "thirty (30) days, 30-day, 15 (fifteen) business days, 7 calendar days, 3 consecutive full months", "period 30 d; period 30 d; period 15 wd; period 7 d; period 3 mo"},
		{"en", "one month, a month, 12-month, twenty-four-hour, half a year, half an hour, one and a half years, a second", "period 1 mo; period 1 mo?; period 12 mo; period 24 h; period 6 mo; period 30 min; period 18 mo; ordinal 2?"},
		{"en", "one or two weeks, 24 to 48 hours, 30, 60 and 90 days", "period 7 d; period 14 d; period 24 h; period 48 h; number 30; period 60 d; period 90 d"},
		// hours
		{"zh", "9:00-18:00、上午9点、下午 6:30、晚上8点半、18时30分、以下3点", "time 09:00; time 18:00; time 09:00; time 18:30; time 20:30; time 18:30; number 3"},
		{"en", "9 a.m. to 6pm, 9:30 PM, 12 am, 24/7", "time 09:00; time 18:00; time 21:30; time 00:00; period 24 h; period 7 d?"},
		// telephones
		{"zh", "+86 10 5550 1234、010-55501234、（010）5550 1234、400-555-0100、13800000000、138-0000-0000", "phone 1055501234; phone 1055501234; phone 1055501234; phone 4005550100; phone 13800000000; phone 13800000000"},
		{"en", "+1 650-555-0100, (650) 555-0100, 650.555.0100, 1-800-555-0100, +44 (0)20 7946 0958", "phone 6505550100; phone 6505550100; phone 6505550100; phone 8005550100; phone 442079460958"},
		{"en", "100-200 people, 94105, 000-0000-0000", "number 100; number 200; number 94105; number 0; number 0; number 0"},
		// addresses
		{"zh", "见https://www.example.com/zh-CN/privacy/。邮箱Privacy@Example.com，example.com。", "url example.com/privacy; email privacy@example.com; url example.com"},
		{"en", "(see https://example.com/a_(b)), HTTP://EXAMPLE.COM:8080/en/x?lang=en&a=1#b. Example.com", "url example.com/a_(b); url example.com:8080/x?a=1; url example.com?"},
		{"en", "e.g. this, i.e. that, node.js, U.S. law, and/or, Inc.", ""},
		// codes
		{"en", "AES-256, SHA256, ISO27001, IPv4, TLS 1.2, v2.0, 1.2.3, 10.0.0.1", "code 256; code 256; code 27001; code 4; number 1.2; code 2; code 1.2.3; code 10.0.0.1"},
		{"en", "5G, 2FA, 1080p, B2B, 5MB, 30days", "code 5g?; code 2fa?; code 1080p?; code b2b?; number 5; period 30 d"},
		{"zh", "卡号0000 0000 0000 0、0000 0000 0000 0000，6222 0210 0111 6245 702", "code 0; code 0; code 6222021001116245702"},
		{"en", "card 0000-0000-0000-0000, 0222 0210 0111 6245 702 or 0222021001116245702", "code 0; code 222021001116245702; code 222021001116245702"},
		{"zh", "１２３４５６７８９０１２３４５６７８９、0000000000000000000", "code 1234567890123456789; code 0"},
		{"zh", "１.２.3、２０１６/６７９、（EU）2016/６７９/EC、５G", "code 1.2.3; law 2016/679?; law 2016/679?; code 5g?"},
		{"en", "Section ３.２, 00 00 00 00, +0000 0000, (000) 0000-0000", "reference 3.2?; number 0; number 0; number 0; number 0; number 0; number 0; number 0; number 0; number 0"},
		// places and laws
		{"zh", "第三条、第 24 条第（一）项、第十三至十五条、第三条之一、附件1、条款 3.2、第 4.2 款、3.2 条", "reference 3?; reference 24?; reference 1?; reference 13?; reference 15?; reference 3?; reference 1?; reference 3.2?; reference 4.2?; reference 3.2?"},
		{"zh", "第三方、第一方、第三人、第三国，第三次、第15版、第一年", "ordinal 3?; ordinal 15; ordinal 1?"},
		{"zh", "包括：（1）姓名；（二）电话；3、地址；4）其他；5.其余", "reference 1?; reference 2?; reference 3?; reference 4?; reference 5?"},
		{"en", "Article 6(1)(f), Sections 3.1, 3.2 and 4(b), Section 2 and 30 days, Part Two, § 12a", "reference 6?; reference 3.1?; reference 3.2?; reference 4?; reference 2?; period 30 d; reference 2?; reference 12?"},
		{"en", "as follows: (1) name; (2) telephone; 3) rest; third party, first-party, the 15th, thirty-first", "reference 1?; reference 2?; reference 3?; ordinal 15; ordinal 31?"},
		{"zh", "第廿一条、第一百○二条、第贰条、第２１条、第一二条、第①项、第Ⅳ章、附件贰", "reference 21?; reference 102?; reference 2?; reference 21?; reference 12?; reference 1?; reference 4?; reference 2?"},
		{"zh", "包括①姓名；②电话；㉑其他；⑴甲；⒈乙；㊀丙；（二十五）丁", "reference 1?; reference 2?; reference 21?; reference 1?; reference 1?; reference 1?; reference 25?"},
		{"zh", "Ⅱ型、大陆、队伍、登陆三次、三十零售店、陆一百人", "number 3; number 30; number 100"},
		{"zh", "廿一天、一百○二人、二○二六年、二0二六年一月一日、贰佰元、贰拾万元、卌人", "period 21 d; number 102; number 2026; date 2026-01-01; money 200 CNY; money 200000 CNY; number 40"},
		{"zh", "二十三十、一百百、〇〇七人", ""},
		{"en", "第贰条, Part X-1", "code 1"},
		{"en", "Article Twenty-One, Part XII, Section IV(b), Schedule I, Item I sold, Part C", "reference 21?; reference 12?; reference 4?"},
		{"en", "the ninety-ninth, the fortieth, one hundred and first, a third party, thirty seconds", "ordinal 99?; ordinal 40?; ordinal 101?; period 30 s"},
		{"zh", "《2018年示例法》（2016/679）", "number 2018?; law 2016/679?"},
		{"en", "Regulation (EU) 2016/679, Directive 95/46/EC, 15 U.S.C. § 1681", "law 2016/679?; law 95/46?; law 15?; reference 1681?"},
	} {
		fs := figure.Find(c.words, c.lang)
		if got := spell(fs); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.words, got, c.want)
		}
		check(t, c.words, c.lang, fs)
	}
}

func check(t *testing.T, words string, lang policy.Tag, fs []figure.Figure) {
	t.Helper()
	last := 0
	for _, f := range fs {
		if f.From < last || f.To <= f.From || f.To > len(words) || words[f.From:f.To] != f.Words || f.Value == "" || strings.ContainsAny(f.Value, "０１２３４５６７８９") {
			t.Fatalf("%q in %s: figure %+v after %d", words, lang, f, last)
		}
		last = f.To
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"三十（30）日", "第十三至十五条", "2026年1月1日至3月31日", "US$5 million", "+86 (10) 5550 1234", "《a 1", "7×24小时",
		"https://example.com/zh-CN/?lang=zh).", "a@example.com", "one hundred and", "百分之", "三分之", "1,2,3", "1.2.3", "(1", "９，９９９", "半", "\xff１\xe4", "0000 0000 0000 0", "+00 (0) 000-00000", "１.２.３ ０００/4", "９A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []policy.Tag{"zh", "en", "fr"} {
			check(t, s, lang, figure.Find(s, lang))
		}
	})
}
