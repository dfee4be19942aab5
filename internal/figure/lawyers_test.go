package figure_test

import (
	"os"
	"strings"
	"testing"

	"diptych/internal/figure"
)

// TestLawyers holds the pairs of testdata/pairs.txt, from either side.
func TestLawyers(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		zh, en, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		left, right := figure.Find(zh, "zh"), figure.Find(en, "en")
		if l, r := differ(left, right); len(l)+len(r) > 0 {
			t.Errorf("%s | %s: %s against %s", zh, en, spell(left), spell(right))
		}
		if l, r := differ(right, left); len(l)+len(r) > 0 {
			t.Errorf("%s | %s: the sides are not alike: %s against %s", en, zh, spell(l), spell(r))
		}
	}
}

// TestLawyersDrift holds what is near to one of the pairs and is no pair.
func TestLawyersDrift(t *testing.T) {
	for _, c := range []struct{ zh, en, onlyZH, onlyEN string }{
		{"48小时", "three days", "period 48 h", "period 3 d"},
		{"36小时", "one day", "period 36 h", ""},
		{"四年", "three", "period 48 mo", "number 3"},
		{"第五条", "page 30 percent", "", "percent 30%"},
		{"2小时30分钟", "two hours", "period 30 min", ""},
		{"2小时30分钟", "three hours", "period 2 h; period 30 min", "period 3 h"},
		{"30分钟2小时", "150 minutes", "period 30 min; period 2 h", "period 150 min"},
		{"2小时30天", "32 hours", "period 2 h; period 30 d", "period 32 h"},
		{"5-10万元", "RMB 5 to RMB 100,000", "money 50000 CNY", "money 5 CNY"},
		{"500-1万元", "RMB 500 to 10,000", "", ""},
		{"5万-10万元", "RMB 50,000 to 100,000", "", ""},
		{"5月底前", "by the end of June", "month --05", ""},
		{"5月底前", "in June", "month --05", "month --06"},
		{"可以", "You may, in March", "", "month --03"},
		{"可以", "March on, as May is", "", ""},
		{"晚10点", "10 a.m.", "time 22:00", "time 10:00"},
		{"三方、四方", "the three parties and the four of us", "", ""},
		{"两名代表", "the eleven representatives", "", "number 11"},
		{"三名代表", "the two representatives", "number 3", ""},
		{"三级", "Level II", "number 3", ""},
		{"3元", "free", "money 3 CNY", ""},
		{"四次", "three times a year", "number 4", ""},
		{"一次", "three times", "", "number 3"},
		{"最近两年", "the past year", "period 24 mo", ""},
		{"一年", "the past year", "period 12 mo", ""},
		{"三万亿元", "RMB 3 billion", "money 3000000000000 CNY", "money 3000000000 CNY"},
		{"四分之一", "a third", "number 1/4", ""},
		{"三分之一", "a quarter", "number 1/3", ""},
		{"二〇二六年五月一日", "the second day of May, 2026", "date 2026-05-01", "date 2026-05-02"},
		{"三五天、二三十", "a few", "", ""},
		{"百余名", "1,000", "", "number 1000"},
		{"下午2时至5时", "2 to 6 p.m.", "time 17:00", "time 18:00"},
		{"上午9时至11时", "9 to 11 p.m.", "time 09:00; time 11:00", "time 21:00; time 23:00"},
		{"9:00—17:00", "9 p.m. to 5 p.m.", "time 09:00", "time 21:00"},
		{"下午2时、上午5时", "2 p.m., 5 p.m.", "time 05:00", "time 17:00"},
		{"150%", "twice", "percent 150%", ""},
		{"120%", "1.5 times", "percent 120%", "number 1.5"},
		{"每三天", "two days off in five", "", "period 2 d; number 5"},
		{"2025年1月1日、2026年2月1日", "January 1, 2025 and February 1", "date 2026-02-01", "date --02-01"},
		{"1月1日、2026年2月1日", "January 2 and February 1, 2026", "date --01-01", "date --01-02"},
		{"5.30元", "5.30 p.m.", "money 5.3 CNY", "time 17:30"},
		{"2026年9月19日，3日内", "19 September 2026, within 5 days", "period 3 d", "period 5 d"},
		{"四分之三", "three quarters of a year", "", ""},
		{"三倍", "tenfold", "number 3", ""},
		{"3000万元", "CNY 3 bn", "money 30000000 CNY", "money 3000000000 CNY"},
		{"一季度", "Q2", "", ""},
		{"三个季度", "Q2", "period 9 mo", ""},
		{"每年一次，向四次获奖者", "four times", "", ""},
		{"可以四次", "yes", "number 4", ""},
		{"双十一", "Singles' Day", "", ""},
		{"双三十", "thirty", "", ""},
		{"1亿零500万", "150 million", "number 105000000", "number 150000000"},
		{"50BP", "50 percent", "percent 0.5%", "percent 50%"},
		{"24时", "by the end of the day", "", ""},
		{"23时", "by the end of the day", "time 23:00", ""},
		{"第2021/914号", "(EU) 2021/915", "", ""},
		{"五分之一", "one in six", "number 1/5", "number 1/6"},
		{"八成", "nine out of ten", "percent 80%", "number 9/10"},
		{"三份中的两份", "two in three months", "", ""},
		{"十二分之一", "one eleventh", "number 1/12", "number 1/11"},
		{"七三分成", "80% and 20%", "", "percent 80%; percent 20%"},
		{"七三分钟", "80%", "", "percent 80%"},
		{"假一赔十", "six times", "", "number 6"},
		{"范围一定、方案一致、情形一般", "2", "", "number 2"},
		{"上午九点", "nine in the evening", "time 09:00", "time 21:00"},
		{"上午十点", "10 at night", "time 10:00", "time 22:00"},
		{"12月14日", "December 14 and 30 copies", "", "number 30"},
		{"12月15日至14日", "December 15 and 14", "date --12-14", "number 14"},
		{"9月19日、21日", "September 19 and 20", "date --09-21", "date --09-20"},
		{"2026年底", "December 31, 2027", "number 2026", "date 2027-12-31"},
		{"2026年12月31日", "by the end of 2027", "date 2026-12-31", "number 2027"},
		{"每年12月31日", "by the end of the day", "date --12-31", ""},
		{"未满十四周岁", "under 13", "number 14", "number 13"},
		{"未满十六周岁", "aged 15", "number 16", "number 15"},
		{"八周岁以上未满十六周岁", "aged 8 to 14", "number 16", "number 14"},
		{"年满八周岁。未满十六周岁", "aged 8 to 15", "number 16", "number 15"},
		{"1102 0201 0900 5678 901", "1102020109005678902", "code 1102020109005678901", "code 1102020109005678902"},
		{"十几万元", "RMB 200,000", "money 100000 CNY", "money 200000 CNY"},
		{"前半年", "six months", "", "period 6 mo"},
		{"万分之二", "one in 10,000", "percent 0.02%", "percent 0.01%"},
		{"百分之一", "two in 200", "percent 1%", "number 200"},
		{"2%", "each per cent", "percent 2%", ""},
		{"18点前置条件", "18", "", ""},
		{"方案三天内提交", "in two days", "period 3 d", "period 2 d"},
		{"方案三个", "two", "number 3", ""},
		{"方案十五", "16", "number 15", "number 16"},
		{"五", "one in five percent", "", "percent 5%"},
		{"500-1亿元", "RMB 500 to 100 Million", "", ""},
		{"18点前", "18 points", "time 18:00", "number 18"},
		{"0.5", "a quarter", "number 0.5", ""},
		{"一个月", "a day", "period 1 mo", ""},
		{"31日前", "by the thirty-first", "", ""},
		{"零天", "zero", "", ""},
		{"半年", "six", "", ""},
		{"百分之五", "5", "", ""},
		{"离职前半年", "three months", "period 6 mo", "period 3 mo"},
	} {
		l, r := differ(figure.Find(c.zh, "zh"), figure.Find(c.en, "en"))
		if spell(l) != c.onlyZH || spell(r) != c.onlyEN {
			t.Errorf("%s | %s: got %q and %q, want %q and %q", c.zh, c.en, spell(l), spell(r), c.onlyZH, c.onlyEN)
		}
	}
}
