package redline_test

import (
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestOldEndLooksAsItDid: at the old end of a move what stayed has the formats
// that it had, and at the new end those that it has.
func TestOldEndLooksAsItDid(t *testing.T) {
	moved := func(words string) string {
		return "The clerk keeps " + words + " of this very register in the old town hall.\n\n"
	}
	rest := "Nobody may burn the papers without leave.\n\nThe door stays shut on holidays and at night.\n\n"
	r := redline.Compare(t.Context(), parse(moved("**all pages**")+rest, "en"), parse(rest+moved("all pages"), "en"))
	strong := map[policy.Op]int{}
	for _, s := range r.Sections {
		for _, b := range s.Clause.Blocks {
			for _, run := range b.Runs {
				if run.Marks&policy.Strong != 0 {
					strong[run.Op]++
				}
			}
		}
	}
	if strong[policy.MovedFrom] != 1 || strong[policy.MovedTo] != 0 {
		t.Errorf("strong words by op: %v", strong)
	}
}
