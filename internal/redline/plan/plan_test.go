package plan

import (
	"path/filepath"
	"reflect"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"

	"github.com/rogpeppe/go-internal/txtar"
)

func parse(src []byte, lang policy.Lang) *policy.Text {
	x := &policy.Text{Lang: lang}
	x.Clauses, _ = markup.Parse(src, markup.Options{File: "x.md", Lang: x.Language()})
	return x
}

// TestPlanIsWhole: every clause of both texts that is no item stands in the plan,
// and the ends of moves belong to their pairs.
func TestPlanIsWhole(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("../testdata/*.txtar")
	if len(files) < 60 {
		t.Fatalf("%d cases", len(files))
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := policy.Lang(filepath.Base(file)[:2])
		old, new := parse(a.Files[0].Data, lang), parse(a.Files[1].Data, lang)
		p := Make(t.Context(), old, new, IDsDecide)
		olds, news := map[*policy.Clause]bool{}, map[*policy.Clause]bool{}
		seen := map[*Node]int{}
		for _, at := range p.Places {
			seen[at.Node]++
			if at.Old != nil {
				olds[at.Old] = true
			}
			if at.New != nil {
				news[at.New] = true
			}
			if at.Lone() && at.View != Both {
				t.Errorf("%s: a clause without partner is at one end of a move", file)
			}
		}
		for n := range seen {
			inBlocks(n.Blocks, olds)
		}
		for n, times := range seen {
			if moved := times == 2; times > 2 || moved && n.Lone() {
				t.Errorf("%s: %d places of %v and %v", file, times, n.Old, n.New)
			}
		}
		for _, x := range []struct {
			text *policy.Text
			in   map[*policy.Clause]bool
		}{{old, olds}, {new, news}} {
			for _, c := range x.text.Clauses {
				if c.Form != policy.Item && !x.in[c] {
					t.Errorf("%s: clause %s of form %d: in the plan %v", file, c.ID, c.Form, x.in[c])
				}
			}
		}
		for end, d := range p.Drifts {
			if !end.Lone() || d.Pair.Lone() || end.Old != nil && end.Old != d.Pair.Old || end.New != nil && end.New != d.Pair.New {
				t.Errorf("%s: an end of move %d does not belong to it", file, d.Number)
			}
		}
	}
}

// inBlocks adds the clauses of the old text that are items of the new one.
func inBlocks(ts []*Block, olds map[*policy.Clause]bool) {
	for _, t := range ts {
		if t.Old != nil && t.Old.Clause != nil {
			olds[t.Old.Clause] = true
		}
		inBlocks(t.Kids, olds)
	}
}

// TestAnswersOfMovedItems: an item answers to itself where it moved to another
// clause.
func TestAnswersOfMovedItems(t *testing.T) {
	t.Parallel()
	const stays, moves = "We keep what the law tells us to keep.", "We answer every letter within ten working days."
	old := parse([]byte("## A\n\nFirst.\n\n1. "+moves+"\n2. "+stays+"\n\n## B\n\nSecond.\n\n1. By letter.\n"), "en")
	new := parse([]byte("## A\n\nFirst.\n\n1. "+stays+"\n\n## B\n\nSecond.\n\n1. By letter.\n2. "+moves+"\n"), "en")
	item := func(x *policy.Text, words string) *policy.Clause {
		for _, c := range x.Clauses {
			if c.Form == policy.Item && policy.PlainBlocks(c.Blocks)[0] == words {
				return c
			}
		}
		return nil
	}
	answers := Answers(t.Context(), old, new)
	for _, words := range []string{stays, moves, "By letter."} {
		if got, want := answers[item(new, words)], item(old, words); got != want || got == nil {
			t.Errorf("%q answers to %v, want %v", words, got, want)
		}
	}
}

// TestAnswersOfLines: a heading that was a line of a clause answers to no clause,
// and an item under it to itself.
func TestAnswersOfLines(t *testing.T) {
	t.Parallel()
	old := parse([]byte("## Parking\n\nVisitors park on the north side.\n\n**Lorries**\n\n1. Lorries use the yard.\n"), "en")
	new := parse([]byte("## Parking\n\nVisitors park on the north side.\n\n### Lorries\n\n1. Lorries use the yard.\n"), "en")
	answers := Answers(t.Context(), old, new)
	want := map[*policy.Clause]*policy.Clause{new.Clauses[0]: old.Clauses[0], new.Clauses[2]: old.Clauses[1]}
	if !reflect.DeepEqual(answers, want) {
		t.Errorf("%v, want %v", answers, want)
	}
}
