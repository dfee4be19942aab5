package figure_test

import (
	"strings"
	"testing"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

const (
	benchZH = "若您未满十四周岁，请在监护人陪同下阅读本政策，特别是以粗体标识的条款。我们会在收到您的请求后十五（15）个工作日内答复；第三方服务提供商的处理期限一般不超过30日。" +
		"一般而言，我们仅在实现目的所必需的最短时间内保留您的个人信息，除非法律另有规定。如有疑问，请致电 400-555-0100 或写信至 privacy@example.com，并参阅《示例隐私政策》第三条。"
	benchEN = "If you are under the age of 14, please read this policy together with your guardian, in particular the terms that are set in bold. We reply within fifteen (15) business days " +
		"of your request; third parties usually need no more than 30 days. As a rule we keep personal information only for as long as the purpose demands, unless the law says otherwise. Call +86 400-555-0100 or write to privacy@example.com, and see Section 3."
)

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct {
		lang  policy.Tag
		words string
	}{{"zh", benchZH}, {"en", benchEN}} {
		words := strings.Repeat(c.words, 20)
		b.Run(string(c.lang), func(b *testing.B) {
			b.SetBytes(int64(len(words)))
			for b.Loop() {
				figure.Find(words, c.lang)
			}
		})
	}
}
