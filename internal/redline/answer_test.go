package redline_test

import (
	"testing"

	"diptych/internal/redline"
	"diptych/internal/redline/plan"
)

const names, months = "We collect your name and telephone number.", "We keep accounts for six months."

// TestAnswersIgnoreIDs: ids decide in a redline, but not which clauses answer
// to each other for those who give the ids.
func TestAnswersIgnoreIDs(t *testing.T) {
	old := parse("# Names {#a}\n\n"+names+"\n", "en")
	new := parse("# Blue {#a}\n\n"+months+"\n", "en")
	if got := plan.Answers(t.Context(), old, new)[new.Clauses[0]]; got != nil {
		t.Errorf("the clause answers to %v, whose words are others", got)
	}
	if n := len(redline.Compare(t.Context(), old, new).Sections); n != 1 {
		t.Errorf("%d sections: in the redline the ids do not decide", n)
	}
}

// TestIDsDenied: an id that went from one clause to another, whose words stayed,
// tells of no change, whether the other clause had an id that stays or not.
func TestIDsDenied(t *testing.T) {
	for _, ids := range [][4]string{{"a", "b", "b", "a"}, {"a", "b", "c", "a"}, {"a", "b", "b", "c"}, {"a", "b", "c", "d"}} {
		old := parse("# Names {#"+ids[0]+"}\n\n"+names+"\n\n# Storage {#"+ids[1]+"}\n\n"+months+"\n", "en")
		new := parse("# Names {#"+ids[2]+"}\n\n"+names+"\n\n# Storage {#"+ids[3]+"}\n\n"+months+"\n", "en")
		if r := redline.Compare(t.Context(), old, new); !r.Equal() {
			t.Errorf("%v: %d changes", ids, len(r.Changes))
		}
	}
	old := parse("# Names {#a}\n\n"+names+"\n\n# Other {#b}\n\nAs above.\n", "en")
	new := parse("# Other {#a}\n\nAs above.\n\n# Other {#b}\n\nAs above.\n", "en")
	if r := redline.Compare(t.Context(), old, new); len(r.Sections) != 2 {
		t.Errorf("%d sections: words that another clause has and keeps deny nothing", len(r.Sections))
	}
}
