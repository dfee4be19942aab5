package redline_test

import (
	"testing"

	"diptych/internal/redline"
)

// TestAnswersIgnoreIDs: ids decide in a redline, but not which clauses answer
// to each other for those who give the ids.
func TestAnswersIgnoreIDs(t *testing.T) {
	const names, months = "We collect your name and telephone number.", "We keep accounts for six months."
	old := parse("# Names {#a}\n\n"+names+"\n\n# Storage {#b}\n\n"+months+"\n", "en")
	new := parse("# Names {#b}\n\n"+names+"\n\n# Storage {#a}\n\n"+months+"\n", "en")
	answers := redline.Answers(old, new)
	for i, c := range new.Clauses {
		if got := answers[c]; got != old.Clauses[i] {
			t.Errorf("clause %d answers to %v, want the one with its words", i, got)
		}
	}
	if redline.Compare(old, new).Equal() {
		t.Error("in the redline the ids do not decide")
	}
}
