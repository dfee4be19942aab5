// Package format writes a redline in other forms than HTML: text for
// terminals, Markdown for mails, data for programs. It keeps the law that no
// form changes or leaves out what the redline says of a text. Its own words
// come from package locale, in whatever language the caller asks for.
package format

import (
	"bufio"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// speaker says the strings of a form and keeps the first error.
type speaker struct {
	words *locale.Words
	err   error
}

func (s *speaker) t(id string, pairs ...any) string { return s.keep(s.words.T(id, pairs...)) }

func (s *speaker) n(id string, count int) string { return s.keep(s.words.N(id, count)) }

func (s *speaker) kind(k redline.Kind) string { return s.t("diff_" + k.String()) }

func (s *speaker) keep(words string, err error) string {
	if s.err == nil {
		s.err = err
	}
	return words
}

// orFlush returns the error or, where there is none, flushes w.
func (s *speaker) orFlush(w *bufio.Writer) error {
	if s.err != nil {
		return s.err
	}
	return w.Flush()
}

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
