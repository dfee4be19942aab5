package source

import (
	"io/fs"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// Pinned is the source of a text with the ids of its clauses written out.
type Pinned struct {
	Edit
	IDs  []markup.Pinned
	text *policy.Text // parsed from New, with the ids that it writes or else places
}

// PinOptions say what to pin.
type PinOptions struct {
	Policies []*policy.Policy           // some of the site's
	Want     func(*policy.Version) bool // which of their versions
	Assign   func(*policy.Policy)       // gives the clauses of a policy their ids, as identity.Assign does
}

// Pin writes the ids of clauses into their sources. It returns the texts that
// take one, policy after policy and in order of time: where only the first of
// them are written to disk, all ids stay the same. Nothing else of a file
// changes, and what cannot be written is a problem.
//
// Pin keeps the law that pinning changes no page: it reads again what it has
// written, and leaves a policy as it is where a clause would get another id, or
// where the policy has errors. Warnings are left to check.
func Pin(fsys fs.FS, cfg *config.Site, site *policy.Site, opt PinOptions) ([]Pinned, diag.List) {
	var out []Pinned
	var problems diag.List
	for _, p := range opt.Policies {
		pinned, l := pinPolicy(fsys, cfg, site, p, opt)
		out = append(out, pinned...)
		problems = append(problems, l...)
	}
	out, l := oneEach(out)
	return out, append(problems, l...)
}

func pinPolicy(fsys fs.FS, cfg *config.Site, site *policy.Site, p *policy.Policy, opt PinOptions) ([]Pinned, diag.List) {
	full, problems := Parse(fsys, cfg, site, p)
	if problems.HasErrors() {
		return nil, errorsOf(problems)
	}
	opt.Assign(full)
	pinned, problems := pinTexts(fsys, full, opt.Want)
	if len(pinned) == 0 {
		return nil, problems
	}
	again, more := Parse(fsys, cfg, site, p)
	if more.HasErrors() {
		return nil, append(problems, errorsOf(more)...)
	}
	for _, v := range again.Versions {
		for i, t := range v.Texts {
			for k := range pinned {
				if pinned[k].File == t.Source {
					v.Texts[i] = pinned[k].text
				}
			}
		}
	}
	opt.Assign(again)
	if l := renamed(full, again); len(l) > 0 {
		return nil, append(problems, l...)
	}
	return pinned, problems
}

func errorsOf(l diag.List) diag.List {
	var out diag.List
	for _, p := range l {
		if p.Severity == diag.Error {
			out = append(out, p)
		}
	}
	return out
}

// renamed lists the clauses that have another id in the same policy read again.
func renamed(old, again *policy.Policy) diag.List {
	var l diag.List
	for i, v := range old.Versions {
		for j, t := range v.Texts {
			now := again.Versions[i].Texts[j].Clauses
			for k, c := range t.Clauses {
				if k >= len(now) || now[k].ID != c.ID {
					l.Errorf(c.Pos, diag.Pin, "write the id by hand: {#"+c.ID+"}", "clause %s would get another id; the policy is left as it is", c.ID)
				}
			}
		}
	}
	return l
}

// oneEach leaves out files that symbolic links lead to twice. What is to be
// written into one file must be the same for both.
func oneEach(files []Pinned) ([]Pinned, diag.List) {
	var l diag.List
	var out []Pinned
	first := map[string]Pinned{}
	for _, f := range files {
		other, twice := first[f.Real]
		switch {
		case !twice:
			first[f.Real] = f
			out = append(out, f)
		case string(other.New) != string(f.New):
			l.Errorf(diag.Pos{File: f.File}, diag.Pin, "put a copy of the file in the place of the symbolic link",
				"the file is the same as %s, and its clauses have other ids there", other.File)
		}
	}
	if len(l) > 0 {
		return nil, l
	}
	return out, nil
}
