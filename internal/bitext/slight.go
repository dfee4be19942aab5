package bitext

import (
	"strings"
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// slight reports whether all words that changed in a section are such as one
// language needs and another does not: the "or" before the last item of a
// list, an article or a capital, a hyphen, and the number in the words of a link
// to another clause.
func slight(s *redline.Section) bool {
	c := s.Clause
	if s.Old == nil || s.New == nil || c.Op != policy.Same {
		return false
	}
	return slightRuns(c.Head) && slightBlocks(c.Blocks)
}

func slightBlocks(blocks []policy.Block) bool {
	for i := range blocks {
		b := &blocks[i]
		if b.Op != policy.Same || !slightRuns(b.Runs) || !slightBlocks(b.Blocks) {
			return false
		}
	}
	return true
}

// slightRuns compares what came with what went in each place of the runs.
func slightRuns(runs []policy.Run) bool {
	came, went := "", ""
	for i := range runs {
		r := &runs[i]
		switch {
		case r.Link != nil && r.Link.Kind == policy.LinkRef:
		case r.Op == policy.Same:
			if came != went {
				return false
			}
			came, went = "", ""
		case r.Kind != policy.Words:
			return false
		case r.Op == policy.Inserted:
			came += weighty(r)
		default:
			went += weighty(r)
		}
	}
	return came == went
}

// weighty returns the letters and digits of a run, without the words that any
// language may need or not. What is struck out or raised is something else.
func weighty(run *policy.Run) string {
	var b strings.Builder
	b.WriteString(strings.Repeat("^", int(run.Marks&policy.Wording)))
	for _, w := range strings.FieldsFunc(run.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch w = strings.ToLower(w); w {
		case "and", "or", "a", "an", "the", "和", "或", "或者", "以及", "并", "的", "了":
		default:
			b.WriteString(w)
		}
	}
	return b.String()
}
