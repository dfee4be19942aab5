package markup

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/label"
	"diptych/internal/policy"
)

// cutLabel takes the label off the beginning of a block of words. It may stand
// in a run of its own, as in **第一条**　正文. Words of a link are no label:
// they are a table of contents. Characters before it and in it that nobody sees,
// such as those that come along when words are pasted, go with it.
func cutLabel(runs []policy.Run) (policy.Label, []policy.Run) {
	first := 0
	for first < len(runs) && runs[first].Kind == policy.Anchor {
		first++
	}
	if first == len(runs) || !plainWords(&runs[first]) {
		return policy.Label{}, runs
	}
	words := runs[first].Text
	if len(words) < 48 {
		for _, r := range runs[first+1:] {
			if !plainWords(&r) || len(words) >= 48 {
				break
			}
			words += r.Text
		}
	}
	seen := withoutUnseen(words)
	l, _, ok := label.Parse(seen)
	if !ok {
		return policy.Label{}, runs
	}
	if lenWithUnseen(words, len(l.Text)) == len(runs[first].Text) && first+1 < len(runs) && !plainWords(&runs[first+1]) {
		l.Gap = ""
	}
	out := runs[:first] // the runs are ours to change
	size := lenWithUnseen(words, len(l.Text)+len(l.Gap))
	for _, r := range runs[first:] {
		if n := min(size, len(r.Text)); n > 0 {
			size -= n
			if r.Text = r.Text[n:]; r.Text == "" {
				continue
			}
		}
		out = append(out, r)
	}
	return l, out
}

// withoutUnseen returns words without the characters that nobody sees.
func withoutUnseen(words string) string {
	before := rune(0)
	return strings.Map(func(r rune) rune {
		last := before
		before = r
		if policy.Unseen(last, r) {
			return -1
		}
		return r
	}, words)
}

// lenWithUnseen returns how many bytes of words hold the first n of withoutUnseen.
func lenWithUnseen(words string, n int) int {
	before := rune(0)
	for i, r := range words {
		if !policy.Unseen(before, r) {
			if n -= utf8.RuneLen(r); n <= 0 {
				return i + utf8.RuneLen(r)
			}
		}
		before = r
	}
	return len(words)
}

// plainWords reports whether a label may stand in a run.
func plainWords(r *policy.Run) bool {
	return r.Kind == policy.Words && r.Link == nil && r.Marks&policy.CodeMark == 0
}
