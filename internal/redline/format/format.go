// Package format writes a redline in other forms than HTML: text for
// terminals, Markdown for mails, data for programs. It keeps the law that the
// words of a text read as they are, whatever stands in them. Its own words come
// from package locale, in the language that the caller asks for.
package format

import "diptych/internal/policy"

// blockChanged reports whether anything in a merged block is marked.
func blockChanged(b *policy.Block) bool {
	if b.Op != policy.Same || b.Clause != nil && !b.Clause.OldLabel.IsZero() {
		return true
	}
	for i := range b.Runs {
		if b.Runs[i].Op != policy.Same {
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
