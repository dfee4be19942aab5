package words

import (
	"strings"

	"diptych/internal/policy"
)

// Seen returns the leaf without the characters that nobody sees, cut as if they
// had never been there; without any it is the leaf itself.
func (l *Leaf) Seen() *Leaf {
	unseen := false
	var before rune
	for _, r := range l.Text {
		if policy.Unseen(before, r) {
			unseen = true
			break
		}
		before = r
	}
	if !unseen {
		return l
	}
	runs := make([]policy.Run, len(l.Runs))
	before = 0
	for i, run := range l.Runs {
		run.Text = strings.Map(func(r rune) rune {
			last := before
			before = r
			if policy.Unseen(last, r) {
				return -1
			}
			return r
		}, run.Text)
		runs[i] = run
	}
	return newLeaf(runs, l.words)
}
