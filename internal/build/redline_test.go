package build

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"diptych/internal/policy"
)

// TestRedlineReplay is law 3, on the pages as they are written: a redline
// without its insertions is the old text, without its deletions the new one.
func TestRedlineReplay(t *testing.T) {
	t.Run("own", func(t *testing.T) {
		checkRedlines(t, buildSite(t, ownSite(), func(o *Options) { o.Today = date(t, "2027-03-01") }), 20)
	})
	t.Run("corpus", func(t *testing.T) {
		checkRedlines(t, corpusSite(t), 2*(81+75))
	})
}

// checkRedlines checks every redline of a site; want is how many there are.
func checkRedlines(t *testing.T, b built, want int) {
	t.Helper()
	n := 0
	for name, doc := range b.docs {
		ref, err := policy.ParsePath(strings.TrimSuffix(name, "index.html"))
		if err != nil || ref.Base == "" {
			continue
		}
		n++
		article := find(doc, byClass("redline"))
		if article == nil || !hasClass(article, "policy-text") {
			t.Errorf("%s has no redline", name)
			continue
		}
		tag, _ := attr(article, "lang")
		lang := policy.Lang(strings.TrimSuffix(tag, "-Hans"))
		without := func(element string) func(*html.Node) bool {
			return func(n *html.Node) bool { return n.Data == element || hasClass(n, "aside") }
		}
		compareWords(t, name+" without ins", words(article, without("ins")), textOf(t, b, lang, ref.Policy, ref.Base))
		compareWords(t, name+" without del", words(article, without("del")), textOf(t, b, lang, ref.Policy, ref.Version))
		walk(article, func(n *html.Node) {
			if (n.Data == "ins" || n.Data == "del") && find(n, isBlock) != nil {
				t.Errorf("%s: <%s> around a block", name, n.Data)
			}
		})
	}
	if n != want {
		t.Errorf("found %d redlines, want %d", n, want)
	}
}

func isBlock(n *html.Node) bool {
	return strings.Contains(" p li ul ol h1 h2 h3 h4 h5 h6 td th tr table div blockquote pre section ", " "+n.Data+" ")
}

// textOf is the text of a version, as its page shows it.
func textOf(t *testing.T, b built, lang policy.Lang, slug, version string) string {
	t.Helper()
	file := policy.Ref{Lang: lang, Policy: slug, Version: version}.File()
	article := find(b.docs[file], byClass("policy-text"))
	if article == nil {
		t.Fatalf("%s has no policy-text", file)
	}
	return words(article, byClass("aside"))
}

func compareWords(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	t.Errorf("%s differs at byte %d: %.90q, want %.90q", what, i, got[max(0, i-30):], want[max(0, i-30):])
}
