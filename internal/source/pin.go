package source

import (
	"context"
	"io/fs"
	"slices"

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
	Try      func(*policy.Policy) Trial // tries what becomes of them, as identity.Try does
}

// Trial tries what becomes of the names of a policy when ids are written into its
// sources.
type Trial interface {
	// Name returns the id of a clause, and its second targets.
	Name(*policy.Clause) (id string, also []string)
	// Write puts texts with more ids in the places of the same ones with less, or
	// leaves those where a clause would be called something else.
	Write(old, new []*policy.Text) bool
}

// Pin writes the ids of clauses into their sources. It returns the texts that
// take one, policy after policy and in order of time: where only the first of
// them are written to disk, all ids stay the same. Nothing else of a file
// changes, and what cannot be written is a problem.
//
// Pin keeps the law that pinning changes no page: an id is left out where with it
// a clause would be called something else, in the text that is written or in
// another. Pin reads again what it has written, and leaves a policy as it is where
// a clause would get another id all the same, or where the policy has errors.
// Warnings are left to check.
func Pin(ctx context.Context, fsys fs.FS, cfg *config.Site, site *policy.Site, opt PinOptions) ([]Pinned, diag.List) {
	var out []Pinned
	var problems diag.List
	for _, p := range opt.Policies {
		pinned, l := pinPolicy(ctx, fsys, cfg, site, p, opt)
		out = append(out, pinned...)
		problems = append(problems, l...)
	}
	out, l := oneEach(out)
	return out, append(problems, l...)
}

func pinPolicy(ctx context.Context, fsys fs.FS, cfg *config.Site, site *policy.Site, p *policy.Policy, opt PinOptions) ([]Pinned, diag.List) {
	full, problems := Parse(ctx, fsys, cfg, site, p)
	if problems.HasErrors() {
		return nil, errorsOf(problems)
	}
	trial := opt.Try(full)
	pinned, problems := pinTexts(ctx, fsys, full, trial, opt.Want)
	if len(pinned) == 0 {
		return nil, problems
	}
	for _, v := range full.Versions {
		for i, t := range v.Texts {
			for k := range pinned {
				if pinned[k].File == t.Source {
					v.Texts[i] = pinned[k].text
				}
			}
		}
	}
	was := namesOf(full, trial)
	opt.Assign(full)
	if l := renamed(full, was); len(l) > 0 {
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

// named is a clause and what it is called.
type named struct {
	markup.Name
	pos diag.Pos
}

// namesOf returns what the clauses of each text are called.
func namesOf(p *policy.Policy, trial Trial) map[*policy.Text][]named {
	out := map[*policy.Text][]named{}
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, c := range t.Clauses {
				id, also := trial.Name(c)
				out[t] = append(out[t], named{markup.Name{ID: id, Was: also}, c.Pos})
			}
		}
	}
	return out
}

// renamed lists the clauses of a policy that have other names than they had.
func renamed(p *policy.Policy, was map[*policy.Text][]named) diag.List {
	var l diag.List
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for i, x := range was[t] {
				if i < len(t.Clauses) && t.Clauses[i].ID == x.ID && slices.Equal(t.Clauses[i].Also, x.Was) {
					continue
				}
				l.Errorf(x.pos, diag.Pin, "write the id by hand: {#"+x.ID+"}", "clause %s would get another id; the policy is left as it is", x.ID)
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
