package bitext

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// A paragraph can do the work of a heading: a bold line by itself, or one that
// begins with bold words and goes on ("**Scope.** This policy applies …").

// titleLen is the length up to which bold words may be a title, as cjk.Breadth has it.
const titleLen = 40

// lineLen is that of a title which nothing marks.
const lineLen = 16

// boldLine reports whether a block is a line of bold words and no sentence.
func boldLine(b *policy.Block) bool {
	words, rest := leadingBold(b)
	return words != "" && rest == "" && !strings.ContainsAny(words[len(words)-1:], ",;") &&
		!strings.HasSuffix(words, "。") && !strings.HasSuffix(words, "；") && !strings.HasSuffix(words, "，")
}

// runIn reports whether a block begins with a bold title and goes on.
func runIn(b *policy.Block) bool {
	words, rest := leadingBold(b)
	if words == "" || rest == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(words)
	next, _ := utf8.DecodeRuneInString(rest)
	const ends = ".:：。—–"
	return strings.ContainsRune(ends, last) || strings.ContainsRune(ends, next)
}

// labelLine reports whether a labelled paragraph is a title without being a
// heading: a line that is no sentence, and bold, or short (第四条 审计) with more below
// it.
func labelLine(c *policy.Clause) bool {
	if c.Form != policy.Paragraph || c.Label.IsZero() || len(c.Blocks) == 0 || c.Blocks[0].Kind != policy.Para {
		return false
	}
	words := strings.TrimSpace(policy.PlainRuns(c.Blocks[0].Runs))
	if last, _ := utf8.DecodeLastRuneInString(words); words == "" || strings.ContainsRune("。；，：.;,:", last) {
		return false
	}
	return boldLine(&c.Blocks[0]) || len(c.Blocks) > 1 && cjk.Breadth(words) <= lineLen
}

// leadingBold returns the bold words with which a paragraph begins, where they
// are short enough for a title, and the words after them.
func leadingBold(b *policy.Block) (words, rest string) {
	if b.Kind != policy.Para || len(b.Runs) == 0 || b.Blocks != nil {
		return "", ""
	}
	n := 0
	for n < len(b.Runs) && b.Runs[n].Kind == policy.Words && (b.Runs[n].Marks&policy.Strong != 0 || strings.TrimSpace(b.Runs[n].Text) == "") {
		n++
	}
	words = strings.TrimSpace(policy.PlainRuns(b.Runs[:n]))
	if cjk.Breadth(words) > titleLen {
		return "", ""
	}
	return words, strings.TrimSpace(policy.PlainRuns(b.Runs[n:]))
}

// titles counts the headings of a text and the paragraphs that may stand for
// some.
func titles(t *policy.Text) (headings, bold int) {
	for _, c := range t.Clauses {
		switch c.Form {
		case policy.Item:
			continue
		case policy.Heading:
			headings++
		}
		for i := range c.Blocks {
			if boldLine(&c.Blocks[i]) || runIn(&c.Blocks[i]) {
				bold++
			}
		}
	}
	return headings, bold
}

// boldTitles decides of either text whether its bold lines do the work of
// headings: where the two come nearer to having as many titles by that.
func boldTitles(left, right *policy.Text) [2]bool {
	h, b := titles(left)
	k, c := titles(right)
	best := [2]bool{}
	least := max(h-k, k-h)
	if h == 0 && k == 0 && b > 0 && c > 0 {
		return [2]bool{true, true}
	}
	for _, try := range [...][2]bool{{true, false}, {false, true}} {
		n := h - k
		if try[0] {
			n += b
		}
		if try[1] {
			n -= c
		}
		if n = max(n, -n); n < least {
			best, least = try, n
		}
	}
	return best
}
