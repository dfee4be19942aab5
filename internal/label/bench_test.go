package label

import "testing"

// beginnings are how paragraphs of policies begin, half of them with a label.
var beginnings = [...]string{
	"第一章 总则", "第十二条 为了保护您的个人信息", "第一百零三条　您应当", "一、我们如何收集", "（十二） 信息", "(1)设备信息", "1.1 个人信息", "①定位信息",
	"我们会遵循正当、合法、必要的原则", "如您不同意本政策", "本政策适用于", "第三方服务提供商", "一般条款", "上述信息", "2026年1月1日起", "您可以",
	"Article 3. Scope", "Section 2 Definitions", "1. Scope", "(a) your name", "(ix) other data", "Part One General", "First, we collect", "IV. Scope",
	"We keep personal information", "If you do not agree", "This policy applies to", "The following data", "Part of this policy", "You may", "A cookie is", "Third parties",
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for _, s := range beginnings {
			Parse(s)
		}
	}
}
