package plan

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestOutlineKeys: the keys of two outlines are those of every clause by itself,
// also where the clauses of one text lie far apart in the other.
func TestOutlineKeys(t *testing.T) {
	t.Parallel()
	check := func(name string, old, new *policy.Text) {
		left, right := outlines(old, new)
		for _, o := range [...]outline{left, right} {
			if want := keysOf(o.clauses, clauseKey); !slices.Equal(o.keys, want) {
				t.Errorf("%s: keys %v, want %v", name, o.keys, want)
			}
		}
	}
	files, _ := filepath.Glob("../testdata/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := policy.Lang(filepath.Base(file)[:2])
		check(file, parse(a.Files[0].Data, lang), parse(a.Files[1].Data, lang))
	}
	words := strings.Split(strings.Repeat("a b c a d b e f ", 4), " ")
	clauses := func(words []string) *policy.Text {
		src := ""
		for _, w := range words {
			src += "## Of " + w + "\n\nWe keep " + w + ".\n\n"
		}
		return parse([]byte(src), "en")
	}
	for i := range words {
		check("turned", clauses(words), clauses(slices.Concat(words[i:], words[:i])))
	}
}
