package identity

import (
	"fmt"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/policy"
)

// drawHistory draws a history of clauses without words, and which of them are
// one. Ids are few, so that sources are at odds over them.
func drawHistory(t *rapid.T) (history, lineages) {
	all := make([]*lineage, rapid.IntRange(1, 5).Draw(t, "lineages"))
	for i := range all {
		all[i] = new(lineage)
	}
	langs := []policy.Lang{"zh", "en", "fr"}[:rapid.IntRange(1, 3).Draw(t, "languages")]
	writes := rapid.IntRange(1, 8).Draw(t, "writes one of")
	var h history
	of := lineages{}
	for i := range rapid.IntRange(1, 5).Draw(t, "versions") {
		e := edition{name: fmt.Sprint(i + 1), rank: rapid.IntRange(0, 4).Draw(t, "rank")}
		for _, lang := range langs {
			if len(e.texts) > 0 && rapid.IntRange(0, 3).Draw(t, "missing") == 0 {
				continue
			}
			x := &policy.Text{Lang: lang}
			taken := map[string]bool{}
			for _, l := range rapid.Permutation(all).Draw(t, "order")[:rapid.IntRange(0, len(all)).Draw(t, "clauses")] {
				c := &policy.Clause{Form: policy.Heading, Depth: rapid.IntRange(1, 2).Draw(t, "depth")}
				id := rapid.SampledFrom([]string{"a", "b", "c", "c-1", "c-2", "c-1-2"}).Draw(t, "id")
				if rapid.IntRange(0, writes).Draw(t, "write") == 0 && !taken[id] {
					c.ID, c.Origin, taken[id] = id, policy.Explicit, true
				}
				of[c] = l
				x.Clauses = append(x.Clauses, c)
			}
			e.texts = append(e.texts, x)
		}
		h = append(h, e)
	}
	return h, of
}

// TestNamesLaw: whatever sources write for which lineages, no text has a name
// twice, what is written stays, a lineage has one name in all texts of a version
// that write none for it, and names that are written out, in whichever texts,
// are the same again.
func TestNamesLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, of := drawHistory(t)
		names := name(h, sense{of: unite(h, of)})
		testNames(t, h, unite(h, of), names)
		part := rapid.IntRange(0, 4).Draw(t, "pinned of four")
		for c := range h.clauses {
			if rapid.IntRange(0, 3).Draw(t, "pin") < part {
				c.ID, c.Origin = names[c], policy.Explicit
			}
		}
		if again := name(h, sense{of: unite(h, of)}); !maps.Equal(names, again) {
			t.Fatalf("%s\nonce some are written:\n%s", spell(h, of, names), spell(h, of, again))
		}
	})
}

func testNames(t *rapid.T, h history, of lineages, names map[*policy.Clause]string) {
	for _, e := range h {
		given := map[*lineage]string{}
		for _, x := range e.texts {
			here := map[string]bool{}
			for _, c := range x.Clauses {
				id := names[c]
				if id == "" || here[id] {
					t.Fatalf("%s %s: id %q is empty or there twice\n%s", e.name, x.Lang, id, spell(h, of, names))
				}
				here[id] = true
				if own, ok := written(c); ok && own != id {
					t.Fatalf("%s %s: #%s is called %s", e.name, x.Lang, own, id)
				} else if !ok && given[of[c]] != "" && given[of[c]] != id {
					t.Fatalf("%s %s: #%s is called %s in the other language\n%s", e.name, x.Lang, id, given[of[c]], spell(h, of, names))
				} else if !ok {
					given[of[c]] = id
				}
			}
		}
	}
}

// spell writes a history down: lineages by number, the ids that are written
// with a mark.
func spell(h history, of lineages, names map[*policy.Clause]string) string {
	number := map[*lineage]int{}
	out := ""
	for _, e := range h {
		for _, x := range e.texts {
			out += e.name + " " + string(x.Lang) + ":"
			for _, c := range x.Clauses {
				if number[of[c]] == 0 {
					number[of[c]] = len(number) + 1
				}
				mark := ""
				if _, ok := written(c); ok {
					mark = "!"
				}
				out += fmt.Sprintf("  %d %s%s", number[of[c]], names[c], mark)
			}
			out += "\n"
		}
	}
	return out
}
