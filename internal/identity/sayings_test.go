package identity

import (
	"fmt"
	"strings"
	"testing"
)

// TestSayings: what clauses are called where sources say what they were, or do not
// say it: their ids, behind + their second targets, behind ? what nothing was ever
// called, behind ! what was lost.
func TestSayings(t *testing.T) {
	for _, tt := range []struct{ name, history, want string }{
		{"renamed, and said", "1 en: A:a B:b | 2 en: A:new=a B:b", "new +a, b; new +a, b"},
		{"renamed, and not said", "1 en: A:a B:b | 2 en: A:new B:b", "a, b; new !a, b"},
		{"renamed, and told where the source writes an id", "1 zh: A:a | 1 en: A:a | 2 zh: A | 2 en: A:new", "a; a; new; new !a"},
		{"left out", "1 en: A:a B:b | 2 en: B:b", "a, b; b"},
		{"never was", "1 en: A:a | 2 en: A:a=typo", "a +typo; a +typo ?typo"},
		{"a place that never was", "1 en: A:a | 2 en: A:a=c-9", "a +c-9; a +c-9"},
		{"said of two", "1 en: A:a | 2 en: B:b=a C:c=a", "b +a; b +a, c"},
		{"said in two languages", "1 en: A:a | 2 zh: B:b=a | 2 en: B:b=a", "b +a; b +a; b +a"},
		{"another has it", "1 en: A:a | 2 en: B:b=a A:a", "a; b, a"},
		{"it came back to another", "1 en: A:a | 2 en: B:b=a | 3 en: B:b C:a", "b +a; b +a; b, a"},
		{"two versions ago", "1 en: A:a | 2 en: A:b=a | 3 en: A:c=b", "c +b +a; c +b +a; c +b +a"},
		{"two lineages become one", "1 en: A:a | 2 en: B:b=a | 3 en: B:b", "b +a; b +a; b +a"},
	} {
		h, of := fromNotation(tt.history)
		got := settle(h, of)
		var texts []string
		for _, e := range h {
			for _, x := range e.texts {
				var all []string
				for _, c := range x.Clauses {
					y := got[c]
					s := y.name
					for _, id := range y.also {
						s += " +" + id
					}
					for _, id := range y.never {
						s += " ?" + id
					}
					for _, l := range y.lost {
						s += fmt.Sprint(" !", l.ID)
					}
					all = append(all, s)
				}
				texts = append(texts, strings.Join(all, ", "))
			}
		}
		if got := strings.Join(texts, "; "); got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.name, tt.history, got, tt.want)
		}
	}
}
