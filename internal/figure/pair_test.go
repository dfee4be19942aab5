package figure_test

import (
	"testing"

	"diptych/internal/figure"
)

// TestPairs holds sentences that say the same in both languages: neither side
// may miss anything, from either side.
func TestPairs(t *testing.T) {
	for _, c := range []struct{ zh, en string }{
		{"我们将在三十（30）日内答复。", "We reply within thirty (30) days."},
		{"我们将在30天内答复。", "We reply within 30 calendar days."},
		{"我们将在十五个工作日内答复。", "We reply within 15 business days."},
		{"七个自然日", "seven days"},
		{"每月 15 日前提供", "by the 15th of each month"},
		{"一个月内至多两次", "at most twice within a month"},
		{"保存期限为一年半", "kept for 18 months"},
		{"两年内有效", "valid for twenty-four months"},
		{"半年内", "within half a year"},
		{"半小时", "30 minutes"},
		{"三至五个工作日", "three to five working days"},
		{"3-5天", "3–5 days"},
		{"24小时或48小时内", "within 24 or 48 hours"},
		{"未满十四周岁的儿童", "children under 14"},
		{"14岁以下", "under the age of fourteen"},
		{"年满18周岁", "aged 18 or older"},
		{"本政策自2026年1月1日起生效", "This policy takes effect on January 1, 2026"},
		{"二〇二六年一月一日", "1 January 2026"},
		{"2026年【1】月【1】日", "1st of January, 2026"},
		{"2026.01.01 更新", "Updated Jan. 1st, 2026"},
		{"2026年1月", "January 2026"},
		{"每年1月1日至3月31日", "from January 1 to March 31 of each year"},
		{"2026年1月1日至3日", "January 1-3, 2026"},
		{"2026年1月1日至3日", "1 to 3 January 2026"},
		{"自2026年1月1日至3月31日", "from January 1 to March 31, 2026"},
		{"10-12月", "October to December"},
		{"2018年以来", "since 2018"},
		{"《2018年示例法》", "the Example Act of 2018"},
		{"人民币五万元", "RMB 50,000"},
		{"5 万元", "50 thousand yuan"},
		{"1.5亿美元", "US$150 million"},
		{"一百（100）元整", "one hundred (100) yuan"},
		{"100-200元", "¥100 to 200"},
		{"港币30元", "HK$30"},
		{"处五千万元以下或者上一年度营业额百分之五以下罚款", "a fine of up to RMB 50 million or 5% of the turnover of the previous year"},
		{"十万元以上一百万元以下", "between 100,000 and 1,000,000 yuan"},
		{"每日万分之五", "0.05% per day"},
		{"百分之十五（15%）", "fifteen percent (15%)"},
		{"五到十个百分点", "5 to 10 percentage points"},
		{"三分之二以上成员", "two-thirds of the members"},
		{"300多万用户", "more than 3 million users"},
		{"1亿2000万次", "120 million times"},
		{"一百零五台设备", "one hundred and five devices"},
		{"上午9点至下午6点", "9 a.m. to 6 p.m."},
		{"9:00-18:00", "9:00 AM – 6:00 PM"},
		{"晚上8点半", "8:30 pm"},
		{"提供7×24小时服务", "available 24/7"},
		{"7*24小时", "24 hours a day, 7 days a week"},
		{"致电 010-55501234", "call +86 10 5550 1234"},
		{"致电 (010) 5550 1234", "call 86-10-5550-1234"},
		{"致电 +1 650 555 0100", "call (650) 555-0100"},
		{"邮箱：Privacy@Example.com。", "E-mail: privacy@example.com."},
		{"请见https://www.example.com/zh-CN/privacy/。", "See example.com/en-US/privacy."},
		{"example.com/legal/privacy_zh.html?lang=zh&id=7", "http://example.com/legal/privacy_en.html?id=7#top"},
		{"https://zh.example.com/a", "https://en.example.com/a"},
		{"通过ISO27001和AES256", "certified to ISO 27001, with AES-256"},
		{"V2.0版本", "version 2.0"},
		{"第三方及第一方不受第三条、第24条第（一）项约束", "Third parties and first parties are not bound by Article 3 or Article 24(1)"},
		{"依据第2、3、5条以及第12-18条", "under Sections 2, 3, 5 and 12-18"},
		{"《通用数据保护条例》第6条", "Article 6(1)(f) of Regulation (EU) 2016/679"},
		{"一般而言，我们统一、进一步、同一、唯一、一旦、一切、万一、十分、百度、二维码、五险一金", "As a rule, one of us, no one, one another"},
		{"七八个、三五天、数十个、几十万、上百、成千上万", "several, dozens, hundreds of thousands, a few"},
		{"（1）姓名；（2）电话", "(1) your name; (2) your telephone"},
		{"两者皆可，一种或两种", "Both will do"},
		{"第一，第二次使用", "First, when you use it again"},
		{"5MB、10公里", "5 MB, 10 km"},
		{"周六日及周一至周五", "on weekends and from Monday to Friday"},
		{"以上一年以下", "up to one year"},
		{"有效期三年，为期十天", "valid for three years, over ten days"},
		// one thing said in two ways
		{"两周内", "within 14 days"},
		{"两周、14天", "a fortnight and 14 days"},
		{"一年", "12 months"},
		{"半年", "six months"},
		{"半个月", "15 days"},
		{"启用双因素认证", "turn on two-factor authentication"},
		{"启用双因素认证", "turn on 2-factor authentication"},
		{"双因素认证（2FA）", "2FA"},
		{"双重加密、双方", "double encryption, both parties"},
		{"自2026年3月1日零时起", "from 00:00 on 1 March 2026"},
		{"自零点起", "from midnight on"},
		{"0时至24时", "00:00 to midnight"},
		{"零时三十分", "0:30"},
		{"午夜", "00:00"},
		{"正午之前", "before 12:00"},
		{"12:00之前", "before noon"},
		{"8折、八折、八五折、85折", "20% off, a discount of 20%, 15% off, 85% of the price"},
		{"9.5折", "a discount of 5%"},
		{"三成用户", "30% of the users"},
		{"10w用户", "100,000 users"},
		{"功率10w", "10 W"},
		{"10万次", "100k times"},
		{"近千人", "nearly a thousand people"},
		{"近千人", "nearly 1,000 people"},
		{"逾百万用户", "more than a million users"},
		{"百万用户", "one million users"},
		{"90年代", "the 1990s"},
		{"九十年代、20世纪80年代、1970年代", "the 90s, the 1980s and the 1970s"},
		{"19世纪60年代", "the 1860s"},
		{"2010年代、21世纪", "the 2010s, the 21st century"},
		{"一半", "half"},
		{"一半股权", "50% of the shares"},
		{"50%的股权", "half of the shares"},
		{"四分之三", "75%"},
		{"百分之百", "100%"},
		{"全天候服务", "24/7 service"},
		{"全天候服务", "service around the clock"},
		{"二十四小时热线", "a 24-hour hotline"},
		{"每月结算", "settled monthly"},
		{"每月30元", "RMB 30 a month"},
		{"按季度、按年、每周、每日、每半年", "quarterly, annually, weekly, per day, semi-annually"},
		{"每三个月一次", "once every three months"},
		{"每季度", "every 3 months"},
		{"每个工作日", "each business day"},
		{"年利率3%", "3% per annum"},
		{"年度报告、每隔两周", "the annual report, every two weeks"},
		{"五道口支行、三元桥店", "Wudaokou Sub-branch, Sanyuanqiao Store"},
		{"三十（20）日", "thirty days"},
		{"20年代", "the 2020s"},
		{"0点至6点", "from 0:00 to 6:00"},
		{"凌晨零点至六点", "from midnight to 6 a.m."},
		{"每隔一个月、每隔两周", "every two months, every two weeks"},
		{"一式三份，一式两份，一式四份", "in triplicate, in duplicate, in quadruplicate"},
		{"千分之一、百分之一、0.5%", "one thousandth, one hundredth, half a percent"},
		{"天府三街、北三环", "Tianfu 3rd Street, North Third Ring Road"},
		{"上海市浦东新区世纪大道100号15楼1203室", "Room 1203, 15th Floor, 100 Century Avenue, Pudong New Area, Shanghai"},
		{"一式贰份，双方各执壹份", "in two counterparts, one for each party"},
		{"上世纪九十年代、上千家商户、近百名员工", "the 1990s, over a thousand merchants, nearly one hundred employees"},
		{"月费30元，按日计息，年化利率3.65%", "a monthly fee of RMB 30, interest accrues daily, an annual rate of 3.65%"},
		{"千万不要，万一，过万元", "never, if, more than 10,000 yuan"},
	} {
		zh, en := figure.Find(c.zh, "zh"), figure.Find(c.en, "en")
		if l, r := differ(zh, en); len(l)+len(r) > 0 {
			t.Errorf("%s | %s: %s against %s", c.zh, c.en, spell(zh), spell(en))
		}
		if l, r := differ(en, zh); len(l)+len(r) > 0 {
			t.Errorf("%s | %s: the sides are not alike: %s against %s", c.en, c.zh, spell(l), spell(r))
		}
	}
}

