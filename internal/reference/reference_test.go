package reference

import (
	"strings"
	"testing"
)

// TestFind reads what sentences refer to. A mention is written as its words;
// those in another stand behind a slash, foreign ones behind !, quiet ones
// behind ?.
func TestFind(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		// lists name their unit once
		{"见第十至十二条", "第十 十二条"},
		{"见第十、十一、十二条", "第十 十一 十二条"},
		{"见第 10、11 条和第12条", "第 10 11 条 第12条"},
		{"见第10-12条", "第10 12条"},
		{"见第三、四章", "第三 四章"},
		{"见第十条、第三章", "第十条 第三章"},
		{"见第十、三十日", ""},
		{"见第十条和三十日", "第十条"},
		{"第十 条", "第十 条"},
		// what a number counts is no place
		{"以下十条内容，共10条，付款十条，三条建议，以下三条", ""},
		{"见5.1条和 5.2 条及3.2款", "5.1条 5.2 条 3.2款"},
		{"见第十条之一、第10条之2，依第十条之规定", "第十条之一 第10条之2 第十条"},
		{"公司第三章程，第一项目，第三方", ""},
		// a place in a place
		{"违反第三条第二款第（一）项的", "第三条 /第二款 /第（一）项"},
		{"第三条的第二款和第（二）、（三）项", "第三条 /第二款 /第（二） /（三）项"},
		{"第三章第十条", "第三章 /第十条"},
		{"本条第二款、前款第（二）项", "第二款 第（二）项"},
		{"依第一条③办理", "第一条 /③"},
		{"第八条（二）", "第八条 /（二）"},
		{"（三）项所述", "（三）项"},
		{"附件二、附件三、附录 A和附表1", "附件二 附件三 附录 A 附表1"},
		{"附件一、二，附件三份，附件一并提交，附件一第三条", "附件一 二 附件一 /第三条"},
		{"第廿一条、第一百〇二条和第２条", "第廿一条 第一百〇二条 第２条"},
		// Hong Kong and Taiwan; what a sentence named before is not looked for around it
		{"第三條第一項第二款第四目，第八條第一款", "第三條 /第一項 /第二款 /第四目 第八條 /第一款"},
		{"依附表一，除第 5 條另有規定外，本合約第 6 條第(a)款", "附表一 第 5 條 第 6 條 /第(a)款"},
		{"同条第二款和第三条，前条第一款、第四条第一款，前款第（二）项", "?第二款 第三条 ?第一款 第四条 /第一款 第（二）项"},
		// letters and several brackets
		{"第4.1.2(c)(iv)条、4.1(c)条和第5(2)条", "第4.1.2 /(c) /(iv)条 4.1 /(c)条 第5 /(2)条"},
		{"第4.1、4.2(c)条，4.3(d)款", "第4.1 4.2 /(c)条 4.3 /(d)款"},
		{"第三条第（一）款、第2款(a)项，（c）项，(hello)项，（甲方）项目", "第三条 /第（一）款 /第2款 /(a)项 （c）项"},
		{"见条款 5.3，依条款5.4和5.5。", "5.3 5.4 5.5"},
		{"ISO 27001第5.1条、RFC 3161第2节", "!第5.1条 !第2节"},
		{"参见‘第三条’和第四条", "?第三条 第四条"},
		// the places of a law or of another document
		{"见《示例法》第十条、第十一条和第十二条", "!第十条 !第十一条 !第十二条"},
		{"见《示例法》（以下简称示例法）的第十条", "!第十条"},
		{"见示例法典第十条，依消费者权益保护法第十一条", "!第十条 !第十一条"},
		{"见《本协议》第十条、本《用户协议》第十一条，本协议第十二条", "第十条 第十一条 第十二条"},
		{"依照主协议第三条、该合同第五条", "!第三条 !第五条"},
		{"违反协议第三条，依照合同第五条", "第三条 第五条"},
		{"依照本办法第十二条和《服务条款》第八条", "第十二条 第八条"},
		{"依据《示例法》的规定，按第十一条付款", "?第十一条"},
		{"依据《示例法》的规定，按本协议第十一条付款", "第十一条"},
		{"依据《示例法》办理。按第十一条付款。", "第十一条"},
		{"将“第三条”改为", "?第三条"},
		{"《关于第三条的说明》", "!第三条"},
		{"第5条 of the Rules", "!第5条"},
		{"同条第（二）项，同条第二款第（一）项", "?第（二）项 ?第二款 ?/第（一）项"},
		{"见《示例法》第八条（以下称甲条）和第九条", "!第八条 !第九条"},
		{"ISO 27001第5.1条要求，第六条", "!第5.1条 ?第六条"},
		{"见《示例法》第八条（二）和第九条", "!第八条 !/（二） !第九条"},
		{"示例法》第三条，该第四条，同第五条", "!第三条 !第四条 !第五条"},
		{"依据《示例法》的规定，按本章第十一条付款", "第十一条"},
		{"依据《示例法》的规定，示例服务条款第十一条适用", "第十一条"},
		{"依法典第十条", "!第十条"},
		{"本条款和主协议第三条", "!第三条"},
		{"依据本条款，违反主协议第三条", "!第三条"},
		{"付款，协议第三条", "第三条"},
		{"见《款》第三条", "!第三条"},
		{"见《示例法》(2016年)第十条，（见《示例法》第十一条）", "!第十条 !第十一条"},
		{"将\"第三条\"改为\"第四条\"，见第五条", "?第三条 ?第四条 第五条"},
		// English
		{"Articles 8 & 9, clauses 10 and/or 11", "Articles 8 9 clauses 10 11"},
		{"Articles 8-10 and Sections 2.1 to 2.4", "Articles 8 10 Sections 2.1 2.4"},
		{"Art. 10, Arts. 11 and 12, Sec. 3, cl. 4, the art 10", "Art. 10 Arts. 11 12 Sec. 3 cl. 4"},
		{"Clause 4(b)(ii) or Clause 5(a) and (c)", "Clause 4 /(b) /(ii) Clause 5 /(a) /(c)"},
		{"paragraphs (a) and (b), paragraph 3", "paragraphs (a) (b) paragraph 3"},
		{"Schedule 3, Annex II, Appendix A and Exhibit B", "Schedule 3 Annex II Appendix A Exhibit B"},
		{"Part Two, Section Twenty-One, ARTICLE XL, Part MIX, Part C", "Part Two Section Twenty-One ARTICLE XL"},
		{"Part I says, in part I agree, Item I sold", "Part I"},
		{"§5, §§ 6 and 7", "§5 §§ 6 7"},
		{"Article 10A and section 10b; Article 10-A", "Article 10A section 10b"},
		{"Section 3 and 30 days, Section 3, 30 days later", "Section 3 Section 3"},
		{"See GDPR Article 10, Article 6 of the GDPR and Article 10 GDPR", "!Article 10 !Article 6 !Article 10"},
		{"Section 230 of the Communications Decency Act", "!Section 230"},
		{"under Article 10 of the Master Agreement", "!Article 10"},
		{"the Master Agreement, Section 5, and 15 U.S.C. § 1681", "!Section 5 !§ 1681"},
		{"Section 5 of this Policy and the Act", "Section 5"},
		{"Under the Data Act, Section 5 applies. Section 6 too.", "?Section 5 Section 6"},
		{"Section 5 of the Other Terms. Paragraph 3 of Schedule 2", "!Section 5 /Paragraph 3 Schedule 2"},
		{"Section 5 of the Service Terms, Section 6 of the Terms", "Section 5 Section 6"},
		{"“Section 5” means", "?Section 5"},
		{"see 5.3, under 5.4 and 5.5.", "5.3 5.4 5.5"},
		{"version 5.3, Android 5.3, in 5.3 seconds, in 2.5%, US$ 5.3", ""},
		{"按照5.3执行，见 5.4。", "5.3 5.4"},
		{"共5.3元，版本5.3", ""},
		{"\"Section 5\" means Section 6", "?Section 5 Section 6"},
		{"Under the Data Act v2.1 and so on etc. and Section 5", "?Section 5"},
		{"Under the Data Act. 按 Section 5", "Section 5"},
		{"Under the Data Act No. X, Section 5", "?Section 5"},
		{"Under the Data Act of the U.S. Congress, Section 5", "?Section 5"},
		{"Under the Data Act of the U.K. Parliament, Section 5", "?Section 5"},
		{"Under the Data Act of 2.1B, Section 5", "?Section 5"},
		{"Under the Data Act, Art. X and Section 5", "?Art. X ?Section 5"},
		{"Under the Data Act of part a. Section 5", "Section 5"},
		{"Under the Data Act by us. Section 5", "Section 5"},
		{"Under the Data Act, Section 5 applies. ", "?Section 5"},
		{"As GDPR Article 10 says Section 5 applies", "!Article 10 ?Section 5"},
		// as contracts are written
		{"s. 12, ss. 13 and 14, para 3, para. 4, Sch. 2; the user's. 5 days, U.S. 5", "s. 12 ss. 13 14 para 3 para. 4 Sch. 2"},
		{"sub-clause 4.1, sub-section (b) and sub-paragraph (iii)", "sub-clause 4.1 sub-section (b) sub-paragraph (iii)"},
		{"clause 5.3(a), (b) and (c); Section 4.1, 4.2 and 4.3; Section 4.1, 5.2 and so", "clause 5.3 /(a) /(b) /(c) Section 4.1 4.2 4.3 Section 4.1"},
		{"Section 4.1, 4.2 days later", "Section 4.1"},
		{"comply with 3.2, 3.3 and 3.4. By 3.5 and 4.5 percent, by 3.5 and 4%", "3.2 3.3 3.4"},
		{"in accordance with 4.2(b), in 4.2(hereinafter)", "4.2 /(b)"},
		{"Article 5 thereof, Article 6 therein, the Article 29 Working Party", "!Article 5 !Article 6 !Article 29"},
		{"ISO 27001 section 5.1 and RFC 3161 section 2. SEE ARTICLE 5 SECTION 6.", "!section 5.1 !section 2 ARTICLE 5 SECTION 6"},
		{"Regulation (EU) 2016/679 Article 13. In 2026 Section 4", "!Article 13 Section 4"},
		{"Section 5 of our Other Policy. Section 6 of our Service Terms. Section 7 of that form. Section 8 in that case", "!Section 5 Section 6 !Section 7 Section 8"},
		{"our Other Policy, Section 5. Our Other Policy (Section 6). The Other Policy at Section 7. These Terms (Section 8)", "!Section 5 !Section 6 !Section 7 Section 8"},
		{"the NDA, Section 5. Part 1 of 3", "!Section 5 !Part 1"},
		{"Title 17, Rule 10b-5, 10:30, v2.1, 3.5%, 24/7, +1 555 010 0100, 10.0.0.1, 2026.3.1, $5.30", ""},
	} {
		title := "示例服务条款"
		if c.words[0] < 0x80 || strings.HasPrefix(c.words, "§") {
			title = "Example Service Terms"
		}
		if got := spell(c.words, Find(c.words, title)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.words, got, c.want)
		}
	}
}

// spell writes mentions as TestFind has them.
func spell(words string, ms []Mention) string {
	out := make([]string, len(ms))
	for i, m := range ms {
		if m.Foreign {
			out[i] += "!"
		} else if m.Quiet {
			out[i] += "?"
		}
		if m.In >= 0 {
			out[i] += "/"
		}
		out[i] += words[m.From:m.To]
	}
	return strings.Join(out, " ")
}
