package markup

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"diptych/internal/html"
)

// generated is a policy of about 13 kB in the language.
func generated(lang string) []byte {
	var b strings.Builder
	for i := 1; i <= 6; i++ {
		if lang == "zh" {
			fmt.Fprintf(&b, "## 第%d章 我们如何收集和使用您的个人信息 {#part-%d}\n\n", i, i)
			for k := 1; k <= 4; k++ {
				fmt.Fprintf(&b, "第%d条 为向您提供服务，我们会收集**必要的个人信息，**包括账号信息、设备信息和日志信息；\n"+
					"您拒绝提供的，不影响您使用其他功能。详见[《隐私政策》](privacy#part-%d)和 <https://www.example.com/>。\n\n", i*10+k, i)
				b.WriteString("1. **注册账号。**您需要提供手机号码并设置密码，密码以加密形式保存。\n2. 发布信息时，我们收集您填写的标题、正文和图片。\n3. 法律、行政法规规定的其他情形。\n\n")
			}
			b.WriteString("| 信息 | 目的 | 期限 |\n|---|---|---|\n| 手机号码 | 注册账号 | 账号存续期间 |\n| 设备型号 | 保障安全 | 6 个月 |\n\n")
			b.WriteString("（一）未经您同意，我们不会向任何第三方提供您的个人信息，但法律另有规定的除外。\n\n")
		} else {
			fmt.Fprintf(&b, "## %d. How we collect and use your personal information {#part-%d}\n\n", i, i)
			for k := 1; k <= 4; k++ {
				fmt.Fprintf(&b, "%d.%d To provide the services, we collect **the information that is necessary**, including your account, your\n"+
					"device and log data. You may refuse; see [Privacy Policy](privacy#part-%d) and <https://www.example.com/>.\n\n", i, k, i)
				b.WriteString("1. **Registration.** You give us your telephone number and choose a password, which we keep encrypted.\n2. When you publish, we collect the title, the text and the pictures.\n3. Other cases that the law provides for.\n\n")
			}
			b.WriteString("| Data | Purpose | Period |\n|---|---|---|\n| Number | Registration | While the account exists |\n| Model | Security | 6 months |\n\n")
			b.WriteString("(a) Without your consent we do not pass your personal information on to anyone, unless the law says so.\n\n")
		}
	}
	return []byte(b.String())
}

func eachLang(b *testing.B, fn func(b *testing.B, src []byte)) {
	for _, lang := range []string{"zh", "en"} {
		src := generated(lang)
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			fn(b, src)
		})
	}
}

// BenchmarkGoldmark is the floor: goldmark's own dialect, without what
// Diptych adds, and without rendering.
func BenchmarkGoldmark(b *testing.B) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithParserOptions(parser.WithAttribute()))
	eachLang(b, func(b *testing.B, src []byte) {
		for b.Loop() {
			md.Parser().Parse(text.NewReader(src))
		}
	})
}

func BenchmarkDialect(b *testing.B) {
	eachLang(b, func(b *testing.B, src []byte) {
		for b.Loop() {
			dialect().Parse(text.NewReader(src))
		}
	})
}

func BenchmarkParse(b *testing.B) {
	eachLang(b, func(b *testing.B, src []byte) {
		for b.Loop() {
			Parse(src, Options{File: "x.md", Lang: "zh"})
		}
	})
}

// BenchmarkGoldmarkHTML renders what BenchmarkGoldmark parses.
func BenchmarkGoldmarkHTML(b *testing.B) {
	r := renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(gmhtml.NewRenderer(), 1000), util.Prioritized(extension.NewTableHTMLRenderer(), 500)))
	eachLang(b, func(b *testing.B, src []byte) {
		doc := dialect().Parse(text.NewReader(src))
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			if err := r.Render(&out, src, doc); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	eachLang(b, func(b *testing.B, src []byte) {
		clauses, _ := Parse(src, Options{File: "x.md", Lang: "zh"})
		opt := testOptions()
		opt.Memory = new(html.Memory)
		for b.Loop() {
			w := html.NewWriter(opt)
			w.Text(clauses)
			w.HTML()
		}
	})
}

// BenchmarkPageHTML is BenchmarkHTML as pages have it: foreign words and terms
// marked.
func BenchmarkPageHTML(b *testing.B) {
	eachLang(b, func(b *testing.B, src []byte) {
		tag := "en"
		if bytes.Contains(src, []byte("的")) {
			tag = "zh-Hans"
		}
		clauses, _ := Parse(src, Options{File: "x.md", Lang: "zh"})
		opt := testOptions()
		opt.Memory = new(html.Memory)
		opt.Define, opt.Tongue = true, html.Tongue{Lang: tag, Han: "zh-Hans", Latin: "en"}
		for b.Loop() {
			w := html.NewWriter(opt)
			w.Text(clauses)
			w.HTML()
		}
	})
}
