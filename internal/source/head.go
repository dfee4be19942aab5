package source

import (
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// head is the front matter of a text.
type head struct {
	Title     strict.Value[string]       `toml:"title"`
	Effective strict.Value[policy.Date]  `toml:"effective"`
	Announced strict.Value[policy.Date]  `toml:"announced"`
	Change    strict.Value[string]       `toml:"change"`
	Summary   strict.Value[string]       `toml:"summary"`
	Draft     strict.Value[bool]         `toml:"draft"`
	Changes   []strict.Value[headChange] `toml:"changes"`
}

type headChange struct {
	Clause strict.Value[string] `toml:"clause"`
	Note   strict.Value[string] `toml:"note"`
}

// The values of change.
const (
	substantive = "substantive"
	editorial   = "editorial"
)

// decodeHead reads front matter. The head is usable whatever the problems.
func decodeHead(file string, p parts) (h head, l diag.List) {
	if int64(len(p.head)) > maxHead {
		l.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, diag.FrontMatter, "put the words below the second +++", "front matter is longer than %d KiB", maxHead>>10)
		return h, l
	}
	l = inHead(strict.Decode(file, p.headLine, p.head, &h))
	syntax := l.HasErrors()
	top := diag.Pos{File: file, Line: 1, Col: 1}
	h.Title.V = strings.Join(strings.Fields(h.Title.V), " ")
	switch {
	case h.Title.IsSet() && h.Title.V == "":
		l.Errorf(h.Title.Pos, diag.FrontMatter, "", "title is empty")
	case !h.Title.IsSet() && !syntax:
		l.Errorf(top, diag.FrontMatter, `add title = "…" to the front matter`, "title is missing")
	}
	if c := h.Change; c.IsSet() && c.V != substantive && c.V != editorial {
		l.Errorf(c.Pos, diag.FrontMatter, diag.DidYouMean(c.V, []string{substantive, editorial}, ""),
			`change must be "substantive" or "editorial", not %q`, c.V)
		h.Change = strict.Value[string]{}
	}
	h.Changes = checkChanges(h.Changes, &l)
	return h, l
}

// checkChanges keeps the items that say which clause has changed and how.
func checkChanges(in []strict.Value[headChange], l *diag.List) []strict.Value[headChange] {
	var out []strict.Value[headChange]
	for _, c := range in {
		clause, note := c.V.Clause, c.V.Note
		switch {
		case !c.IsSet(): // no table; reported already
		case clause.V == "" && !note.IsSet():
			l.Errorf(c.Pos, diag.FrontMatter, `each [[changes]] has clause = "id" and note = "…"`, "an item of changes is empty")
		case clause.V == "":
			l.Errorf(c.Pos, diag.FrontMatter, `add clause = "id" above the note; what concerns no single clause goes into summary`, "an item of changes names no clause")
		case strings.HasPrefix(clause.V, "#"):
			l.Errorf(clause.Pos, diag.FrontMatter, "leave out the #", "clause must be an id, not %q", clause.V)
		case strings.TrimSpace(note.V) == "":
			l.Errorf(c.Pos, diag.FrontMatter, `add note = "…"`, "the change of clause %q has no note", clause.V)
		default:
			out = append(out, c)
		}
	}
	return out
}
