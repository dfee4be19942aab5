package markup

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

func TestLinks(t *testing.T) {
	clauses, _ := Parse([]byte("## 一、题 {#a}\n\n第一条 文[^1] <a id=z></a>[内](b) [外](https://example.com/) ![图](c.png)\n\n续\n\n[^1]: 注"), Options{Lang: "zh"})
	var links []string
	Links(clauses, func(l *policy.Link) { links = append(links, l.Dest) })
	if got := strings.Join(links, " "); got != "b https://example.com/ c.png" {
		t.Errorf("links %s", got)
	}
}
