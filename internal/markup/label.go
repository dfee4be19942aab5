package markup

import (
	"strings"

	"diptych/internal/label"
	"diptych/internal/policy"
)

// cutLabel takes the label off the beginning of a block of words. It may stand
// in a run of its own, as in **第一条**　正文. Words of a link are no label:
// they are a table of contents. Characters before it that nobody sees, such as
// those that come along when words are pasted, go with it.
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
	seen := strings.TrimLeftFunc(words, func(r rune) bool { return policy.Unseen(0, r) })
	l, _, ok := label.Parse(seen)
	if !ok {
		return policy.Label{}, runs
	}
	if len(words)-len(seen)+len(l.Text) == len(runs[first].Text) && first+1 < len(runs) && !plainWords(&runs[first+1]) {
		l.Gap = ""
	}
	out := runs[:first] // the runs are ours to change
	size := len(words) - len(seen) + len(l.Text) + len(l.Gap)
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

// plainWords reports whether a label may stand in a run.
func plainWords(r *policy.Run) bool {
	return r.Kind == policy.Words && r.Link == nil && r.Marks&policy.CodeMark == 0
}
