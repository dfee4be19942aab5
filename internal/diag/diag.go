// Package diag holds what Diptych has to say about its input: a Problem with a
// position, a rule and a hint, and a List of them that sorts and prints the
// same way everywhere. Problems are data; only the edge of the program prints
// them. It knows nothing of policies.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Severity says whether a problem stops a build.
type Severity uint8

const (
	Error   Severity = iota // the build fails, the last good output stays
	Warning                 // the build goes on; --strict makes it an error
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Pos is a place in a source file. Line and Col count from 1, Col in runes;
// zero means the whole file (Line) or the whole line (Col). File is
// slash-separated and relative to the site.
type Pos struct {
	File string
	Line int
	Col  int
}

// String spells the position as file:line:col, leaving out what is zero.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Problem is one thing that is wrong with the input. Text is lower case,
// without a final period, and uses the user's nouns; Hint says what to do.
type Problem struct {
	Pos      Pos
	Severity Severity
	Rule     Rule
	Text     string
	Hint     string   // optional
	Message  *Message // what Text and Hint say in English; nil where that is all there is
}

// Error makes a single problem usable as a Go error.
func (p Problem) Error() string {
	s := p.Text
	if pos := p.Pos.String(); pos != "" {
		s = pos + ": " + p.Severity.String() + ": " + s
	}
	if p.Rule != 0 {
		s += " [" + p.Rule.String() + "]"
	}
	return s
}

// List is a set of problems. The zero value is an empty list.
type List []Problem

// Errorf adds an error.
func (l *List) Errorf(pos Pos, rule Rule, hint, format string, args ...any) {
	*l = append(*l, Problem{Pos: pos, Rule: rule, Hint: hint, Text: fmt.Sprintf(format, args...)})
}

// Warnf adds a warning.
func (l *List) Warnf(pos Pos, rule Rule, hint, format string, args ...any) {
	*l = append(*l, Problem{Pos: pos, Severity: Warning, Rule: rule, Hint: hint, Text: fmt.Sprintf(format, args...)})
}

// Sort orders the list by place, then by rule and words, and drops exact
// repetitions, so that the output does not depend on the order of the work.
func (l *List) Sort() {
	slices.SortFunc(*l, Problem.compare)
	*l = slices.CompactFunc(*l, func(a, b Problem) bool { return a.compare(b) == 0 })
}

// compare ignores the messages: they say the same as the words.
func (p Problem) compare(q Problem) int {
	return cmp.Or(p.Pos.compare(q.Pos), cmp.Compare(p.Severity, q.Severity),
		cmp.Compare(p.Rule.String(), q.Rule.String()), cmp.Compare(p.Text, q.Text), cmp.Compare(p.Hint, q.Hint))
}

// Count returns how many errors and warnings the list holds.
func (l List) Count() (errs, warnings int) {
	for _, p := range l {
		if p.Severity == Error {
			errs++
		} else {
			warnings++
		}
	}
	return errs, warnings
}

// HasErrors reports whether any problem stops a build.
func (l List) HasErrors() bool {
	errs, _ := l.Count()
	return errs > 0
}

// Strict returns the list with every warning made an error.
func (l List) Strict() List {
	out := slices.Clone(l)
	for i := range out {
		out[i].Severity = Error
	}
	return out
}

// FromError turns an error into a list: a Problem keeps its place, anything
// else stands at pos.
func FromError(pos Pos, rule Rule, err error) List {
	var p Problem
	if errors.As(err, &p) {
		return List{p}
	}
	return List{{Pos: pos, Rule: rule, Text: err.Error()}}
}
