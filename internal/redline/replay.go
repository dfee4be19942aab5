package redline

import (
	"fmt"
	"strings"

	"diptych/internal/policy"
)

// Replay holds the redline against its two texts: leaving out what is deleted
// must give the words of the new one, leaving out what is inserted those of the
// old one, up to white space. An error is a fault of this program.
func (r *Redline) Replay() error {
	for _, side := range [...]struct {
		name  string
		keep  func(policy.Op) bool
		text  *policy.Text
		title string
	}{{"new", policy.Op.InNew, r.New, r.New.Title}, {"old", policy.Op.InOld, r.Old, r.Old.Title}} {
		replayed := policy.Text{}
		for i := range r.Sections {
			if c := Side(r.Sections[i].Clause, side.keep); c != nil {
				replayed.Clauses = append(replayed.Clauses, c)
			}
		}
		title := policy.PlainRuns(sideRuns(r.Title, side.keep))
		want := squeeze(append(side.text.Plain(), side.title))
		if got := squeeze(append(replayed.Plain(), title)); got != want {
			at := differAt(got, want)
			return fmt.Errorf("redline: replayed, it differs from the %s text at byte %d of its words: %q instead of %q",
				side.name, at, near(got, at), near(want, at))
		}
	}
	return nil
}

// squeeze joins paragraphs without white space.
func squeeze(paragraphs []string) string {
	return strings.Join(strings.Fields(strings.Join(paragraphs, "\n")), "")
}

func differAt(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i
}

// near returns the words at a place.
func near(s string, at int) string {
	return strings.ToValidUTF8(s[min(at, len(s)):min(at+30, len(s))], "")
}
