package redline_test

import (
	"fmt"
	"html/template"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

const oldTerms = `Effective 2025.

## 1. Scope

All users.

## 2. Fees

The fee is $5.

## 3. Contact

Write to us.
`

const newTerms = `Effective 2025.

## 1. Scope

All users.

## 2. Privacy

We keep little.

## 3. Fees

The fee is $6.

## 4. Contact

Write to us.
`

func terms() *redline.Redline {
	return redline.Compare(parse(oldTerms, "en"), parse(newTerms, "en"))
}

func TestSegments(t *testing.T) {
	r := terms()
	var got []string
	for _, s := range r.HTML(newWriter()) {
		line := s.FirstID
		if s.Folded {
			line = "fold " + s.FirstID + ".." + s.LastID
		}
		got = append(got, line)
		if s.Count < 1 || s.HTML == "" {
			t.Errorf("%s: %d clauses, %d bytes", line, s.Count, len(s.HTML))
		}
	}
	// Contact is only renumbered, so it folds too.
	if want := "fold c-0..c-1 | c-2 | c-3 | fold c-4..c-4"; strings.Join(got, " | ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " | "), want)
	}
}

func TestUnchangedClausesAreShared(t *testing.T) {
	r := terms()
	if r.Sections[1].Clause != r.New.Clauses[1] {
		t.Error("an unchanged clause was copied")
	}
}

func TestCompareLeavesItsInputAlone(t *testing.T) {
	old, new := parse(oldTerms, "en"), parse(newTerms, "en")
	redline.Compare(old, new)
	for i, x := range []struct {
		text *policy.Text
		src  string
	}{{old, oldTerms}, {new, newTerms}} {
		if words(x.text.Plain()) != words(parse(x.src, "en").Plain()) {
			t.Errorf("text %d was changed", i)
		}
		for _, c := range x.text.Clauses {
			if c.Op != policy.Same || !c.OldLabel.IsZero() || strings.HasPrefix(c.ID, "was-") {
				t.Errorf("text %d: clause %s was changed", i, c.ID)
			}
		}
	}
}

func TestRows(t *testing.T) {
	var got []string
	for _, row := range terms().Rows() {
		side := func(c *policy.Clause) string {
			if c == nil {
				return "-"
			}
			return strings.Join(c.Plain(), "/")
		}
		got = append(got, side(row.Old)+" | "+side(row.New))
	}
	want := `Effective 2025. | Effective 2025.
1. Scope/All users. | 1. Scope/All users.
- | 2. Privacy/We keep little.
2. Fees/The fee is $5. | 3. Fees/The fee is $6.
3. Contact/Write to us. | 4. Contact/Write to us.`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

func TestTable(t *testing.T) {
	old := "## 1. Scope\n\nAll users.\n\n## 2. Fees\n\nThe fee is five dollars a month.\n\n## 3. Law\n\nIrish law applies to these terms.\n"
	new := "## 1. Scope\n\nAll users.\n\n## 2. Law\n\nIrish law applies to these terms and to all disputes.\n\n## 3. Fees\n\nThe fee is five dollars a month.\n"
	r := redline.Compare(parse(old, "en"), parse(new, "en"))
	var got []string
	for _, row := range r.Table(newWriter()) {
		line := fmt.Sprintf("%d", row.Count)
		if row.Folded {
			line += " folded"
		}
		if row.Moved {
			line += " moved, other end #" + row.Other
		}
		for _, side := range []template.HTML{row.OldHTML, row.NewHTML} {
			line += fmt.Sprintf(" | ins %d del %d id %t", strings.Count(string(side), "<ins"), strings.Count(string(side), "<del"), strings.Contains(string(side), ` id="`))
		}
		got = append(got, line)
	}
	want := `1 folded | ins 0 del 0 id true | ins 0 del 0 id true
1 moved, other end #c-3 | ins 0 del 3 id true | ins 0 del 0 id false
1 | ins 0 del 1 id true | ins 2 del 0 id true
1 moved, other end #was-c-2 | ins 0 del 0 id false | ins 3 del 0 id true`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
