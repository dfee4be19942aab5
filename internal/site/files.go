package site

import (
	"fmt"
	"iter"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// shown are the files that texts show, link to or attach. No other file that
// stands in the folder of a version is published.
type shown map[shownFile]bool

type shownFile struct{ slug, version, name string }

// add enters what the texts of a policy show, of its own files and of others'.
func (s shown) add(p *policy.Policy) {
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, a := range t.Attachments {
				s[shownFile{p.Slug, v.Name, a.Name}] = true
			}
			s.addRuns(t.Runs())
			s.addRuns(policy.RunsIn(t.Summary))
		}
	}
}

func (s shown) addRuns(runs iter.Seq[*policy.Run]) {
	for run := range runs {
		s.addLink(run.Link)
		if run.Image != nil {
			s.addLink(&run.Image.Link)
		}
	}
}

func (s shown) addLink(l *policy.Link) {
	if l != nil && l.Kind == policy.LinkFile {
		s[shownFile{l.To.Policy, l.To.Version, l.File}] = true
	}
}

// Shows reports whether an output is part of the site: a file beside the texts is
// where one of the texts that were read shows it, links to it or attaches it, and
// every other output always is. It is known when every policy was added.
func (r *Reading) Shows(o *Output) bool {
	if o.Kind != Carried {
		return true
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.shown[o.file]
}

// Hidden warns of the files that stand beside texts and are not published. It is
// known when every policy was added.
func (r *Reading) Hidden() diag.List {
	r.mu.Lock()
	defer r.mu.Unlock()
	var l diag.List
	for _, p := range r.site.Model.Policies {
		for _, v := range p.Versions {
			if v.Partial { // the text that is left out may show them
				continue
			}
			for _, f := range v.Files {
				if !r.shown[shownFile{p.Slug, v.Name, f.Name}] {
					l.Warnf(diag.Pos{File: f.Place}, diag.File, "link to it, add it to [[attachments]], or let its name begin with _ to be passed over",
						"%s is not published: no text shows, links to or attaches it", f.Name)
				}
			}
		}
	}
	return l
}

// CarriedOutputs lists the files beside the texts, all that may be published.
func (s *Site) CarriedOutputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for _, p := range s.Model.Policies {
			for _, v := range p.Versions {
				for _, f := range v.Files {
					if f.Unfit == nil && !yield(s.carriedOutput(p, v, f)) {
						return
					}
				}
			}
		}
	}
}

// checkSum holds a file to the sum that its page shows.
func checkSum(f policy.File, data []byte) error {
	if f.SHA256 == "" || f.SHA256 == source.Sum(data) {
		return nil
	}
	return diag.Problem{Pos: diag.Pos{File: f.Source}, Rule: diag.File, Hint: "build again", Text: fmt.Sprintf("%s has changed while the site was being built", f.Name)}
}
