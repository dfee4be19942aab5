package source

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// facts are what the texts of a version say about the version. A fact stated
// in one text serves all.
type facts struct {
	effective, announced strict.Value[policy.Date]
	change               strict.Value[string]
	draft                strict.Value[bool]
}

// mergeFacts collects the facts and reports where the texts differ.
func mergeFacts(v *versionDraft, l *diag.List) (f facts) {
	for _, t := range v.texts {
		mergeFact(&f.effective, t.head.Effective, "effective", policy.Date.String, l)
		mergeFact(&f.announced, t.head.Announced, "announced", policy.Date.String, l)
		mergeFact(&f.change, t.head.Change, "change", func(s string) string { return `"` + s + `"` }, l)
		mergeFact(&f.draft, t.head.Draft, "draft", func(b bool) string {
			if b {
				return "true"
			}
			return "false"
		}, l)
	}
	if len(v.texts) > 0 && !f.effective.IsSet() && !v.broken {
		l.Errorf(diag.Pos{File: v.texts[0].entry.path, Line: 1, Col: 1}, diag.Date,
			"add effective = 2026-01-31 to the front matter: the day from which the version is in force",
			"version %s has no effective date", v.folder.name)
	}
	if f.effective.IsSet() && f.announced.IsSet() && f.announced.V.After(f.effective.V) {
		l.Errorf(f.announced.Pos, diag.Date, "announced is the day on which the version was made public; it defaults to effective",
			"announced %s is after effective %s%s", f.announced.V, f.effective.V, elsewhere(f.announced.Pos, f.effective.Pos))
	}
	return f
}

// mergeFact takes over what a text says, unless another has said it before.
func mergeFact[T comparable](have *strict.Value[T], said strict.Value[T], name string, spell func(T) string, l *diag.List) {
	switch {
	case !said.IsSet():
	case !have.IsSet():
		*have = said
	case have.V != said.V:
		l.Errorf(said.Pos, diag.FrontMatter, "state it alike in both texts, or in one only",
			"%s is %s here and %s in %s", name, spell(said.V), spell(have.V), have.Pos)
	}
}

// elsewhere names the place of a fact that is stated in another file.
func elsewhere(here, there diag.Pos) string {
	if here.File == there.File {
		return ""
	}
	return " in " + there.String()
}
