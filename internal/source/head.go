package source

import (
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// head is the front matter of a text.
type head struct {
	Title        strict.Value[string]                          `toml:"title"`
	Effective    strict.Value[policy.Date]                     `toml:"effective"`
	Announced    strict.Value[policy.Date]                     `toml:"announced"`
	Change       strict.Value[string]                          `toml:"change"`
	Summary      strict.Value[string]                          `toml:"summary"`
	Draft        strict.Value[draft]                           `toml:"draft"`
	Consultation strict.Value[consultation]                    `toml:"consultation"`
	Withdrawn    strict.Value[policy.Date]                     `toml:"withdrawn"`
	Reason       strict.Value[map[string]strict.Value[string]] `toml:"reason"`
	Erased       strict.Value[bool]                            `toml:"erased"`
	Changes      []strict.Value[headChange]                    `toml:"changes"`
	Ignore       []strict.Value[headIgnore]                    `toml:"ignore"`
	Attachments  []strict.Value[headAttachment]                `toml:"attachments"`
}

// headIgnore is what [[ignore]] says. Whether it makes sense is left to package
// check, which knows the rules and the clauses.
type headIgnore struct {
	Rule    strict.Value[string] `toml:"rule"`
	Clause  strict.Value[string] `toml:"clause"`
	Because strict.Value[string] `toml:"because"`
}

// draft says what is left out: nothing, the version or the text in which it
// stands.
type draft uint8

const (
	noDraft draft = iota
	versionDrafted
	textDrafted
)

// FromTOML reads true, false or "text".
func (d *draft) FromTOML(in strict.Input) bool {
	switch in.Value {
	case true:
		*d = versionDrafted
	case false:
		*d = noDraft
	case "text":
		*d = textDrafted
	default:
		const want = `true, false or "text"`
		switch s, ok := in.Value.(string); {
		case !ok:
			in.WrongType(want)
		case s == "true" || s == "false":
			in.WrongWord("leave out the quotes: draft = "+s, want)
		default:
			in.WrongWord(`true leaves the version out, "text" this text alone`, want)
		}
		return false
	}
	return true
}

func (d draft) String() string { return [...]string{"false", "true", `"text"`}[d] }

// consultation is when and where a version is open for comment.
type consultation struct {
	From    strict.Value[policy.Date] `toml:"from"`
	To      strict.Value[policy.Date] `toml:"to"`
	Contact strict.Value[string]      `toml:"contact"`
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
