package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// figureTwice reports a figure that one text says twice and not alike, in words
// and in digits: 三十（20）日. Either may be the one that was meant. What is
// superseded cannot be mended.
func figureTwice(s subject, v *policy.Version, say voice) {
	for _, t := range v.Texts {
		for _, c := range t.Clauses {
			if c.Form != policy.Item {
				s.odds(t, c, say)
			}
		}
	}
}

// odds reports what is at odds in a section.
func (s subject) odds(t *policy.Text, c *policy.Clause, say voice) {
	report := func(words string, pos diag.Pos) {
		for _, o := range s.alignments.Cues.Figures().Odds(words, t.Language()) {
			say.at(pos, 1, "Clause", c.ID, "Words", called(c), "First", diag.Words(o.First), "Second", diag.Words(o.Second))
		}
	}
	report(policy.PlainRuns(c.Head), c.Pos)
	var walk func(blocks []policy.Block)
	walk = func(blocks []policy.Block) {
		for i := range blocks {
			report(policy.PlainRuns(blocks[i].Runs), placeOf(&blocks[i], c.Pos))
			walk(blocks[i].Blocks)
		}
	}
	walk(c.Blocks)
}
