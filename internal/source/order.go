package source

import (
	"cmp"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// checkOrder reports versions of a policy that take effect on one day, and those
// that would after its end. A draft promises nothing, nor does what is open for
// comment.
func (ld *loader) checkOrder(d *policyDraft) {
	versions := slices.DeleteFunc(slices.Clone(d.versions), func(v *versionDraft) bool {
		w, f := v.facts.withdrawn, &v.facts
		return len(v.texts) == 0 || v.isDraft || !f.effective.IsSet() || f.known().IsZero() || w.IsSet() && !w.V.After(f.effective.V)
	})
	slices.SortStableFunc(versions, func(a, b *versionDraft) int {
		return cmp.Or(a.facts.effective.V.Compare(b.facts.effective.V), cmp.Compare(a.folder.name, b.folder.name))
	})
	for i, v := range versions {
		day := v.facts.effective
		if i > 0 && versions[i-1].facts.effective.V == day.V {
			ld.list.Errorf(day.Pos, diag.Date, "give each version a day of its own",
				"versions %s and %s both take effect on %s; see %s", versions[i-1].folder.name, v.folder.name, day.V, versions[i-1].facts.effective.Pos)
		}
		if ends := d.toml.Ends; ends.IsSet() && !day.V.Before(ends.V) {
			ld.list.Errorf(day.Pos, diag.Date, "move the end, or withdraw the version",
				"version %s takes effect on %s, and the policy ends on %s in %s", v.folder.name, day.V, ends.V, ends.Pos)
		}
	}
}

// sayVanished warns of policies of which every version is a draft, and of a site
// of which nothing is public. read is the number of versions that were read.
func (ld *loader) sayVanished(site *policy.Site, read int) {
	if ld.list.HasErrors() || read == 0 {
		return
	}
	if len(site.Policies) == 0 {
		const hint = "build with --drafts to see them"
		if len(ld.held) == 0 {
			ld.list.Warnf(diag.Pos{File: Root}, diag.File, hint, "nothing is published: every version is a draft")
			return
		}
		first := slices.MinFunc(ld.held, func(a, b policy.Held) int { return a.Until.Compare(b.Until) })
		ld.list.Warnf(diag.Pos{File: Root}, diag.File, hint, "nothing is published before %s: every version is a draft or held back", first.Until)
		return
	}
	for _, d := range ld.policies {
		if len(d.versions) > 0 && !slices.ContainsFunc(d.versions, func(v *versionDraft) bool { return !v.isDraft }) && !ld.opt.Drafts {
			ld.list.Warnf(d.toml.Pos, diag.File, "build with --drafts to see it", "policy %s is not published: every version is a draft", d.folder.name)
		}
	}
}
