package redline_test

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// stalePlaces are where a reference, R, may stand, and how often it is said to be
// stale there.
var stalePlaces = map[policy.Lang][]struct {
	words string
	want  int
}{
	"zh": {
		{"违反R的，应当赔偿。", 1},
		{"- 违反R的，应当赔偿。\n- 其他情形。", 1},
		{"（一）违反R的；\n\n（二）其他情形。", 1},
		{"1. 甲类：\n   1. 违反R的。\n2. 乙类。", 1},
		{"> 违反R的，应当赔偿。", 1},
		{"| 情形 | 责任 |\n|--|--|\n| 违反R | 赔偿 |\n| 其他 | 协商 |", 1},
		{"| 情形 | R的责任 |\n|--|--|\n| 违反 | 赔偿 |", 1},
		{"赔偿[^1]。\n\n[^1]: 违反R的除外。", 1},
		{"### 违反R的责任\n\n应当赔偿。", 1},
		{"违反**R**的，应当赔偿。", 1},
		{"违反第**N**条的，应当赔偿。", 1},
		{"违反*R第（一）项*的，应当赔偿。", 1},
		{"违反[R](https://a.example/)的，应当赔偿。", 0},
		{"违反第[N](#x)条的，应当赔偿。", 0},
		{"将“R”改为“新的条文”。", 0},
		{"将‘R’改为新的条文。", 0},
		{"违反《示例法》R的，应当赔偿。", 0},
		{"违反本协议R、R的，应当赔偿。", 2},
		{"违反R的，应当赔偿；另见R。", 2},
		{"违反~~R~~的，应当赔偿。", 1},
		{"`R`的格式。", 1},
		{"<details><summary>违反R</summary>\n\n应当赔偿。\n\n</details>", 1},
	},
	"en": {
		{"A breach of R ends this.", 1},
		{"- a breach of R;\n- other cases.", 1},
		{"(a) a breach of R;\n\n(b) other cases.", 1},
		{"1. First:\n   - a breach of R.\n2. Second.", 1},
		{"> A breach of R ends this.", 1},
		{"| Case | Duty |\n|--|--|\n| Breach of R | damages |\n| Other | talks |", 1},
		{"Damages[^1].\n\n[^1]: But for R.", 1},
		{"### Breach of R\n\nDamages are paid.", 1},
		{"A breach of **R** ends this.", 1},
		{"A breach of Section **N** ends this.", 1},
		{"A breach of [R](https://a.example/) ends this.", 0},
		{"The words “R” are new. The words ‘R’ too.", 0},
		{"A breach of R of the Data Act ends this.", 0},
		{"A breach of R, (see R above), and our Other Policy, R.", 1},
		{"A breach of R(b), R hereof or R's rules ends this.", 3},
	},
}

// TestStaleInEveryPlace inserts a clause before one that is referred to, in every
// kind of place, and takes one away.
func TestStaleInEveryPlace(t *testing.T) {
	for lang, places := range stalePlaces {
		head, ref, number := "## 第%s条 %s\n\n%s\n\n", "第三条", [...]string{"一", "二", "三", "四", "五"}
		parts := [][2]string{{"目的", "为了便于查阅而制定。"}, {"范围", "适用于全部图书和期刊。"}, {"期限", "借期为二十天，可以续借一次。"}, {"责任", ""}}
		inserted := [2]string{"押金", "借书时交押金一百元。"}
		if lang == "en" {
			head, ref, number = "## Section %s. %s\n\n%s\n\n", "Section 3", [...]string{"1", "2", "3", "4", "5"}
			parts = [][2]string{{"Purpose", "Rules that are easy to look up."}, {"Scope", "All books and all journals."}, {"Term", "A loan is for twenty days and can be renewed."}, {"Duties", ""}}
			inserted = [2]string{"Deposit", "A hundred is paid at the desk."}
		}
		write := func(parts [][2]string) *policy.Text {
			var b strings.Builder
			for i, p := range parts {
				fmt.Fprintf(&b, head, number[i], p[0], p[1])
			}
			return parse(b.String(), lang)
		}
		for _, c := range places {
			parts[3][1] = strings.NewReplacer("R", ref, "N", number[2]).Replace(c.words)
			old := write(parts)
			more := write([][2]string{parts[0], inserted, parts[1], parts[2], parts[3]})
			fewer := write([][2]string{parts[0], parts[2], parts[3]})
			for name, new := range map[string]*policy.Text{"inserted": more, "deleted": fewer} {
				r := checkLaw(t, c.words, old, new)
				if len(r.Stale) != c.want {
					t.Errorf("%s: %q: %d stale references, want %d: %+v", name, c.words, len(r.Stale), c.want, r.Stale)
				}
				for _, s := range r.Stale {
					if s.Was != parts[2][0] || s.In == nil || s.Present == nil {
						t.Errorf("%s: %q: %+v", name, c.words, s)
					}
				}
			}
		}
	}
}
