package redline_test

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestReplay: a redline that lost a word, invented one or has another title does
// not pass for one of its texts.
func TestReplay(t *testing.T) {
	if err := terms().Replay(); err != nil {
		t.Fatal(err)
	}
	for _, side := range []string{"new", "old"} {
		for name, spoil := range map[string]func(*policy.Clause){
			"lost":     func(c *policy.Clause) { c.Blocks = nil },
			"invented": func(c *policy.Clause) { c.Head = append(c.Head, policy.Run{Text: "not"}) },
		} {
			r := terms()
			for i := range r.Sections {
				if c := *r.Sections[i].Clause; side == "new" && c.Op == policy.Inserted || side == "old" && c.Label.Text == "3." {
					spoil(&c)
					if side == "old" {
						c.Op = policy.Deleted // in the old text alone
					}
					r.Sections[i].Clause = &c
				}
			}
			if err := r.Replay(); err == nil {
				t.Errorf("%s, %s: no error", side, name)
			}
		}
		r := terms()
		if r.New.Title = "Other"; side == "old" {
			r.New.Title, r.Old.Title = r.Old.Title, "Other"
		}
		if err := r.Replay(); err == nil || !strings.Contains(err.Error(), side+" text") {
			t.Errorf("title of the %s text: %v", side, err)
		}
	}
}
