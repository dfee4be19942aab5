package publish

import (
	"fmt"
	"testing"
	"testing/fstest"

	"diptych/internal/policy"
	"diptych/internal/site"
)

// versionsSite is a site of one policy with n versions of short texts in two
// languages, each in force from the day after the one before.
func versionsSite(n int) fstest.MapFS {
	out := fstest.MapFS{"site.toml": {Data: []byte("title.zh = \"政策\"\ntitle.en = \"Policies\"\n")}}
	first := policy.Date{Year: 2022, Month: 1, Day: 1}
	for i := range n {
		for lang, body := range map[string]string{
			"zh": "title = \"隐私政策\"\neffective = %s\n+++\n\n## 第一条 收集\n\n我们保存记录 %d 天。\n\n## 第二条 联系\n\n请写信给我们。\n",
			"en": "title = \"Privacy policy\"\neffective = %s\n+++\n\n## 1. Collection\n\nWe keep records for %d days.\n\n## 2. Contact\n\nPlease write to us.\n",
		} {
			name := fmt.Sprintf("content/privacy/%d.0/%s.md", i+1, lang)
			out[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "+++\n"+body, first.AddDays(i), 100+i)}
		}
	}
	return out
}

// BenchmarkVersions builds, and checks, a policy of n versions, which has 16 pages
// a version; what each costs should not depend on n.
func BenchmarkVersions(b *testing.B) {
	for _, what := range []string{"build", "check"} {
		for _, n := range []int{100, 200, 400} {
			fsys := versionsSite(n)
			opt := Options{Options: site.Options{Source: fsys, Today: day}, Only: map[string]func(*site.Output) bool{"check": nothing}[what]}
			b.Run(fmt.Sprintf("%s/versions=%d", what, n), func(b *testing.B) {
				for b.Loop() {
					if _, problems, err := Run(b.Context(), opt, Discard{}); err != nil || len(problems) > 0 {
						b.Fatal(err, problems)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/version")
			})
		}
	}
}
