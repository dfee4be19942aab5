package figure_test

import (
	"reflect"
	"testing"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// TestMemo: asked again, a memo says what the functions say, in either language,
// and what a caller appends to an answer is not in the next one.
func TestMemo(t *testing.T) {
	var memo figure.Memo
	for _, m := range []*figure.Memo{&memo, nil} {
		for range 2 {
			for _, words := range []string{"三十（20）日内，5 万元", "thirty (20) days, three", "", "no figure"} {
				for _, lang := range []policy.Tag{"zh", "en"} {
					fs, odds := m.Find(words, lang), m.Odds(words, lang)
					if !reflect.DeepEqual(fs, figure.Find(words, lang)) || !reflect.DeepEqual(odds, figure.Odds(words, lang)) {
						t.Errorf("%q in %s: got %v and %v", words, lang, fs, odds)
					}
					_ = append(fs, figure.Figure{Value: "another"})
					if more := append(m.Find(words, lang), figure.Figure{Value: "one more"}); len(more) != len(fs)+1 {
						t.Errorf("%q in %s: got %v", words, lang, more)
					}
				}
			}
		}
	}
}
