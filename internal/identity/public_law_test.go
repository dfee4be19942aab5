package identity

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/policy"
)

// drawFormer has some clauses say what they were called.
func drawFormer(t *rapid.T, h history) {
	for c := range h.clauses {
		if rapid.IntRange(0, 9).Draw(t, "says") == 0 {
			if id := rapid.SampledFrom([]string{"a", "b", "c-1", "c-2", "d"}).Draw(t, "former"); id != c.ID {
				c.Former = []string{id}
			}
		}
	}
}

// everyDay returns what clauses are called as long as the history goes no further,
// for each length of it.
func everyDay(h history, of lineages) []state {
	var out []state
	for k := 1; k <= len(h); k++ {
		out = append(out, newState(h[:k], of, out))
	}
	return out
}

// TestAddressesLast: what was the address of a clause on a day leads to it on its
// page for ever; no id stands on a page twice; and days on which nothing was renamed
// need not be looked at. What sources say that clauses were called may be at odds
// with itself: then the address is on the page and may be another's.
func TestAddressesLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, of := drawHistory(t)
		former := rapid.Bool().Draw(t, "former")
		if former {
			drawFormer(t, h)
		}
		got := settle(h, of)
		days := everyDay(h, of)
		last := days[len(days)-1]
		if all := last.result(days[:len(days)-1]); !reflect.DeepEqual(all, got) {
			t.Fatalf("%s\nof all days:\n%s", spellResult(h, of, got), spellResult(h, of, all))
		}
		for _, day := range days {
			for _, e := range day.history {
				for _, x := range e.texts {
					page := pageOf(t, h, of, x, got)
					for _, c := range x.Clauses {
						if id := day.names[c]; page[id] != c && (!former || page[id] == nil) {
							t.Fatalf("#%s of %s %s after %d versions leads elsewhere\n%s", id, e.name, x.Lang, len(day.history), spellResult(h, of, got))
						}
					}
				}
			}
		}
	})
}

// pageOf returns where the ids on the page of a text lead, none of which stands there twice.
func pageOf(t *rapid.T, h history, of lineages, x *policy.Text, got result) map[string]*policy.Clause {
	page := map[string]*policy.Clause{}
	for _, c := range x.Clauses {
		for _, id := range append([]string{got[c].name}, got[c].also...) {
			if page[id] != nil || id == "" {
				t.Fatalf("%s: %q stands twice or is empty\n%s", x.Lang, id, spellResult(h, of, got))
			}
			page[id] = c
		}
	}
	return page
}

// TestFormerIsOne: clauses that are said to be one count under one id, in all
// languages and versions whose sources do not write that for another, and have the
// others too, but for those that are another clause's there.
func TestFormerIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, of := drawHistory(t)
		drawFormer(t, h)
		got := settle(h, of)
		s := everyDay(h, of)[len(h)-1].sense
		for c := range h.clauses {
			for _, id := range s.former[c] {
				for _, e := range h {
					for _, x := range e.texts {
						page := pageOf(t, h, of, x, got)
						for _, d := range x.Clauses {
							if s.of[d] == s.of[c] && page[id] == nil && !slices.ContainsFunc(e.all(), func(o *policy.Clause) bool { return got[o].name == id }) {
								t.Fatalf("%s %s: no #%s\n%s", e.name, x.Lang, id, spellResult(h, of, got))
							}
						}
					}
				}
			}
		}
	})
}

func (e edition) all() []*policy.Clause { return slices.Collect(e.clauses) }

// spellResult spells a history as spell does, with second targets.
func spellResult(h history, of lineages, got result) string {
	names := map[*policy.Clause]string{}
	for c, x := range got {
		names[c] = x.name
		if len(x.also) > 0 {
			names[c] += fmt.Sprint(x.also)
		}
		if id, ok := written(c); ok && id != x.name {
			names[c] += "<" + id + ">"
		}
		if len(c.Former) > 0 {
			names[c] += fmt.Sprint("was", c.Former)
		}
	}
	return spell(h, of, names)
}
