package redline

import (
	"strconv"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// TestMentions reads what sentences refer to, in drafting old and new, where
// clauses of every unit are numbered to 40 and some came in between.
func TestMentions(t *testing.T) {
	in := map[string]int{}
	var names []string
	for name, unit := range map[string]policy.LabelStyle{
		"": policy.StyleArticle, "section ": policy.StyleSection, "part ": policy.StylePart, "chapter ": policy.StyleChapter,
	} {
		for n := 1; n <= 40; n++ {
			for _, path := range [][]int{{n}, {n, 1}, {n, 2}} {
				in[unitKey(unit, path)] = len(names)
				names = append(names, name+strings.TrimPrefix(pathKey(path), "."))
			}
		}
	}
	for _, c := range []struct{ words, want string }{
		// lists name their unit once
		{"见第十至十二条", "10 12"},
		{"见第十、十一、十二条", "10 11 12"},
		{"见第一、二条", "1 2"},
		{"见第 10、11 条", "10 11"},
		{"见第１０、１１条和第 12 条", "10 11 12"},
		{"见第十条至十二条", "10 12"},
		{"见第三、四章", "chapter 3 chapter 4"},
		{"见第十条、第三章", "10 chapter 3"},
		{"见第十、三十日", ""},
		{"见第十条和三十日", "10"},
		{"见第十次、十一次", ""},
		{"第十 条", "10"},
		{"见第十，十一条", ""},
		// what a number counts is no place
		{"以下十条内容，共10条，付款十条，共 10 条", ""},
		{"见5.1条和 5.2 条", "5.1 5.2"},
		// places that came in between
		{"见第十条之一、第10条之2", "10.1 10.2"},
		{"见第十条之三", ""},
		{"见第十条之规定", "10"},
		{"See Article 10A, section 10b and Article 10C", "10.1 section 10.2"},
		{"See Article 10-A and Article 10ab", ""},
		// traditional characters, and the parts of a code
		{"見第十條、第十一條及第三節", "10 11 section 3"},
		{"见第五编、第六編、第七部分", "part 5 part 6 part 7"},
		// the places of a law
		{"见《民法典》第十条、第十一条和第十二条", ""},
		{"见《民法典》第十至十二条", ""},
		{"见《民法典》第 10、11 条", ""},
		{"见《民法典》（以下简称民法典）第十条", ""},
		{"见《民法典》(2020)的第十条", ""},
		{"见《民法典》第三章第十条第二款第（三）项和第十一条", ""},
		{"见民法典第十条，依消费者权益保护法第十一条", ""},
		{"按照道路交通安全法第十条第一款、第十一条第二款", ""},
		{"见《民法典》和第十条", "10"},
		{"见《民法典》第十条和本协议第十一条", "11"},
		{"依据《民法典》第十条，甲方按第十一条付款", "11"},
		{"依据《民法典》的规定，按第十一条付款", "11"},
		{"（见《民法典》）甲方按第十一条付款", "11"},
		{"）第十一条", "11"},
		{"见《本协议》第十条、本《用户协议》第十一条", "10 11"},
		{"依照本法第十条、本条例第十一条和本办法第十二条", "10 11 12"},
		{"依法第十条", "10"},
		{"法第十条", "10"},
		{"根据本协议及民法典第十条", ""},
		// English
		{"Articles 8 & 9, clauses 10 and/or 11", "8 9 10 11"},
		{"Art. 10, Arts. 11 and 12, Sec. 3, cl. 4", "10 11 12 section 3 4"},
		{"the art 10, a cl 7", ""},
		{"Articles 8-10, 第10-12条", ""},
		{"Article 10-", "10"},
		{"第十条三十日内付款", "10"},
		{"GDPR Article 10, under the Contracts Ordinance Section 8", ""},
		{"Article 10 of the Contracts Ordinance. Article 11 of this Agreement", "11"},
		{"Article 10 GDPR; Article 11", "11"},
		{"§§ 5, 6 and § 7", "section 5 section 6 section 7"},
	} {
		leaf := words.NewCutter().Cut([]policy.Run{{Text: c.words}})
		var got []string
		for _, r := range referencesIn(leaf, in) {
			got = append(got, names[r.pair])
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q refers to %q, want %q", c.words, got, c.want)
		}
	}
}

// TestMentionsFar reads a place behind more brackets and places than anyone
// looks back over.
func TestMentionsFar(t *testing.T) {
	in := map[string]int{unitKey(policy.StyleArticle, []int{7}): 0}
	for _, n := range []int{1, 10, 100, 1000} {
		text := "《民法典》" + strings.Repeat("（"+strconv.Itoa(n)+"）", n) + "第七条"
		leaf := words.NewCutter().Cut([]policy.Run{{Text: text}})
		if got := referencesIn(leaf, in); (len(got) == 1) != (n > 10) {
			t.Errorf("%d brackets: %v", n, got)
		}
	}
}
