package redline

import (
	"html/template"

	"diptych/internal/html"
)

// Segment is a stretch of the redline as HTML. A folded one holds clauses of
// which nothing changed but, it may be, the label; every other segment is one
// section. What stands around a segment (fold, counter, links between
// changes) is the page's.
type Segment struct {
	Folded          bool
	Count           int    // sections in it
	FirstID, LastID string // of its first and last section
	HTML            template.HTML
	Changes         []int // indexes into Redline.Changes; in a fold: renumberings
	Notes           []int // the same: changes of notes that it cites
	First           int   // index of its first section
}

// HTML writes the redline in reading order, each segment apart. Every id on it
// is unique.
func (r *Redline) HTML(w *html.Writer) []Segment {
	var out []Segment
	flush := func() {
		if n := len(out); n > 0 {
			out[n-1].HTML = w.HTML()
		}
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		folded := r.Folds(s)
		if n := len(out); n == 0 || !folded || !out[n-1].Folded {
			flush()
			out = append(out, Segment{Folded: folded, First: i, FirstID: s.Clause.ID})
		}
		seg := &out[len(out)-1]
		seg.Count++
		seg.LastID = s.Clause.ID
		seg.Changes = append(seg.Changes, s.Changes...)
		seg.Notes = append(seg.Notes, s.Notes...)
		w.Clause(s.Clause)
	}
	flush()
	return out
}
