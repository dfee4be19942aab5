package page

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

// nameLength is how many runes of a clause's words name it in a list.
const nameLength = 40

// clauseName is how lists name a clause: its label and its heading or, without a
// heading, its first words.
func clauseName(c *policy.Clause) string {
	words := policy.PlainRuns(c.Head)
	for i := 0; words == "" && i < len(c.Blocks); i++ {
		if lines := policy.PlainBlocks(c.Blocks[i : i+1]); len(lines) > 0 {
			words = lines[0]
		}
	}
	return labelled(c, shorten(words, nameLength))
}

// mergedName names a clause of a redline as it is now or, where it is gone, was
// last.
func mergedName(c *policy.Clause) string { return labelled(c, shorten(c.Name(), nameLength)) }

// mergedNames holds the names of clauses of a redline. What names a clause may
// stand behind thousands of paragraphs that went, and each of them may lead there.
type mergedNames map[*policy.Clause]string

func (n mergedNames) of(c *policy.Clause) string {
	name, ok := n[c]
	if !ok {
		name = mergedName(c)
		n[c] = name
	}
	return name
}

// placeName names a clause among those of a site: its label and whole heading
// or, without a heading, those of the heading above it and its own label.
func placeName(c *policy.Clause) string {
	if c.Form == policy.Heading {
		return labelled(c, strings.Join(strings.Fields(policy.PlainRuns(c.Head)), " "))
	}
	above := c.Parent
	for above != nil && above.Form != policy.Heading {
		above = above.Parent
	}
	if above == nil {
		return clauseName(c)
	}
	return strings.TrimSpace(placeName(above) + " " + c.Label.Text)
}

// labelled puts the label of a clause before words.
func labelled(c *policy.Clause, words string) string {
	label := c.Label.Text
	if label == "" || words == "" || tight(c.Label) {
		return label + words
	}
	return label + " " + words
}

// tight reports whether words stand right behind a label.
func tight(l policy.Label) bool { return l.Text != "" && l.Gap == "" && isWide(l.Text) }

// isWide reports whether s ends in a full-width character, so that no space
// stands after it.
func isWide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x2E80
}
