package check

import (
	"testing"

	"diptych/internal/label"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/reference"
)

// TestFollow holds what becomes of a stale reference in the version behind the one
// in which it went stale.
func TestFollow(t *testing.T) {
	clause := func(id, words string) *policy.Clause {
		l, _, _ := label.Parse("第一条 ")
		return &policy.Clause{ID: id, Form: policy.Heading, Label: l, Head: []policy.Run{{Text: words}}}
	}
	a, b := clause("a", "甲"), clause("", "乙")
	text := &policy.Text{Lang: "zh", Clauses: []*policy.Clause{a, b}}
	block := &policy.Block{Kind: policy.Para, Runs: []policy.Run{{Text: "正文。"}}}
	for name, c := range map[string]struct {
		was, now string // what it meant, and came to mean
		present  *policy.Clause
		target   reference.Target
		ok       bool
		right    bool
	}{
		"several clauses may be meant":              {"甲", "乙", nil, reference.Target{Several: true}, false, false},
		"several, and none before":                  {"甲", "", nil, reference.Target{Several: true}, false, false},
		"nobody can tell, though one was meant":     {"甲", "乙", nil, reference.Target{}, false, false},
		"none is meant any more, and nobody doubts": {"甲", "乙", nil, reference.Target{Missing: true}, true, false},
		"none was meant, and none is":               {"", "", nil, reference.Target{}, true, false},
		"the clause that was meant is gone":         {"甲", "乙", clause("gone", "甲"), reference.Target{Clause: a}, true, true},
		"nobody knows the clause that was meant":    {"丙", "乙", clause("", "丙"), reference.Target{Clause: a}, false, false},
		"it means that clause, called otherwise":    {"丙", "乙", clause("a", "丙"), reference.Target{Clause: a}, true, true},
		"it means a paragraph of that clause":       {"丙", "乙", clause("a", "丙"), reference.Target{Clause: a, Block: block}, true, false},
		"it means another clause":                   {"丙", "甲", clause("a", "丙"), reference.Target{Clause: b}, true, false},
	} {
		x := strayed{StaleReference: redline.StaleReference{Stale: policy.Stale{Was: c.was, Now: c.now}, Present: c.present}}
		if ok := x.follow(c.target, text); ok != c.ok || x.right != c.right {
			t.Errorf("%s: followed %v, right %v, want %v, %v", name, ok, x.right, c.ok, c.right)
		}
	}
}
