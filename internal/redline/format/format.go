// Package format writes a redline in other forms than HTML: text for
// terminals, Markdown for mails, data for programs. It keeps the law that the
// words of a text read as they are, whatever stands in them. Its own words come
// from package locale, in the language that the caller asks for.
package format

import (
	"iter"
	"strings"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// blockChanged reports whether anything in a merged block is marked.
func blockChanged(b *policy.Block) bool {
	if b.Op != policy.Same || b.Clause != nil && (!b.Clause.OldLabel.IsZero() || b.Clause.OldLabel.Style == policy.StyleAbsent) {
		return true
	}
	for i := range b.Runs {
		if b.Runs[i].Op != policy.Same || b.Runs[i].Stale != nil {
			return true
		}
	}
	for i := range b.Blocks {
		if blockChanged(&b.Blocks[i]) {
			return true
		}
	}
	return false
}

// collect adds the ids of blocks, and of all in them, to others.
func collect(ids map[string]bool, blocks []policy.Block) {
	for i := range blocks {
		b := &blocks[i]
		ids[b.ID] = true
		if b.Clause != nil {
			ids[b.Clause.ID] = true
		}
		for k := range b.Runs {
			if b.Runs[k].Kind == policy.Anchor {
				ids[b.Runs[k].ID] = true
			}
		}
		collect(ids, b.Blocks)
	}
}

// spans yields the words of runs with their ops; neighbours of one op are one.
// What the source has struck out is spelled ~~…~~, which no form uses for a
// deletion of the redline.
func spans(runs []policy.Run) iter.Seq2[string, policy.Op] {
	return func(yield func(string, policy.Op) bool) {
		for len(runs) > 0 {
			n := 1
			for n < len(runs) && runs[n].Op == runs[0].Op {
				n++
			}
			if !yield(policy.SpellRuns(runs[:n]), runs[0].Op) {
				return
			}
			runs = runs[n:]
		}
	}
}

// labelSpans yields the label of a clause with its op: the old one first, where
// it had another.
func labelSpans(c *policy.Clause) iter.Seq2[string, policy.Op] {
	return func(yield func(string, policy.Op) bool) {
		switch {
		case c.OldLabel.Style == policy.StyleAbsent:
			yield(c.Label.Text, policy.Inserted)
		case c.OldLabel.IsZero():
			yield(c.Label.Text, c.Op)
		default:
			_ = yield(c.OldLabel.Text, policy.Deleted) && yield(c.Label.Text, policy.Inserted)
		}
	}
}

// looks says which words look different, a line a format.
func looks(tool *locale.Tool, c *redline.Change) []string {
	var out []string
	for _, l := range c.Looks() {
		id := "diff.look"
		if l.Lost {
			id = "diff.look_lost"
		}
		quoted := make([]string, len(l.Words))
		for i, w := range l.Words {
			quoted[i] = tool.T("diff.look_words", "Words", short(w))
		}
		out = append(out, tool.T(id, "Format", tool.T("diff.mark."+l.Format), "Words", strings.Join(quoted, tool.T("diff.and"))))
	}
	return out
}

// shortLength is how many characters of words are repeated.
const shortLength = 60

// short returns the beginning of words.
func short(words string) string {
	if r := []rune(words); len(r) > shortLength {
		return string(r[:shortLength-1]) + "…"
	}
	return words
}
