package html

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

// titleRunes is the length at which the words of a paragraph are cut.
const titleRunes = 32

// title returns the words of a clause by which a list names it: those of its
// heading or, where it has none, the bold words it begins with or its first
// phrase, without its label.
func title(c *policy.Clause) string {
	if c.Form == policy.Heading {
		return strings.Join(strings.Fields(bare(c.Head)), " ")
	}
	for i := range c.Blocks {
		runs := c.Blocks[i].Runs
		if len(runs) == 0 {
			continue
		}
		bold := 0
		for bold < len(runs) && runs[bold].Marks&policy.Strong != 0 {
			bold++
		}
		if bold > 0 && bold < len(runs) {
			return phrase(bare(runs[:bold]))
		}
		return phrase(bare(runs))
	}
	return ""
}

// bare returns the words of runs without references to footnotes.
func bare(runs []policy.Run) string {
	if len(runs) == 1 && runs[0].Kind == policy.Words {
		return runs[0].Text
	}
	var s strings.Builder
	for i := range runs {
		if runs[i].Kind != policy.NoteRef {
			s.WriteString(policy.PlainRuns(runs[i : i+1]))
		}
	}
	return s.String()
}

// phrase cuts s at the end of its first phrase.
func phrase(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("。；：;!?！？", r), (r == '.' || r == ':') && (i+1 == len(s) || s[i+1] == ' '):
			return strings.TrimRight(s[:i], " ")
		case n >= titleRunes && (r == '，' || r == ',' || r == ' '), n >= 2*titleRunes:
			return s[:i] + "…"
		}
		n++
	}
	if !utf8.ValidString(s) {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}
