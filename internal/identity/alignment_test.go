package identity_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// aligned is two texts of one version of a policy whose clauses have their ids.
type aligned struct {
	name string // policy/version/language
	lead *policy.Text
	text *policy.Text
	both *bitext.Bitext // as identity hands it on
}

// alignAll aligns every text of each version of a policy with the one that
// leads.
func alignAll(p assigned) []aligned {
	var out []aligned
	for _, v := range p.Versions {
		lead := v.TextOr(p.Prevails)
		for _, t := range v.Texts {
			if t != lead {
				out = append(out, aligned{fmt.Sprintf("%s/%s/%s", p.Slug, v.Name, t.Lang), lead, t, p.Of(context.Background(), lead, t)})
			}
		}
	}
	return out
}

// units numbers the units of one side of a bitext in the order of its text.
type units map[bitext.UnitKey]int

func numbered(b *bitext.Bitext) (left, right units) {
	left, right = units{}, units{}
	for _, r := range b.Rows {
		for _, u := range r.Left {
			left[u.Key()] = len(left)
		}
		for _, u := range r.Right {
			right[u.Key()] = len(right)
		}
	}
	return left, right
}

func (us units) print(side []bitext.Unit) string {
	var out []string
	for _, u := range side {
		out = append(out, fmt.Sprint(us[u.Key()]))
	}
	return strings.Join(out, " ")
}

// printRows spells the rows of a bitext by the numbers of their units, in order
// and then those that moved, and with words where they are wanted.
func printRows(b *bitext.Bitext, words func(left, right []bitext.Unit) string) string {
	left, right := numbered(b)
	var out strings.Builder
	for k, rows := range [...][]bitext.Row{b.Rows, b.Moved} {
		for _, r := range rows {
			sign := [...]string{"-", "~"}[k]
			if r.Crossed {
				sign = "x"
			}
			fmt.Fprintf(&out, "%s %s %s%s\n", left.print(r.Left), sign, right.print(r.Right), words(r.Left, r.Right))
		}
	}
	return out.String()
}

// printPartners spells which clauses of the two texts answer to each other.
func printPartners(x *aligned, b *bitext.Bitext) string {
	at := map[*policy.Clause]int{}
	for i, d := range x.text.Clauses {
		at[d] = i
	}
	var out strings.Builder
	for i, c := range x.lead.Clauses {
		if d := b.Partner(c); d != nil {
			fmt.Fprintf(&out, "%d=%d\n", i, at[d])
		}
	}
	return out.String()
}

// printIDs spells the ids of a text, and where they are from.
func printIDs(t *policy.Text) string {
	var out strings.Builder
	for _, c := range t.Clauses {
		fmt.Fprintf(&out, "%s %s\n", c.ID, origins[c.Origin])
	}
	return out.String()
}

func noWords(_, _ []bitext.Unit) string { return "" }

// TestAlignmentsOfCorpus holds how the texts of the corpus are aligned, and
// which ids their clauses have, to testdata/alignments_corpus.golden: a line
// for every two texts and one for every text, with digests and no words. UPDATE=1 rewrites it.
func TestAlignmentsOfCorpus(t *testing.T) {
	var got strings.Builder
	rows, moved := 0, 0
	digest := func(s string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(s)))[:16] }
	for _, p := range corpus(t) {
		for _, x := range alignAll(p) {
			again := p.byID(x.lead, x.text)
			fmt.Fprintf(&got, "%s rows=%d moved=%d handed-on=%s by-final-ids=%s\n",
				x.name, len(x.both.Rows), len(x.both.Moved),
				digest(printRows(x.both, noWords)+printPartners(&x, x.both)),
				digest(printRows(again, noWords)+printPartners(&x, again)))
			rows += len(x.both.Rows)
			moved += len(x.both.Moved)
		}
		for _, v := range p.Versions {
			for _, x := range v.Texts {
				fmt.Fprintf(&got, "%s/%s/%s clauses=%d ids=%s\n", p.Slug, v.Name, x.Lang, len(x.Clauses), digest(printIDs(x)))
			}
		}
	}
	fmt.Fprintf(&got, "all rows=%d moved=%d\n", rows, moved)
	golden(t, "testdata/alignments_corpus.golden", got.String())
}

// TestAlignmentsOfSite holds how the texts of the repository's own site are
// aligned to testdata/alignments_site.golden. A line is a row: the numbers of
// the units on both sides, the ids of their clauses and their first words; ~
// is between units that stand in different places.
func TestAlignmentsOfSite(t *testing.T) {
	side := func(us []bitext.Unit) string {
		var out []string
		for _, u := range us {
			words := []rune(strings.Join(strings.Fields(u.Words), " "))
			out = append(out, fmt.Sprintf("#%s %s", u.Clause.ID, string(words[:min(len(words), 16)])))
		}
		return strings.Join(out, " + ")
	}
	var got strings.Builder
	for _, p := range ownSite() {
		for _, x := range alignAll(p) {
			fmt.Fprintf(&got, "%s\n%s", x.name, printRows(x.both, func(left, right []bitext.Unit) string {
				return " | " + side(left) + " | " + side(right)
			}))
		}
	}
	golden(t, "testdata/alignments_site.golden", got.String())
}

// golden compares what a test got with a file, which UPDATE=1 rewrites.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Collect(strings.Lines(string(want))), slices.Collect(strings.Lines(got))); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
