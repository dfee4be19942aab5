// Package docx writes a redline as a Word file (Office Open XML, ECMA-376) with
// tracked changes, comments and footnotes. It keeps the law that accepting all
// changes gives the new text and rejecting all the old one, paragraph by
// paragraph, cell by cell and note by note, and that the same redline gives the
// same bytes. What was inserted, deleted or moved it reads from the merged text;
// where paragraphs, rows and formats begin and end, from the two texts
// themselves.
package docx

import (
	"io"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// author is whose changes they are: those that the program found.
const author = "Diptych"

// Options are what a redline does not say of itself.
type Options struct {
	Old, New string       // names of the versions
	Date     policy.Date  // of the changes: the day on which the new version takes effect
	Tool     *locale.Tool // the language of remarks
}

// Write writes the file. It fails where the redline does not give back its two
// texts, so that nothing untrue leaves the house.
func Write(w io.Writer, r *redline.Redline, opt Options) error {
	p, err := partsOf(r, opt)
	if err != nil {
		return err
	}
	return p.write(w)
}

// partsOf makes what the file holds.
func partsOf(r *redline.Redline, opt Options) (*parts, error) {
	doc, err := weave(r)
	if err != nil {
		return nil, err
	}
	return newWriter(opt, r).file(doc), nil
}
