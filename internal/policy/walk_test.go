package policy

import (
	"iter"
	"strings"
	"testing"
)

// walked is a text with a run and a link at every place where one can stand.
// Its item is a clause of its own, and in the blocks of its parent.
func walked() *Text {
	link := func(to string) *Link { return &Link{Dest: to} }
	long := link("long")
	item := &Clause{Form: Item, Blocks: []Block{{Runs: []Run{{Text: "item", Link: link("i")}}}}}
	return &Text{
		Clauses: []*Clause{
			{Form: Heading, Head: []Run{{Text: "head", Link: link("h")}}, Blocks: []Block{
				{Runs: []Run{{Text: "one", Link: long}, {Text: "more", Link: long}, {Text: "two", Link: link("t")}}},
				{Kind: List, Blocks: []Block{{Kind: ListItem, Clause: item, Blocks: item.Blocks}}},
			}},
			item,
			{Form: Paragraph, Blocks: []Block{{Runs: []Run{
				{Text: "picture", Kind: Image, Link: link("around"), Image: &Picture{Link: Link{Dest: "p"}}},
				{Text: "again", Link: long},
			}}}},
		},
		Summary: []Block{{Runs: []Run{{Text: "summary", Link: link("s")}}}},
	}
}

func TestRuns(t *testing.T) {
	text := walked()
	same(t, "text", text.Runs(), func(r *Run) string { return r.Text }, "head one more two item picture again")
	same(t, "clause", text.Clauses[0].Runs(), func(r *Run) string { return r.Text }, "head one more two item")
	same(t, "blocks", RunsIn(text.Clauses[0].Blocks), func(r *Run) string { return r.Text }, "one more two item")
}

func TestLinks(t *testing.T) {
	same(t, "text", walked().Links(), func(l *Link) string { return l.Dest }, "h long t i around p long s")
}

// same holds a walk to the names of what it yields, whole and wherever it is
// left.
func same[T any](t *testing.T, what string, walk iter.Seq[T], name func(T) string, want string) {
	t.Helper()
	names := strings.Fields(want)
	for n := range len(names) {
		var got []string
		for x := range walk {
			if got = append(got, name(x)); len(got) > n {
				break
			}
		}
		if s := strings.Join(got, " "); s != strings.Join(names[:n+1], " ") {
			t.Errorf("%s: the first %d are %s, want %s", what, n+1, s, want)
		}
	}
	n := 0
	for range walk {
		n++
	}
	if n != len(names) {
		t.Errorf("%s: %d in all, want %d", what, n, len(names))
	}
}
