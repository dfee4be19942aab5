package markup

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diptych/internal/diag"
)

// TestLimitsFail: a text at a limit beyond which its page would be another one has no
// problem; one beyond it has a single error, however often it goes beyond, so that
// the site is not built.
func TestLimitsFail(t *testing.T) {
	table := func(columns int) string {
		return strings.Repeat("|a", columns) + "|\n" + strings.Repeat("|-", columns) + "|\n"
	}
	notes := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "[^%d]: n\n\n", i)
		}
		return b.String()
	}
	definitions := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "[r%d]: /x\n", i)
		}
		return b.String()
	}
	const wide, filled = 201, 200 // a row of one cell lacks the others
	cited := strings.Repeat(strings.Repeat("[^a] ", 100)+"\n\n", maxCited/100)
	code := "|`a`" + strings.Repeat(`\|`, 100) + "|b|\n"
	for _, c := range []struct {
		limit
		fine, over string
	}{
		{limitColumns, table(maxColumns), table(maxColumns+1) + "\n" + table(maxColumns+2)},
		{limitPadded, table(wide) + strings.Repeat("a\n", maxPadded/filled), table(wide) + strings.Repeat("a\n", maxPadded/filled+1) + "\n" + table(2) + "a\n"},
		{limitEscaped, table(2) + strings.Repeat(code, maxEscaped/100), table(2) + strings.Repeat(code, maxEscaped/100+1) + "\n" + table(2) + code},
		{limitNotes, notes(maxNotes), notes(maxNotes + 2)},
		{limitCited, "[^a]: n\n\n" + cited, "[^a]: n\n\n" + cited + "[^a] [^a]\n"},
		{limitDefined, definitions(maxDefined) + "\n[a][r1]\n", definitions(maxDefined+1) + "\n" + definitions(maxDefined+1)},
		{limitDefined, "a\n" + definitions(maxDefined+1), "  " + strings.ReplaceAll(definitions(maxDefined+1), "\n[", "\n  [")},
		{limitDefined, strings.Repeat("[a] b\n", maxDefined+1), definitions(maxDefined + 1)},
	} {
		if _, l := Parse([]byte(c.fine), Options{File: "x.md", Lang: "en"}); slices.ContainsFunc(l, func(p diag.Problem) bool { return p.Message.N == c.message }) {
			t.Errorf("limit %d: at the limit: %v", c.message, l)
		}
		_, l := Parse([]byte(c.over), Options{File: "x.md", Lang: "en"})
		var errors []string
		for _, p := range l {
			if p.Severity == diag.Error {
				errors = append(errors, fmt.Sprint(p.Message.N))
			}
		}
		if want := fmt.Sprint(c.message); strings.Join(errors, " ") != want {
			t.Errorf("limit %d: beyond the limit: %.80q", c.message, errors)
		}
	}
}
