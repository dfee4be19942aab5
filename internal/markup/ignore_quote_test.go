package markup

import (
	"fmt"
	"strings"
	"testing"
)

// TestReasonsAreNotQuoted: however the attributes around the reason of an ignore are
// written, no problem and no words hold it.
func TestReasonsAreNotQuoted(t *testing.T) {
	for _, attributes := range []string{
		"{#a\u00a0because=\"SECRET\"}", "{#a\u3000because=\"SECRET\"}", "{#abecause=\"SECRET\"}", "{#a\"because=\"SECRET\"}",
		"{ignore=\"x\"because=\"SECRET\"}", "{ignore=\"x\"\u3000because=\"SECRET\"}", "{was=\"b\"\u00a0because=\"SECRET\"}",
		"{was=b\u00a0because=\"SECRET\"}", "{only=\"zh\"because=\"SECRET\"}", "{x=\"y\"because=\"SECRET\"}", "{ignore=x because = \"SECRET\"}", "![{because=\"SECRET\"}](a.png)",
	} {
		for _, src := range []string{"# A " + attributes + "\n", "Article 1 A " + attributes + "\n", "- (a) B " + attributes + " c\n", "# A {becuase=\"SECRET\"}\n"} {
			clauses, problems := Parse([]byte(src), Options{File: "en.md", Lang: "en"})
			for _, p := range problems {
				if strings.Contains(p.Error()+p.Hint, "SECRET") {
					t.Errorf("%q: %s", src, p.Error())
				}
			}
			for _, c := range clauses {
				if c.Ignore != nil && strings.Contains(fmt.Sprint(c.Ignore.Rules), "SECRET") || strings.Contains(fmt.Sprint(c.Former, c.Only), "SECRET") {
					t.Errorf("%q: rules are to quote %v, %v and %v", src, c.Ignore, c.Former, c.Only)
				}
				if words := strings.Join(c.Plain(), "\n"); strings.Contains(words, "SECRET") || strings.Contains(c.ID, "SECRET") {
					t.Errorf("%q: words are %q", src, words)
				}
			}
		}
	}
}
