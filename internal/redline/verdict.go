package redline

// Verdict says how much differs between two forms of a clause. Everything
// that says whether a clause changed asks it: marks, lists, folds, data, rules.
// A greater verdict takes in the lesser ones.
type Verdict uint8

const (
	Same        Verdict = iota // but for its label, its place, and numbers that follow others
	Form                       // format, where a link leads, structure, white space, the width of letters
	Punctuation                // punctuation
	Words                      // words, struck words, figures, images, notes; the order of paragraphs
)

// Verdict returns what differs between the two forms of a section: in its own
// words, in the items of its lists and in the notes that it cites, but not in
// the clauses below it. A clause that is in one text only is Words. It is Same
// for nil.
func (s *Section) Verdict() Verdict {
	if s == nil {
		return Same
	}
	return s.verdict
}

// MovedAndChanged reports whether a change is a move and what moved did not
// stay as it was.
func (c *Change) MovedAndChanged() bool { return c.Kind == Moved && c.Verdict >= Punctuation }

// Folds reports whether a page may fold the section away with its neighbours:
// nothing changed but, it may be, its label, and no reference in it went stale.
// It is true for nil.
func (r *Redline) Folds(s *Section) bool {
	if s == nil {
		return true
	}
	for _, i := range s.Changes {
		if r.Changes[i].Kind != Renumbered {
			return false
		}
	}
	return len(s.Notes) == 0 && len(s.Stale) == 0
}

// verdict returns what was found to differ.
func (a *account) verdict() Verdict {
	switch {
	case a.substance:
		return Words
	case a.punctuation:
		return Punctuation
	case a.editorial, a.formats != 0:
		return Form
	}
	return Same
}

// verdict is that of the change. What came or went is Words.
func (d *draft) verdict() Verdict {
	if !d.dropped && (d.Kind == Inserted || d.Kind == Deleted) {
		return Words
	}
	return d.account.verdict()
}

// apart writes a part of a change and returns the verdict on that part alone.
func (a *account) apart(write func()) Verdict {
	was := *a
	a.substance, a.punctuation, a.editorial, a.formats = false, false, false, 0
	write()
	v := a.verdict()
	a.substance, a.punctuation = a.substance || was.substance, a.punctuation || was.punctuation
	a.editorial, a.formats = a.editorial || was.editorial, a.formats|was.formats
	return v
}
