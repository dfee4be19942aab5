package figure_test

import (
	"testing"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// TestOdds holds what is said twice within a text: as words and, in brackets, in
// digits.
func TestOdds(t *testing.T) {
	for _, c := range []struct {
		lang        policy.Tag
		words, want string // "first ≠ second"; "" where nothing is at odds
	}{
		{"zh", "三十（20）日内", "三十 ≠ 20"},
		{"zh", "叁拾(20)日内", "叁拾 ≠ 20"},
		{"zh", "20（三十）日内", "20 ≠ 三十"},
		{"en", "within thirty (20) days", "thirty ≠ 20"},
		{"en", "within 30 (twenty) days", "30 ≠ twenty"},
		{"en", "thirty days (20 days)", "thirty days ≠ 20 days"},
		{"zh", "人民币伍拾万元整（¥50,000.00）", "人民币伍拾万元整 ≠ ¥50,000.00"},
		{"en", "one hundred yuan (RMB 200)", "one hundred yuan ≠ RMB 200"},
		{"zh", "百分之五（6%）", "百分之五 ≠ 6%"},
		{"zh", "二〇二六年一月一日（2026年1月2日）", "二〇二六年一月一日 ≠ 2026年1月2日"},
		{"zh", "三个工作日（5个工作日）", "三个工作日 ≠ 5个工作日"},
		// amounts in formal numerals, and other rare ones
		{"zh", "300元（大写：贰佰元整）", "300元 ≠ 贰佰元整"},
		{"zh", "人民币54,436元（大写伍万肆仟肆佰叁拾伍元整）", "人民币54,436元 ≠ 伍万肆仟肆佰叁拾伍元整"},
		{"zh", "人民币贰佰元整（小写：300元）", "人民币贰佰元整 ≠ 300元"},
		{"zh", "人民币壹佰贰拾叁元肆角伍分（¥123.54）", "人民币壹佰贰拾叁元肆角伍分 ≠ ¥123.54"},
		{"zh", "人民币陆拾万圆整（￥66万元）", "人民币陆拾万圆整 ≠ ￥66万元"},
		{"zh", "US$5,000（伍万美元）", "US$5,000 ≠ 伍万美元"},
		{"zh", "廿（30）日", "廿 ≠ 30"},
		{"zh", "卅（20）日", "卅 ≠ 20"},
		{"zh", "二○（30）日", "二○ ≠ 30"},
		{"zh", "一百〇二（112）名", "一百〇二 ≠ 112"},
		{"zh", "三十（２０）日", "三十 ≠ ２０"},
		{"zh", "３０（二十）日", "３０ ≠ 二十"},
		{"zh", "百分之廿（30%）", "百分之廿 ≠ 30%"},
		{"zh", "两万五（2,500）元", "两万五 ≠ 2,500"},
		{"zh", "柒（8）日", "柒 ≠ 8"},
		{"en", "RMB 500,000 (in words: fifty thousand yuan)", "RMB 500,000 ≠ fifty thousand yuan"},
		{"zh", "54,435元（大写：伍万肆仟肆佰叁拾伍元整）、柒（7）日、廿（20）日、二○（20）日、500元（约合美金70元）", ""},
		// what is not at odds
		{"zh", "三十（30）日、叁拾（30）日、一百（100）元整、人民币伍拾万元整（¥500,000.00）", ""},
		{"en", "thirty (30) days, 15 (fifteen) days, five dollars ($5), two million (2,000,000)", ""},
		{"zh", "第三条（2）、ISO 27001（2013）、100元（约14美元）、100 元（含税 120 元）、30日（20日）", ""},
		{"en", "the following three (1) name; (2) telephone; and (3) e-mail", ""},
		{"zh", "以下三（1）姓名；（2）电话", ""},
		{"en", "Article Three (2), thirty (see Section 20) days, thirty (20 of them) days, one hundred yuan (USD 14)", ""},
		{"zh", "一百元（14美元）、三人（五年）、三十（二十）日", ""},
		{"zh", "三十（20", ""},
		{"zh", "三十（）日", ""},
		{"zh", "5%（六）", ""},
		{"en", "thirty 20) days, 5 days (a day), five (6th), five% (6)", ""},
		{"en", "one hundred ($200)", "one hundred ≠ $200"},
		{"zh", "一半（50%）、（五年、3年）", ""},
		{"en", "half (50%), both (2)", ""},
	} {
		got := ""
		for _, o := range figure.Odds(c.words, c.lang) {
			if got += o.First + " ≠ " + o.Second; o.From < 0 || o.To > len(c.words) || o.From >= o.To {
				t.Errorf("%s: from %d to %d", c.words, o.From, o.To)
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.words, got, c.want)
		}
	}
}
