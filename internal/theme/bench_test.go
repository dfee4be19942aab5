package theme

import (
	"bytes"
	"html/template"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/themes"
)

// BenchmarkRender renders each kind of page; the text has 13 kB.
func BenchmarkRender(b *testing.B) {
	th := loadDefault(b, Inline)
	all := samples("zh")
	text := sampleText("zh")
	text.Body = template.HTML(strings.Repeat(string(text.Body), 1+13000/len(text.Body)))[:13000]
	all["text"] = text
	for _, name := range []string{"chooser", "home", "text", "history", "redline", "notfound", "moved"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := th.Render(&out, "zh", kindOf(name), all[name]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	c := catalog(b)
	for b.Loop() {
		if _, list := Load(themes.FS, nil, Options{Langs: []policy.Lang{"zh", "en"}, Catalog: c}); len(list) > 0 {
			b.Fatal(list)
		}
	}
}
