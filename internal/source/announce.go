package source

import (
	"context"
	"fmt"
	"io/fs"

	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Announcement says when a version is made public and when it takes effect. On
// without a date is the day that the version says, where that lies ahead, or
// today; Effective without one is the day that the version says.
type Announcement struct{ On, Effective policy.Date }

// Announce takes a version out of its draft: "draft = true" goes, and the dates
// are written. site is what Load has read, with its drafts. A text that waits by
// itself, with draft = "text", goes on to wait; the dates that it says become
// the same, for two texts must not differ on them. The dates that the version
// will have are returned with the edits.
//
// Nothing is announced on a day that has passed: whoever looked then saw
// nothing.
func Announce(ctx context.Context, fsys fs.FS, site *policy.Site, slug, name string, a Announcement) (Announcement, []Edit, error) {
	p, v, err := find(site, slug, name)
	if err != nil {
		return a, nil, err
	}
	said, err := saysAnnounced(ctx, fsys, v, !a.On.IsZero())
	if err != nil {
		return a, nil, err
	}
	if err := mayAnnounce(p, v, site.Today, a, said); err != nil {
		return a, nil, err
	}
	full, err := a.complete(v, site.Today, said)
	if err != nil {
		return a, nil, err
	}
	edits, err := editTexts(ctx, fsys, v, func(t *policy.Text, said map[string]any) []HeadEdit {
		var out []HeadEdit
		set := func(key string, d policy.Date, after string) {
			if _, there := said[key]; there || !t.Draft {
				out = append(out, HeadEdit{Key: key, Value: strict.Literal(d), After: after})
			}
		}
		if !a.Effective.IsZero() {
			set("effective", a.Effective, "title")
		}
		set("announced", full.On, "effective")
		if said["draft"] == true {
			out = append(out, HeadEdit{Key: "draft"})
		}
		return out
	})
	return full, edits, err
}

// complete fills in the dates that the caller leaves to the version.
func (a Announcement) complete(v *policy.Version, today policy.Date, said bool) (Announcement, error) {
	if a.On.IsZero() {
		a.On = today
		if said && v.Announced.After(today) {
			a.On = v.Announced
		}
	}
	if a.Effective.IsZero() {
		a.Effective = v.Effective
	}
	switch {
	case a.On.Before(today):
		return a, &Refusal{fmt.Sprintf("%s has passed, and nobody could see version %s then", a.On, v.Name),
			"announce it today or later; where it was public elsewhere on that day, write announced in its front matter and take draft = true out yourself"}
	case a.Effective.IsZero():
		return a, &Refusal{"version " + v.Name + " does not say when it takes effect", "add --effective DATE"}
	case a.Effective.Before(a.On):
		return a, &Refusal{fmt.Sprintf("version %s takes effect on %s, before it is announced on %s", v.Name, a.Effective, a.On), "name a later day with --effective"}
	}
	return a, nil
}

// mayAnnounce refuses what is public, what was withdrawn, and what ended.
func mayAnnounce(p *policy.Policy, v *policy.Version, today policy.Date, a Announcement, said bool) error {
	name := p.Slug + "/" + v.Name
	waiting := ""
	for _, t := range v.Texts {
		if t.Draft {
			waiting = t.Source
		}
	}
	switch status := p.Status(v, today); {
	case p.Ended(today):
		return &Refusal{fmt.Sprintf("policy %s ended on %s", p.Slug, p.Ends), `begin another with "diptych new policy SLUG"`}
	case !v.Withdrawn.IsZero():
		return &Refusal{fmt.Sprintf("%s is withdrawn from %s", name, v.Withdrawn), fmt.Sprintf(`begin another with "diptych new version %s VERSION --effective DATE"`, p.Slug)}
	case status == policy.DraftStatus && everyWaits(v):
		return &Refusal{"every text of " + name + " waits by itself", `take draft = "text" out of ` + waiting + " first"}
	case status == policy.HeldBack && said && v.Announced.After(today) && a == Announcement{}:
		return &Refusal{fmt.Sprintf("%s is announced already, and held back until %s", name, v.Announced), "--on DATE changes the day"}
	case status == policy.DraftStatus || status == policy.HeldBack || status == policy.Consultation:
		return nil
	}
	hint := fmt.Sprintf(`for another version: "diptych new version %s VERSION --effective DATE"`, p.Slug)
	if waiting != "" {
		hint = `take draft = "text" out of ` + waiting + " to publish that text, too"
	}
	return &Refusal{fmt.Sprintf("%s is public already: announced on %s, in force from %s", name, v.Announced, v.Effective), hint}
}

func everyWaits(v *policy.Version) bool {
	for _, t := range v.Texts {
		if !t.Draft {
			return false
		}
	}
	return true
}

// saysAnnounced reports whether a text of the version says when it is announced.
// Texts that say two days are refused, unless the caller knows better: nothing
// may be public before the later one.
func saysAnnounced(ctx context.Context, fsys fs.FS, v *policy.Version, known bool) (bool, error) {
	tr := newTree(fsys)
	var day policy.Date
	for _, t := range v.Texts {
		raw, err := readWhole(ctx, tr, t.Source, maxText)
		if err != nil {
			return false, err
		}
		h, _, l := readHead(t.Source, raw)
		if l.HasErrors() {
			return false, l[0]
		}
		switch {
		case !h.Announced.IsSet():
		case !day.IsZero() && day != h.Announced.V && !known:
			return false, &Refusal{fmt.Sprintf("the texts of version %s say two days on which it is announced, %s and %s", v.Name, day, h.Announced.V), "name the day with --on"}
		default:
			day = h.Announced.V
		}
	}
	return !day.IsZero(), nil
}
