package redline

import (
	"path/filepath"
	"reflect"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"

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
		p := plan.Make(t.Context(), old, new, plan.IDsDecide)
		first := mergePlan(p)
		if second := mergePlan(p); !reflect.DeepEqual(first, second) {
			t.Errorf("%v, and the second time %v", first.Counts, second.Counts)
		}
	})
}

// TestAnswers: Answers pairs the clauses that a redline pairs in which ids do not
// decide.
func TestAnswers(t *testing.T) {
	t.Parallel()
	cases(t, func(t *testing.T, old, new *policy.Text) {
		answers := plan.Answers(t.Context(), old, new)
		for _, s := range mergePlan(plan.Make(t.Context(), old, new, plan.WordsDecide)).Sections {
			if s.New != nil && answers[s.New] != s.Old {
				t.Errorf("clause %s answers to %v, in the redline to %v", s.New.ID, answers[s.New], s.Old)
			}
		}
	})
}
