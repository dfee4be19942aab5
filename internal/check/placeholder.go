package check

import (
	"fmt"
	"regexp"
	"strings"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// blank matches what stands where a name, a date or an address should: lines
// to write on, empty brackets, fillers, and instructions to the drafter.
var blank = regexp.MustCompile(strings.Join([]string{
	`_{3,}`, `＿{2,}`, `…{3,}`,
	`【[\s　]*】`, `（[ 　]{2,}）`, `\([ 　]{2,}\)`, `\[[\s　]{2,}\]`,
	`\b(XXX+|xxx+)\b`, `×{2,}`, `Ｘ{2,}`, `某某公司`, `(XX+|xx+|ＸＸ+)(公司|年|月|日|省|市|有限)`,
	`【[^】]{0,12}(公司名称|公司全称|填写|待定|待补充|请填|插入)[^】]{0,12}】`,
	`(?i)\[(insert|your|company|enter|date|name|address)\b[^\]]{0,30}\]`,
	`\b[Ll]orem ipsum\b`, `\bTBD\b`, `\bTODO\b`, `\{\{[^}]{1,40}\}\}`,
}, "|"))

// hints are what every match of blank holds one of. Looking for them first is
// many times faster than the expression.
var hints = [...]string{
	"___", "＿＿", "………", "【", "（ ", "（　", "(  ", "( 　", "(　", "[", "XX", "xx", "××", "ＸＸ", "某某公司",
	"orem ipsum", "TBD", "TODO", "{{",
}

func hinted(s string) bool {
	for _, h := range hints {
		if strings.Contains(s, h) {
			return true
		}
	}
	return false
}

// placeholder reports words that the drafter forgot to fill in.
func placeholder(s subject, l *diag.List) {
	for _, v := range s.policy.Versions {
		for _, t := range v.Texts {
			for _, c := range t.Clauses {
				if c.Form != policy.Item { // items are part of their clause
					placeholderIn(s, t, c, l)
				}
			}
		}
	}
}

func placeholderIn(s subject, t *policy.Text, c *policy.Clause, l *diag.List) {
	for _, line := range c.Plain() {
		if !hinted(line) {
			continue
		}
		at := blank.FindStringIndex(line)
		if at == nil {
			continue
		}
		s.cfg.Report(l, config.RuleWarn, diag.Problem{
			Pos: c.Pos, Rule: "placeholder",
			Text: fmt.Sprintf("clause %s of %s seems to wait for words: %q", c.ID, t.Source, around(line, at)),
			Hint: `fill it in, or set placeholder = "off" under [check.rules]`,
		})
	}
}

// around cuts a match out of its line, with up to 8 runes on either side.
func around(line string, at []int) string {
	before, after := []rune(line[:at[0]]), []rune(line[at[1]:])
	return string(before[max(0, len(before)-8):]) + line[at[0]:at[1]] + string(after[:min(8, len(after))])
}
