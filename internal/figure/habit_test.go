package figure_test

import (
	"testing"

	"diptych/internal/figure"
)

// TestHabits holds figures as contracts and laws write them. Each is read in
// one way in Chinese, and the English says the same or, where it is told what
// differs, something else.
func TestHabits(t *testing.T) {
	for _, c := range []struct{ zh, en, onlyZH, onlyEN string }{
		// copies and amounts in formal numerals
		{"本合同一式肆份，双方各执贰份", "in four counterparts, two for each party", "", ""},
		{"本合同一式肆份", "in five counterparts", "number 4", "number 5"},
		{"陆份、伍份、柒份", "six, five and seven copies", "", ""},
		{"有效期叁年", "valid for three years", "", ""},
		{"拾个工作日内", "within ten business days", "", ""},
		{"人民币伍元整", "RMB 5", "", ""},
		{"登陆次数、队伍名单、大陆份额、登陆日、收拾", "logins, lists", "", ""},
		{"人民币壹仟贰佰叁拾肆元伍角陆分", "RMB 1,234.56", "", ""},
		{"人民币壹佰元零伍分整", "RMB 100.05", "", ""},
		{"100元5角", "RMB 100.50", "", ""},
		{"壹元伍角", "RMB 1.05", "money 1.5 CNY", "money 1.05 CNY"},
		{"5元5分钟", "5 yuan, 5 minutes", "", ""},
		{"5元三分之一", "5 yuan, one third", "", ""},
		{"5元12角", "5 yuan, 12", "", ""},
		// a point between Han numerals
		{"百分之五点五", "5.5%", "", ""},
		{"百分之十五点四", "15%", "percent 15.4%", "percent 15%"},
		{"百分之零点零五", "0.05%", "", ""},
		{"百分之一百点五", "100.5%", "", ""},
		{"两点五倍、三点五亿元", "2.5 times, RMB 350 million", "", ""},
		{"零点五元、零点二五", "RMB 0.5, 0.25", "", ""},
		{"三点意见、三点一线", "three, three", "", ""},
		{"上午九点五分", "9:05 a.m.", "", ""},
		// hours
		{"二十四时", "24:00", "", ""},
		{"二十二时至次日六时", "from 22:00 to 06:00", "", ""},
		{"八时至十八时", "8:00 to 18:00", "", ""},
		{"九时三十分", "9:30", "", ""},
		{"三点半", "3:30", "", ""},
		{"一时疏忽、一时起意、四时", "careless", "", ""},
		{"凌晨1点、9时0分", "1 a.m., 9:00", "", ""},
		{"港币5元、5新台币、5美元", "5 Hong Kong dollars, 5 New Taiwan dollars, 5 United States dollars", "", ""},
		// parts of a thousand and ten thousand
		{"千分之五", "5 per mille", "", ""},
		{"万分之五", "5 basis points", "", ""},
		{"上浮五十个基点", "plus 0.5%", "", ""},
		{"50个基点", "50%", "percent 0.5%", "percent 50%"},
		{"九十年代", "90 years", "number 1990", "period 1080 mo"},
		// what was sound before
		{"三十（30）日、廿日、卅日", "thirty (30) days, 20 days, 30 days", "", ""},
		{"一千零一夜", "1,001", "", ""},
		{"二0二六年一月廿一日", "January 21, 2026", "", ""},
		{"１，２３４元", "RMB 1,234", "", ""},
		{"第廿一条、第卅章", "Article XXI, Chapter Thirty", "", ""},
		{"千万、万一、十分、两者、百姓、第三方", "never, in case", "", ""},
	} {
		l, r := differ(figure.Find(c.zh, "zh"), figure.Find(c.en, "en"))
		if spell(l) != c.onlyZH || spell(r) != c.onlyEN {
			t.Errorf("%s | %s: got %q and %q, want %q and %q", c.zh, c.en, spell(l), spell(r), c.onlyZH, c.onlyEN)
		}
	}
}
