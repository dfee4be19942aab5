package source

import (
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// known returns the day from which the version is announced; zero where that is
// not said.
func (f *facts) known() policy.Date {
	if f.announced.IsSet() || f.consultation.IsSet() {
		return f.announced.V
	}
	return f.effective.V
}

// public returns the first day on which anything of the version is public: its
// announcement, or the consultation before. It is zero where that is not said.
func (f *facts) public() policy.Date {
	day, from := f.known(), f.consultation.V.From.V
	if day.IsZero() || !from.IsZero() && from.Before(day) {
		return from
	}
	return day
}

// checkFacts reports what cannot be true of the version.
func (ld *loader) checkFacts(v *versionDraft, l *diag.List) {
	if len(v.texts) == 0 {
		return
	}
	v.checkDays(l)
	v.checkAnnounced(ld.opt.Today, l)
	v.checkDraft(ld.opt.Today, l)
	v.checkConsultation(l)
	v.checkWithdrawal(ld.opt.Today, l)
	ld.checkReason(v, l)
}

// checkDays reports days that are missing and an announcement that comes too
// late.
func (v *versionDraft) checkDays(l *diag.List) {
	f := &v.facts
	if !f.effective.IsSet() && !v.broken && f.draft.V == noDraft && !v.isLeft() {
		top := diag.Pos{File: v.stating()[0].entry.path, Line: 1, Col: 1}
		const hint = "add effective = 2026-01-31 to the front matter: the day from which the version is in force"
		if !f.consultation.IsSet() {
			l.Errorf(top, diag.Date, hint, "version %s has no effective date", v.folder.name)
		} else if f.announced.IsSet() {
			l.Errorf(f.announced.Pos, diag.Date, hint, "version %s is announced and has no effective date", v.folder.name)
		}
	}
	if f.effective.IsSet() && f.announced.IsSet() && f.announced.V.After(f.effective.V) {
		l.Errorf(f.announced.Pos, diag.Date, "announced is the day on which the version was made public; it defaults to effective",
			"announced %s is after effective %s%s", f.announced.V, f.effective.V, elsewhere(f.announced.Pos, f.effective.Pos))
	}
}

// checkAnnounced warns where a date is missing, and a version is public later
// than a reader of its front matter would think.
func (v *versionDraft) checkAnnounced(today policy.Date, l *diag.List) {
	f := &v.facts
	if f.announced.IsSet() || !f.effective.IsSet() || f.draft.V != noDraft || v.isLeft() {
		return
	}
	const hint = "write announced, the day from which the public is to see it; it may lie ahead"
	switch day := f.effective.V; {
	case !f.consultation.IsSet() && day.After(today):
		l.Warnf(f.effective.Pos, diag.Announced, hint, "version %s will be public only on %s", v.folder.name, day)
	case f.consultation.IsSet() && !day.After(today):
		l.Warnf(f.effective.Pos, diag.Announced, hint, "version %s was to take effect on %s, and is open for comment until it is announced", v.folder.name, day)
	}
}

// checkDraft reports a version that is half a draft on the day on which it was
// to be public.
func (v *versionDraft) checkDraft(today policy.Date, l *diag.List) {
	f := &v.facts
	day := f.known()
	if f.draft.V == noDraft || day.IsZero() || day.After(today) {
		return
	}
	for _, t := range v.stating() {
		if !t.head.Draft.IsSet() {
			l.Errorf(f.draft.Pos, diag.FrontMatter, `say draft = true in every text; draft = "text" leaves this text alone out`,
				"draft is true here and not in %s, and the version was to be public on %s", t.entry.path, day)
			return
		}
	}
}

// checkConsultation reports what a consultation lacks.
func (v *versionDraft) checkConsultation(l *diag.List) {
	c := v.facts.consultation
	if !c.IsSet() {
		return
	}
	const hint = `write consultation = { from = 2026-01-15, to = 2026-02-15, contact = "policy@example.com" }`
	for _, x := range []struct {
		name string
		said bool
	}{{"from", c.V.From.IsSet()}, {"to", c.V.To.IsSet()}, {"contact", c.V.Contact.IsSet() && strings.TrimSpace(c.V.Contact.V) != ""}} {
		if !x.said && !v.unsure {
			l.Errorf(c.Key, diag.FrontMatter, hint, "consultation has no %s", x.name)
		}
	}
	if from, to := c.V.From, c.V.To; from.IsSet() && to.IsSet() && to.V.Before(from.V) {
		l.Errorf(to.Pos, diag.Date, "to is the last day of the consultation", "the consultation ends on %s, before it begins on %s", to.V, from.V)
	}
}

// checkWithdrawal reports a withdrawal that cannot be, and what belongs to one
// and stands without it.
func (v *versionDraft) checkWithdrawal(today policy.Date, l *diag.List) {
	f := &v.facts
	w := f.withdrawn
	if !w.IsSet() && v.unsure {
		return
	}
	if !w.IsSet() {
		const hint = "add withdrawn = 2026-01-31: the day from which the version is withdrawn"
		if f.reason.IsSet() {
			l.Errorf(f.reason.Key, diag.FrontMatter, hint, "reason says why a version is withdrawn, and this one is not")
		}
		if f.erased.V {
			l.Errorf(f.erased.Key, diag.FrontMatter, hint, "erased belongs to a version that is withdrawn, and this one is not")
		}
		return
	}
	known := f.known()
	switch {
	case known.IsZero() && !f.consultation.IsSet():
		// It has no dates; that is reported.
	case known.IsZero():
		l.Errorf(w.Pos, diag.Date, "a version that was open for comment alone may go without a word: leave withdrawn out", "version %s is withdrawn and was never announced", v.folder.name)
	case w.V.Before(known) && f.announced.IsSet():
		l.Errorf(w.Pos, diag.Date, "a version that was never announced may go without a word: leave withdrawn out",
			"withdrawn %s is before announced %s%s", w.V, known, elsewhere(w.Pos, f.announced.Pos))
	case w.V.Before(known):
		l.Errorf(w.Pos, diag.Date, "write announced, the day on which the version was made public; it defaults to effective",
			"withdrawn %s is before effective %s%s, the day on which the version is announced", w.V, known, elsewhere(w.Pos, f.effective.Pos))
	}
	if f.draft.V == versionDrafted {
		l.Errorf(w.Pos, diag.FrontMatter, "a draft may go without a word: leave withdrawn out", "version %s is withdrawn and a draft%s", v.folder.name, elsewhere(w.Pos, f.draft.Pos))
	}
	if f.erased.V && w.V.After(today) {
		l.Errorf(f.erased.Key, diag.Date, "its words are gone at once: withdraw it from today", "version %s is erased and withdrawn only from %s%s", v.folder.name, w.V, elsewhere(f.erased.Key, w.Pos))
	}
}

// checkReason reports a language in which a withdrawal gives no reason.
func (ld *loader) checkReason(v *versionDraft, l *diag.List) {
	f := &v.facts
	langs := ld.cfg.Languages
	var example []string
	for _, lang := range langs {
		example = append(example, string(lang)+` = "…"`)
	}
	hint := "write reason = { " + strings.Join(example, ", ") + " }"
	if !f.reason.IsSet() {
		if f.withdrawn.IsSet() && !v.unsure {
			l.Errorf(f.withdrawn.Pos, diag.FrontMatter, hint, "version %s is withdrawn without a reason", v.folder.name)
		}
		return
	}
	for _, key := range slices.Sorted(maps.Keys(f.reason.V)) {
		if said := f.reason.V[key]; !slices.Contains(langs, policy.Lang(key)) {
			l.Errorf(said.Key, diag.FrontMatter, "the languages of this site: "+langList(ld.cfg), "unknown key %q", "reason."+key)
		} else if strings.TrimSpace(said.V) == "" {
			l.Errorf(said.Pos, diag.FrontMatter, hint, "reason.%s is empty", key)
		}
	}
	for _, lang := range langs {
		if _, ok := f.reason.V[string(lang)]; !ok && !v.unsure {
			l.Errorf(f.reason.Key, diag.FrontMatter, hint, "reason says nothing in %s", lang)
		}
	}
}
