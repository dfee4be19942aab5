package plan

import (
	"math"
	"testing"

	"diptych/internal/redline/words"
)

// TestEqualHeadingHelps: clauses are more alike than their words by four tenths of
// what is wanting where their heading is equal and the only one of its kind, and by
// one tenth where several clauses share it or the label is equal.
func TestEqualHeadingHelps(t *testing.T) {
	t.Parallel()
	const old, new = "我们保存您的手机号码三年。", "我们保存您的电子邮箱五年。"
	for _, x := range []struct {
		name     string
		old, new string
		help     float64
	}{
		{"other headings", "# 期限\n\n" + old, "# 时间\n\n" + new, 0},
		{"an equal heading", "# 期限\n\n" + old, "# 期限\n\n" + new, 0.4},
		{"one that is shared", "# 期限\n\n" + old + "\n\n# 期限\n\n其他", "# 期限\n\n" + new, 0.1},
		{"one that the new text shares", "# 期限\n\n" + old, "# 期限\n\n" + new + "\n\n# 期限\n\n其他", 0.1},
		{"an equal label", "# 一、期限\n\n" + old, "# 一、时间\n\n" + new, 0.1},
		{"no heading", old, new, 0},
	} {
		older, newer := parse([]byte(x.old), "zh"), parse([]byte(x.new), "zh")
		left, right := newOutline(older), newOutline(newer)
		l := newLikeness(words.NewCutter(older, newer), left, right)
		c, d := left.clauses[0], right.clauses[0]
		plain := l.clause(c).LikeFrom(l.clause(d), 0)
		if plain <= clauseLeast || plain > 0.9 {
			t.Fatalf("%s: the words are alike by %.2f", x.name, plain)
		}
		if help := (l.ofClauses(c, d) - plain) / (1 - plain); math.Abs(help-x.help) > 1e-6 {
			t.Errorf("%s helps by %.2f of what is wanting, want %.2f", x.name, help, x.help)
		}
	}
}
