package source

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// facts are what the texts of a version say about the version. A fact stated
// in one text serves all. What a text says that is left out for itself serves
// none, and must agree all the same.
type facts struct {
	effective, announced, withdrawn strict.Value[policy.Date]
	change                          strict.Value[string]
	draft                           strict.Value[draft] // never textDrafted
	reason                          strict.Value[map[string]strict.Value[string]]
	erased                          strict.Value[bool]
	consultation                    strict.Value[consultation]
}

// mergeFacts collects the facts and reports where the texts differ.
func mergeFacts(v *versionDraft, l *diag.List) (f facts) {
	for _, t := range v.stating() {
		serves := !t.left || v.isLeft()
		date := policy.Date.String
		mergeFact(&f.effective, t.head.Effective, "effective", date, serves, l)
		mergeFact(&f.announced, t.head.Announced, "announced", date, serves, l)
		mergeFact(&f.change, t.head.Change, "change", func(s string) string { return `"` + s + `"` }, serves, l)
		mergeFact(&f.withdrawn, t.head.Withdrawn, "withdrawn", date, serves, l)
		mergeFact(&f.reason, t.head.Reason, "reason", spellReason, serves, l)
		mergeFact(&f.erased, t.head.Erased, "erased", func(b bool) string { return fmt.Sprint(b) }, serves, l)
		mergeFact(&f.consultation, t.head.Consultation, "consultation", consultation.String, serves, l)
		if !t.left {
			mergeFact(&f.draft, t.head.Draft, "draft", draft.String, true, l)
		}
	}
	return f
}

// stating lists the texts, those that are left out for themselves last.
func (v *versionDraft) stating() []textDraft {
	return slices.SortedStableFunc(slices.Values(v.texts), func(a, b textDraft) int {
		switch {
		case a.left == b.left:
			return 0
		case a.left:
			return 1
		}
		return -1
	})
}

// isLeft reports whether every text is left out for itself, which leaves the
// version out.
func (v *versionDraft) isLeft() bool {
	return len(v.texts) > 0 && !slices.ContainsFunc(v.texts, func(t textDraft) bool { return !t.left })
}

// mergeFact takes over what a text says, where it serves the version, unless another
// has said it before. Two are alike where they are spelled alike.
func mergeFact[T any](have *strict.Value[T], said strict.Value[T], name string, spell func(T) string, serves bool, l *diag.List) {
	switch {
	case !said.IsSet():
	case !have.IsSet():
		if serves {
			*have = said
		}
	case spell(have.V) != spell(said.V):
		l.Errorf(said.Pos, diag.FrontMatter, "state it alike in both texts, or in one only",
			"%s is %s here and %s in %s", name, spell(said.V), spell(have.V), have.Pos)
	}
}

func spellReason(reason map[string]strict.Value[string]) string {
	var out []string
	for _, lang := range slices.Sorted(maps.Keys(reason)) {
		out = append(out, fmt.Sprintf("%s = %q", lang, reason[lang].V))
	}
	return "{ " + strings.Join(out, ", ") + " }"
}

func (c consultation) String() string {
	return fmt.Sprintf("{ from = %s, to = %s, contact = %q }", c.From.V, c.To.V, c.Contact.V)
}

// elsewhere names the place of a fact that is stated in another file.
func elsewhere(here, there diag.Pos) string {
	if here.File == there.File {
		return ""
	}
	return " in " + there.String()
}
