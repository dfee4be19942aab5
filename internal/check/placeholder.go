package check

import (
	"fmt"
	"math/bits"
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

// hints are what everything that blank matches begins with or holds; no more
// than 32.
var hints = [...]string{
	"__", "＿＿", "………", "【", "（ ", "（　", "( ", "(　", "[", "XX", "xx", "××", "ＸＸ", "某某公司",
	"Lorem ipsum", "lorem ipsum", "TBD", "TODO", "{{",
}

// firsts and seconds tell, bit by bit, which hints have a byte in the first
// and in the second place.
var firsts, seconds = hintBytes()

func hintBytes() (first, second [256]uint32) {
	for n, h := range hints {
		first[h[0]] |= 1 << n
		for b := range second {
			if len(h) == 1 || byte(b) == h[1] {
				second[b] |= 1 << n
			}
		}
	}
	return first, second
}

// hinted tells whether s may hold what blank matches, many times faster than
// the expression.
func hinted(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		for may := firsts[s[i]] & seconds[s[i+1]]; may != 0; may &= may - 1 {
			if strings.HasPrefix(s[i:], hints[bits.TrailingZeros32(may)]) {
				return true
			}
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
	if !runsHinted(c.Head) && !blocksHinted(c.Blocks) {
		return
	}
	for _, line := range c.Plain() {
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

func blocksHinted(blocks []policy.Block) bool {
	for i := range blocks {
		if runsHinted(blocks[i].Runs) || blocksHinted(blocks[i].Blocks) {
			return true
		}
	}
	return false
}

func runsHinted(runs []policy.Run) bool {
	for i := range runs {
		if hinted(runs[i].Text) {
			return true
		}
	}
	return false
}

// around cuts a match out of its line, with up to 8 runes on either side.
func around(line string, at []int) string {
	before, after := []rune(line[:at[0]]), []rune(line[at[1]:])
	return string(before[max(0, len(before)-8):]) + line[at[0]:at[1]] + string(after[:min(8, len(after))])
}
