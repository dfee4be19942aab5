package redline

import (
	"strings"

	"diptych/internal/policy"
)

// wasLabel returns the label to show beside a new one: zero where they agree.
func wasLabel(old, new policy.Label) policy.Label {
	switch {
	case old.Text == new.Text:
		return policy.Label{}
	case old.IsZero():
		return policy.Label{Style: policy.StyleAbsent}
	}
	return old
}

// headingOf returns the words that name a clause in a list: its heading as it
// reads now, else its first words.
func headingOf(c *policy.Clause) string {
	if s := wordsOf(c.Head, c.Op); s != "" {
		return s
	}
	return firstWords(c.Blocks, c.Op)
}

func wordsOf(runs []policy.Run, op policy.Op) string {
	var b strings.Builder
	for i := range runs {
		if r := &runs[i]; r.Op.InNew() || !op.InNew() && r.Op.InOld() {
			b.WriteString(policy.PlainRuns(runs[i : i+1]))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// nameLength is how many runes of a clause without heading name it.
const nameLength = 40

func firstWords(bs []policy.Block, op policy.Op) string {
	for i := range bs {
		s := wordsOf(bs[i].Runs, op)
		if s == "" {
			s = firstWords(bs[i].Blocks, op)
		}
		if s != "" {
			return shorten(s)
		}
	}
	return ""
}

func shorten(s string) string {
	n := 0
	for i := range s {
		if n++; n > nameLength {
			if k := strings.LastIndexByte(s[:i], ' '); k > i/2 {
				i = k
			}
			return s[:i] + "…"
		}
	}
	return s
}
