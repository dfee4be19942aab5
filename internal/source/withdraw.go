package source

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Withdrawal says from which day a version is withdrawn, and why, in every
// language of the site.
type Withdrawal struct {
	On     policy.Date
	Reason map[policy.Lang]string
}

// Withdraw writes a withdrawal into every text of a version. site is what Load
// has read, with its drafts. What was never announced is not withdrawn: it may
// go without a word. Nothing is withdrawn on a day that has passed, on which the
// pages said that it was not.
func Withdraw(ctx context.Context, fsys fs.FS, site *policy.Site, slug, name string, w Withdrawal) ([]Edit, error) {
	p, v, err := find(site, slug, name)
	if err != nil {
		return nil, err
	}
	if w.On.IsZero() {
		w.On = site.Today
	}
	if err := mayWithdraw(p, v, site.Today, w.On); err != nil {
		return nil, err
	}
	reason, err := w.spell(site.Languages)
	if err != nil {
		return nil, err
	}
	return editTexts(ctx, fsys, v, func(t *policy.Text, said map[string]any) []HeadEdit {
		if t.Draft {
			return nil
		}
		after := "effective"
		if _, ok := said["announced"]; ok {
			after = "announced"
		}
		return []HeadEdit{{Key: "withdrawn", Value: strict.Literal(w.On), After: after}, {Key: "reason", Value: reason, After: "withdrawn"}}
	})
}

func mayWithdraw(p *policy.Policy, v *policy.Version, today, on policy.Date) error {
	name := p.Slug + "/" + v.Name
	switch status := p.Status(v, today); {
	case !v.Withdrawn.IsZero():
		hint := ""
		if v.Withdrawn.After(today) {
			hint = "change withdrawn in the front matter of its texts"
		}
		return &Refusal{fmt.Sprintf("%s is withdrawn already, from %s", name, v.Withdrawn), hint}
	case status == policy.DraftStatus:
		return &Refusal{name + " is a draft, and was never announced", "a draft may go without a word: remove its folder"}
	case status == policy.HeldBack:
		return &Refusal{name + " is held back, and was never announced", "take it back with draft = true in the front matter of its texts"}
	case status == policy.Consultation:
		return &Refusal{name + " is open for comment, and was never announced", "it may change or go: take it back with draft = true in the front matter of its texts"}
	case on.Before(today):
		return &Refusal{fmt.Sprintf("%s has passed, and the pages said then that %s stands", on, name), "withdraw it from today or later"}
	}
	return nil
}

// holdsUnseen reports whether words hold characters that no eye sees. No rule tells of
// them later: it does not read what is withdrawn.
func holdsUnseen(words string) bool {
	for range policy.Controls(words) {
		return true
	}
	for line := range strings.Lines(words) {
		for _, x := range policy.Hidings(line) {
			if x.Like == 0 {
				return true
			}
		}
	}
	return strings.Contains(words, "\r")
}

// spell writes the reason as a table on one line.
func (w Withdrawal) spell(langs []policy.Lang) (string, error) {
	var out, missing []string
	for _, lang := range langs {
		words := strings.TrimSpace(strings.ReplaceAll(w.Reason[lang], "\r\n", "\n"))
		switch {
		case words == "":
			missing = append(missing, fmt.Sprintf(`--reason %s="…"`, lang))
		case !utf8.ValidString(words) || holdsUnseen(words):
			return "", &Refusal{fmt.Sprintf("the reason in %s holds characters that no eye sees", lang), "type it without them"}
		}
		out = append(out, string(lang)+" = "+strict.Literal(words))
	}
	if len(missing) > 0 {
		return "", &Refusal{"a reason is missing in a language of the site", "add " + strings.Join(missing, " ")}
	}
	return "{ " + strings.Join(out, ", ") + " }", nil
}
