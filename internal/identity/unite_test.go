package identity

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestUnite spells versions of one language: lineages by number, each with the
// id that is written for it.
func TestUnite(t *testing.T) {
	for _, x := range []struct{ versions, want string }{
		{"1:a | 2:a", "1=2"},
		{"1:a | 2", ""},
		{"1:a 2 | 2:a", ""},                    // side by side
		{"1:a | 2:a | 3:a | 1 3", ""},          // some of them
		{"2:a | 3:a | 1:b | 2:b", "1=2=3"},     // by two ids
		{"1:a | 2:a | 1:b | 3:b | 2 3", "1=2"}, // 3 stands beside what 1 became
		{"1:b | 2:b | 1:a | 3:a | 2 3", "1=3"}, // in the order of the ids
		{"1:a 2:b | 3:a 4:b | 5:b 6:a", "1=3=6 2=4=5"},
	} {
		all, of := map[string]*lineage{}, lineages{}
		var h history
		for _, v := range strings.Split(x.versions, " | ") {
			text := &policy.Text{Lang: "en"}
			for _, word := range strings.Fields(v) {
				n, id, ok := strings.Cut(word, ":")
				c := &policy.Clause{Form: policy.Heading, ID: id}
				if ok {
					c.Origin = policy.Explicit
				}
				if all[n] == nil {
					all[n] = new(lineage)
				}
				of[c] = all[n]
				text.Clauses = append(text.Clauses, c)
			}
			h = append(h, edition{name: fmt.Sprint(len(h)), texts: []*policy.Text{text}})
		}
		if got := spellUnited(all, of, unite(h, of)); got != x.want {
			t.Errorf("%s: %q, want %q", x.versions, got, x.want)
		}
	}
}

// spellUnited spells the lineages that became one.
func spellUnited(all map[string]*lineage, before, after lineages) string {
	became := map[*lineage]*lineage{}
	for c, l := range before {
		became[l] = after[c]
	}
	groups := map[*lineage][]string{}
	var order []*lineage
	for n := '1'; n <= '9'; n++ {
		if l := all[string(n)]; l != nil {
			if groups[became[l]] == nil {
				order = append(order, became[l])
			}
			groups[became[l]] = append(groups[became[l]], string(n))
		}
	}
	var out []string
	for _, l := range order {
		if len(groups[l]) > 1 {
			out = append(out, strings.Join(groups[l], "="))
		}
	}
	return strings.Join(out, " ")
}
