package redline

import (
	"path/filepath"
	"reflect"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"

	"github.com/rogpeppe/go-internal/txtar"
)

// cases are the texts of the archives in testdata.
func cases(t *testing.T, f func(t *testing.T, old, new *policy.Text)) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) < 60 {
		t.Fatalf("%d cases", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := func(i int) *policy.Text {
				x := &policy.Text{Lang: policy.Lang(filepath.Base(file)[:2])}
				x.Clauses, _ = markup.Parse(a.Files[i].Data, markup.Options{File: "x.md", Lang: x.Language()})
				return x
			}
			f(t, text(0), text(1))
		})
	}
}

// TestPlanIsFrozen: writing the text of a plan leaves the plan as it is, so
// that it can be written again.
func TestPlanIsFrozen(t *testing.T) {
	t.Parallel()
	cases(t, func(t *testing.T, old, new *policy.Text) {
		p := makePlan(old, new, idsDecide)
		first := mergePlan(p)
		if second := mergePlan(p); !reflect.DeepEqual(first, second) {
			t.Errorf("%v, and the second time %v", first.Counts, second.Counts)
		}
	})
}

// TestPlanIsWhole: every clause of both texts that is no item stands in the plan,
// and the ends of moves belong to their pairs.
func TestPlanIsWhole(t *testing.T) {
	t.Parallel()
	cases(t, func(t *testing.T, old, new *policy.Text) {
		p := makePlan(old, new, idsDecide)
		olds, news := map[*policy.Clause]bool{}, map[*policy.Clause]bool{}
		seen := map[*node]int{}
		for _, at := range p.places {
			seen[at.node]++
			if at.old != nil {
				olds[at.old] = true
			}
			if at.new != nil {
				news[at.new] = true
			}
			if at.lone() && at.view != both {
				t.Error("a clause without partner is at one end of a move")
			}
		}
		for n := range seen {
			inBlocks(n.blocks, olds)
		}
		for n, times := range seen {
			if moved := times == 2; times > 2 || moved && n.lone() {
				t.Errorf("%d places of %v and %v", times, n.old, n.new)
			}
		}
		for _, x := range []struct {
			text *policy.Text
			in   map[*policy.Clause]bool
		}{{old, olds}, {new, news}} {
			for _, c := range x.text.Clauses {
				if c.Form != policy.Item && !x.in[c] {
					t.Errorf("clause %s of form %d: in the plan %v", c.ID, c.Form, x.in[c])
				}
			}
		}
		for end, d := range p.drifts {
			if !end.lone() || d.pair.lone() || end.old != nil && end.old != d.pair.old || end.new != nil && end.new != d.pair.new {
				t.Errorf("an end of move %d does not belong to it", d.number)
			}
		}
	})
}

// inBlocks adds the clauses of the old text that are items of the new one.
func inBlocks(ts []*blockNode, olds map[*policy.Clause]bool) {
	for _, t := range ts {
		if t.old != nil && t.old.Clause != nil {
			olds[t.old.Clause] = true
		}
		inBlocks(t.kids, olds)
	}
}

// TestAnswers: Answers pairs the clauses that a redline pairs in which ids do not
// decide.
func TestAnswers(t *testing.T) {
	t.Parallel()
	cases(t, func(t *testing.T, old, new *policy.Text) {
		answers := Answers(old, new)
		for _, s := range mergePlan(makePlan(old, new, wordsDecide)).Sections {
			if s.New != nil && answers[s.New] != s.Old {
				t.Errorf("clause %s answers to %v, in the redline to %v", s.New.ID, answers[s.New], s.Old)
			}
		}
	})
}

// TestAnswersOfMovedItems: an item answers to itself where it moved to another
// clause.
func TestAnswersOfMovedItems(t *testing.T) {
	t.Parallel()
	text := func(src string) *policy.Text {
		x := &policy.Text{Lang: "en"}
		x.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "x.md", Lang: "en"})
		return x
	}
	const stays, moves = "We keep what the law tells us to keep.", "We answer every letter within ten working days."
	old := text("## A\n\nFirst.\n\n1. " + moves + "\n2. " + stays + "\n\n## B\n\nSecond.\n\n1. By letter.\n")
	new := text("## A\n\nFirst.\n\n1. " + stays + "\n\n## B\n\nSecond.\n\n1. By letter.\n2. " + moves + "\n")
	item := func(x *policy.Text, words string) *policy.Clause {
		for _, c := range x.Clauses {
			if c.Form == policy.Item && policy.PlainBlocks(c.Blocks)[0] == words {
				return c
			}
		}
		return nil
	}
	answers := Answers(old, new)
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
	text := func(src string) *policy.Text {
		x := &policy.Text{Lang: "en"}
		x.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "x.md", Lang: "en"})
		return x
	}
	old := text("## Parking\n\nVisitors park on the north side.\n\n**Lorries**\n\n1. Lorries use the yard.\n")
	new := text("## Parking\n\nVisitors park on the north side.\n\n### Lorries\n\n1. Lorries use the yard.\n")
	answers := Answers(old, new)
	want := map[*policy.Clause]*policy.Clause{new.Clauses[0]: old.Clauses[0], new.Clauses[2]: old.Clauses[1]}
	if !reflect.DeepEqual(answers, want) {
		t.Errorf("%v, want %v", answers, want)
	}
}
