package bitext

import (
	"slices"
	"strings"
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// slight reports whether all words that changed in a section are such as one
// language needs and another does not: the "or" before the last item of a
// list, an article or a capital, a hyphen for a space, and the number in the
// words of a link to another clause. That "and" became "or" is not slight, nor
// that "re-sign" became "resign".
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
	var came, went said
	for i := range runs {
		r := &runs[i]
		switch {
		case r.Link != nil && r.Link.Kind == policy.LinkRef:
		case r.Op == policy.Same:
			if !came.like(went) {
				return false
			}
			came, went = said{}, said{}
		case r.Kind != policy.Words:
			return false
		case r.Op == policy.Inserted:
			came.add(r)
		default:
			went.add(r)
		}
	}
	return came.like(went)
}

// said is the words of one side in a place.
type said struct{ heavy, light []string }

// add adds the words of a run. What is struck out or raised is something else.
func (s *said) add(run *policy.Run) {
	if marks := run.Marks & policy.Wording; marks != 0 {
		s.heavy = append(s.heavy, strings.Repeat("^", int(marks)))
	}
	for _, w := range strings.FieldsFunc(run.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch w = strings.ToLower(w); w {
		case "and", "or", "a", "an", "the", "和", "或", "或者", "以及", "并", "的", "了":
			s.light = append(s.light, w)
		default:
			s.heavy = append(s.heavy, w)
		}
	}
}

// like reports whether two sides differ in no more than light words that one of
// them alone has.
func (s said) like(t said) bool {
	return slices.Equal(s.heavy, t.heavy) && (len(s.light) == 0 || len(t.light) == 0 || slices.Equal(s.light, t.light))
}
