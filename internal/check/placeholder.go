package check

import (
	"regexp"
	"strings"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/scaffold"
)

// blank matches what stands where a name, a date or an address should: lines
// to write on, empty brackets, fillers, and instructions to the drafter.
var blank = regexp.MustCompile(strings.Join(append([]string{
	`_{3,}`, `＿{2,}`, `…{3,}`,
	`【[\s　]*】`, `（[ 　]{2,}）`, `\([ 　]{2,}\)`, `\[[\s　]{2,}\]`,
	`\b(XXX+|xxx+)\b`, `×{2,}`, `Ｘ{2,}`, `某某公司`, `(XX+|xx+|ＸＸ+)(公司|年|月|日|省|市|有限)`,
	`【[^】]{0,12}(公司名称|公司全称|填写|待定|待补充|请填|插入)[^】]{0,12}】`,
	`(?i)\[(insert|your|company|enter|date|name|address)\b[^\]]{0,30}\]`,
	`\b[Ll]orem ipsum\b`, `\bTBD\b`, `\bTODO\b`, `\{\{[^}]{1,40}\}\}`,
}, scaffolded(regexp.QuoteMeta)...), "|"))

// scaffolded are the words that a new site and a new policy begin with, each as
// f makes it.
func scaffolded(f func(string) string) []string {
	out := scaffold.Words()
	for i, w := range out {
		out[i] = f(w)
	}
	return out
}

// firstHints are the first bytes of those words, and of no others that stand in
// many texts.
var firstHints = newScanner(scaffolded(func(w string) string { return w[:10] })...)

// hints are what all that blank matches holds.
var hints = newScanner("__", "＿", "……", "【", "（ ", "（　", "( ", "(　", "[", "XX", "xx", "×", "Ｘ", "某某", "orem ", "TBD", "TODO", "{{")

// scanner looks for any of several words at once, many times faster than an
// expression: the Shift-And method of Baeza-Yates and Gonnet, "A New Approach
// to Text Searching" (1992). A state has one bit for each byte of each word,
// set where the word has been read up to there; there may be 64 bytes.
type scanner struct {
	bytes       [256]uint64 // where in the words a byte stands
	first, last uint64      // first and last bytes of the words
}

func newScanner(words ...string) *scanner {
	if len(strings.Join(words, "")) > 64 {
		panic("a scanner looks for no more than 64 bytes")
	}
	s, bit := new(scanner), uint64(1)
	for _, w := range words {
		s.first |= bit
		for i := range len(w) {
			s.bytes[w[i]] |= bit
			bit <<= 1
		}
		s.last |= bit >> 1
	}
	return s
}

// in reports whether text holds one of the words.
func (s *scanner) in(text string) bool {
	state := uint64(0)
	for i := 0; i < len(text); i++ {
		if state = (state<<1 | s.first) & s.bytes[text[i]]; state&s.last != 0 {
			return true
		}
	}
	return false
}

// placeholder reports words that the drafter forgot to fill in.
func placeholder(_ subject, v *policy.Version, say voice) {
	for _, t := range v.Texts {
		placeholderOf(t, say)
		for _, c := range t.Clauses {
			if c.Form != policy.Item { // items are part of their clause
				placeholderIn(t, c, say)
			}
		}
	}
}

// placeholderOf looks at what the front matter says to readers. A title that is
// still the name of the folder is one that a new policy begins with.
func placeholderOf(t *policy.Text, say voice) {
	if folders := strings.Split(t.Source, "/"); len(folders) > 2 && t.Title == folders[len(folders)-3] {
		waiting(t.TitlePos, "title", t.Source, t.Title, say)
	}
	waitingIn(t.TitlePos, "title", t.Source, t.Title, say)
	waitingIn(t.SummaryPos, "summary", t.Source, t.SummaryText, say)
}

// placeholderOfSite looks at what site.toml says of the publisher.
func placeholderOfSite(cfg *config.Site, say voice) {
	in := func(key, words string) {
		waitingIn(cfg.Place(strings.Split(key, ".")...), key, cfg.Pos.File, words, say)
	}
	for _, lang := range cfg.Languages {
		for _, x := range []struct {
			key   string
			words map[policy.Lang]string
		}{{"title", cfg.Title}, {"owner.name", cfg.Owner.Name}, {"owner.address", cfg.Owner.Address}} {
			in(x.key+"."+string(lang), x.words[lang])
		}
	}
	in("owner.email", cfg.Owner.Email)
	in("owner.icp", cfg.Owner.ICP)
}

func waitingIn(pos diag.Pos, key, file, words string, say voice) {
	for line := range strings.Lines(words) {
		line = strings.TrimSpace(line)
		if at := blank.FindStringIndex(line); at != nil {
			waiting(pos, key, file, around(line, at), say)
			return
		}
	}
}

func waiting(pos diag.Pos, key, file, words string, say voice) {
	say.at(pos, 2, "Key", key, "File", file, "Words", diag.Words(words))
}

func placeholderIn(t *policy.Text, c *policy.Clause, say voice) {
	if !hinted(c) {
		return
	}
	for _, line := range c.Plain() {
		if at := blank.FindStringIndex(line); at != nil {
			say.at(c.Pos, 1, "Clause", c.ID, "File", t.Source, "Words", diag.Words(around(line, at)))
		}
	}
}

// hinted reports whether words of the clause hold a hint of a placeholder.
func hinted(c *policy.Clause) bool {
	for r := range c.Runs() {
		if hints.in(r.Text) || firstHints.in(r.Text) {
			return true
		}
	}
	return false
}

// mostBlank is how many runes of a placeholder are quoted.
const mostBlank = 40

// around cuts a match out of its line, with up to 8 runes on either side. Of a long
// one the beginning is enough.
func around(line string, at []int) string {
	before, match, after := []rune(line[:at[0]]), []rune(line[at[0]:at[1]]), []rune(line[at[1]:])
	words := string(before[max(0, len(before)-8):])
	if len(match) > mostBlank {
		return words + string(match[:mostBlank]) + "…"
	}
	return words + string(match) + string(after[:min(8, len(after))])
}
