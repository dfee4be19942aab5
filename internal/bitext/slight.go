package bitext

import (
	"strings"
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// slight reports whether all words that changed in a section are such as one
// language needs and another does not: the "or" before the last item of a
// list, and the number in the words of a link to another clause.
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

func slightRuns(runs []policy.Run) bool {
	for i := range runs {
		r := &runs[i]
		if r.Op == policy.Same || r.Link != nil && r.Link.Kind == policy.LinkRef {
			continue
		}
		if r.Kind != policy.Words {
			return false
		}
		for _, w := range strings.FieldsFunc(r.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			switch strings.ToLower(w) {
			case "and", "or", "和", "或", "或者", "以及", "并":
			default:
				return false
			}
		}
	}
	return true
}
