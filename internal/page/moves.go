package page

import (
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// movedAt says, at one end of what moved, where the other end is. The words are
// in the language lang, and have its tag where the text around is in another
// one. Of a whole clause nothing is said where whole is false.
func (m *Maker) movedAt(r *redline.Redline, lang, text policy.Lang, whole bool) func(id string) (other, words, tag string) {
	ends, tag := r.Ends(), m.tagUnless(lang, text)
	names := make(mergedNames)
	return func(id string) (string, string, string) {
		end, ok := ends[id]
		if !ok || end.Whole && !whole {
			return "", "", ""
		}
		return end.Other, m.movedWords(end, names.of(end.In), lang), tag
	}
}

// movedWords says where the other end is; where names the clause that it is in.
func (m *Maker) movedWords(end redline.End, where string, lang policy.Lang) string {
	id := "moved_from"
	if end.Old {
		id = "moved_to"
	}
	if end.Whole || end.Near || where == "" {
		if end.Below {
			id += "_below"
		} else {
			id += "_above"
		}
	}
	return m.say(lang, id, "Where", where)
}
