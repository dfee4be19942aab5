package check

import "diptych/internal/diag"

// parityParagraph reports words that stand in one language only and do not say
// so: paragraphs, lists and parts of them, with the place in the other text where
// they would stand.
func parityParagraph(_ subject, x twin, say voice) {
	for _, l := range x.divide().paragraphs {
		if l.Declared != nil {
			continue
		}
		c := l.Clause()
		near := l.Other.Pos
		if l.After != nil {
			near = place(*l.After)
		}
		values := []any{
			"Clause", c.ID, "Words", called(c), "Lone", diag.Words(cut(shownWords(l.Units), 40)), "Count", len(l.Units) - 1,
			"Lang", l.In.Language(), "Other", l.Other.Language(), "After", near,
		}
		if len(l.Units) == 1 {
			say.at(place(l.Units[0]), 1, values...)
		} else {
			say.at(place(l.Units[0]), 2, values...)
		}
	}
}
