// Package identity gives every clause of a policy its permanent id: the one
// that is written in a source, else the one of the clause it answers to in the
// version before or in the other language, else one made of its place. It
// keeps the laws that one clause has one id in all languages and versions,
// that an id names one clause, that a version which is added changes no id of
// those before it, unless it writes one out, and that writing ids out as they
// are changes none. Which clauses answer to each other it leaves to redline and
// bitext.
package identity

import (
	"context"
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// Assign sets ID, Origin, Also and Lost of every clause of p, whose texts have their
// clauses with the ids that their sources give them. The result depends on
// nothing else. Versions are taken in the order in which they became public; of
// the texts of one version the prevailing one leads. After it source.Resolve alone writes to p.
//
// It returns the alignments that it made, for whoever needs them next. Where the
// context ends neither they nor the ids are worth keeping.
func Assign(ctx context.Context, p *policy.Policy) *bitext.Alignments {
	cues := new(bitext.Cues)
	found, made := find(p, words(ctx, cues))
	found.write(p)
	return agreed(made, found, cues)
}

// oracle says which clauses answer to each other by what they say.
type oracle struct {
	answers func(old, new *policy.Text) map[*policy.Clause]*policy.Clause // which old one each new one answers to
	align   func(lead, t *policy.Text, known bitext.Known) *bitext.Bitext // two languages
}

// words asks the words.
func words(ctx context.Context, cues *bitext.Cues) oracle {
	return oracle{
		func(old, new *policy.Text) map[*policy.Clause]*policy.Clause { return plan.Answers(ctx, old, new) },
		func(lead, t *policy.Text, known bitext.Known) *bitext.Bitext {
			return cues.Align(ctx, lead, t, known)
		},
	}
}

// find returns the ids of the clauses of p, and the alignments that it made.
// It changes nothing in p. First the words alone tell which clauses are one,
// whatever ids stand in the sources; then those join what the words hold apart,
// and give the names. So writing ids out as they are changes none.
func find(p *policy.Policy, ask oracle) (ids, []*bitext.Bitext) {
	h := newHistory(p)
	of, made := follow(h, ask)
	return originate(p, settle(h, of)), made
}

// history is the texts of each version in the order of their announcements, the
// one that leads first: a version that is announced later renames nothing, also
// where it takes effect earlier. What is private comes last.
type history []edition

// edition is one version.
type edition struct {
	name    string
	texts   []*policy.Text
	rank    int  // the place of the version in time: in the order in which versions take effect
	private bool // it is not announced, and may go again: it changes no id of another
}

func newHistory(p *policy.Policy) history {
	var out history
	announced := map[int]policy.Date{}
	for i, v := range p.Versions {
		announced[i] = v.Announced
		lead := v.TextOr(p.Prevails)
		e := edition{v.Name, []*policy.Text{lead}, i, !p.IsAnnounced(v)}
		for _, t := range v.Texts {
			if t != lead {
				e.texts = append(e.texts, t)
			}
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(x, y edition) int {
		if x.private || y.private {
			return order(x.private) - order(y.private)
		}
		return announced[x.rank].Compare(announced[y.rank])
	})
	return out
}

// inTime lists the places of the versions in the history in the order in which
// they take effect.
func (h history) inTime() []int {
	out := make([]int, len(h))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int { return h[i].rank - h[j].rank })
	return out
}

// order has what is private behind all else.
func order(private bool) int {
	if private {
		return 1
	}
	return 0
}

// clauses yields the clauses of all versions.
func (h history) clauses(yield func(*policy.Clause) bool) {
	for _, e := range h {
		for c := range e.clauses {
			if !yield(c) {
				return
			}
		}
	}
}

// clauses yields the clauses of the version, the leading text's first.
func (e edition) clauses(yield func(*policy.Clause) bool) {
	for _, t := range e.texts {
		for _, c := range t.Clauses {
			if !yield(c) {
				return
			}
		}
	}
}

// hasID reports whether clauses of this form have ids of their own. That of the
// notes is fixed.
func hasID(c *policy.Clause) bool { return c.Form != policy.Endnotes }

// written returns the id that the source of a clause writes, if it does.
func written(c *policy.Clause) (id string, ok bool) {
	if c.Origin != policy.Explicit || !hasID(c) {
		return "", false
	}
	return c.ID, true
}
