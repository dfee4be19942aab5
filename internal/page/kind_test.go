package page

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"diptych/internal/policy"
)

// TestEveryPlaceHasAKind holds the table of kinds and the grammar of addresses
// together: each place belongs to one kind.
func TestEveryPlaceHasAKind(t *testing.T) {
	kindAt := make(map[policy.Place]Kind)
	seen := make(map[Kind]bool)
	for _, spec := range Kinds {
		if spec.Kind == "" || seen[spec.Kind] {
			t.Errorf("the kind %q stands twice in Kinds, or has no name", spec.Kind)
		}
		seen[spec.Kind] = true
		if len(spec.At) == 0 && spec.Kind != KindMoved {
			t.Errorf("%s stands nowhere: give it a line in places, internal/policy/place.go, and that place in At", spec.Kind)
		}
		for _, place := range spec.At {
			if other, taken := kindAt[place]; taken {
				t.Errorf("%s and %s both stand at %+v", spec.Kind, other, place)
			}
			kindAt[place] = spec.Kind
			if !slices.Contains(policy.Places(), place) {
				t.Errorf("%s stands at %+v, which is no address: add a line to places, internal/policy/place.go", spec.Kind, place)
			}
		}
	}
	for _, place := range policy.Places() {
		if kindAt[place] == "" {
			t.Errorf("no kind of page stands at %+v: add it to At of an entry of Kinds, internal/page/kind.go", place)
		}
	}
}

// TestSpecs: an entry says all that is asked of it.
func TestSpecs(t *testing.T) {
	for _, spec := range Kinds {
		if SpecOf(spec.Kind) == nil || spec.view.make == nil || spec.EmptyView() == nil {
			t.Errorf("%s has no view: set view to ofSite or ofPolicy of a method that makes it", spec.Kind)
		}
		if spec.Budget == (Budget{}) {
			t.Errorf("%s has no budget: set Budget to usual, or say what it may weigh", spec.Kind)
		}
	}
	if SpecOf("nonsense") != nil {
		t.Error("there is a kind called nonsense")
	}
}

// TestBudgetsOfTheBrowser holds the copy of the budgets that the checks in a
// browser read; UPDATE=1 writes it.
func TestBudgetsOfTheBrowser(t *testing.T) {
	const file = "../../.ci/browser/budgets.json"
	all := make(map[Kind]Budget)
	for _, spec := range Kinds {
		all[spec.Kind] = spec.Budget
	}
	want, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what Kinds says (%v): UPDATE=1 go test ./internal/page", file, err)
	}
}