// TestDrift holds sentences that do not say the same: what each side has that
// the other does not.
func TestDrift(t *testing.T) {
	for _, c := range []struct{ zh, en, onlyZH, onlyEN string }{
		{"30日内", "within 30 business days", "period 30 d", "period 30 wd"},
		{"15个工作日内", "within 15 days", "period 15 wd", "period 15 d"},
		{"一个月内", "within 30 days", "period 1 mo", "period 30 d"},
		{"未满十四周岁", "under 16", "number 14", "number 16"},
		{"2026年1月1日", "January 2, 2026", "date 2026-01-01", "date 2026-01-02"},
		{"2026年1月1日", "January 1", "date 2026-01-01", "date --01-01"},
		{"5万元", "RMB 5,000", "money 50000 CNY", "money 5000 CNY"},
		{"100美元", "RMB 100", "money 100 USD", "money 100 CNY"},
		{"百分之五", "0.5%", "percent 5%", "percent 0.5%"},
		{"三分之二", "one third", "number 2/3", "number 1/3"},
		{"a@example.com", "b@example.com", "email a@example.com", "email b@example.com"},
		{"https://example.com/zh/a", "https://example.com/en/b", "url example.com/a", "url example.com/b"},
		{"010-55501234", "+86 10 5550 1235", "phone 1055501234", "phone 1055501235"},
		{"9:00-18:00", "9 a.m. to 5 p.m.", "time 18:00", "time 17:00"},
		{"30日内答复，30日内删除", "answered within 30 days", "period 30 d", ""},
		{"AES-256", "AES-128", "code 256", "code 128"},
		{"三次", "four times", "number 3", "number 4"},
		{"第三条规定的30日", "the term of Article 3", "period 30 d", ""},
		{"可以保留", "kept for two years", "", "period 24 mo"},
		{"零时", "01:00", "time 00:00", "time 01:00"},
		{"8折", "30% off", "percent 20%", "percent 30%"},
		{"90年代", "the 1980s", "number 1990", "number 1980"},
		{"10w用户", "10,000 users", "number 100000", "number 10000"},
	} {
		l, r := differ(figure.Find(c.zh, "zh"), figure.Find(c.en, "en"))
		if spell(l) != c.onlyZH || spell(r) != c.onlyEN {
			t.Errorf("%s | %s: got %q and %q, want %q and %q", c.zh, c.en, spell(l), spell(r), c.onlyZH, c.onlyEN)
		}
	}
}

// differ returns the figures of each side that the other does not answer.
func differ(left, right []figure.Figure) (onlyLeft, onlyRight []figure.Figure) {
	l, r := figure.Match(left, right)
	return figure.Missed(left, l), figure.Missed(right, r)
}
