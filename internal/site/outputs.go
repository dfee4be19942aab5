package site

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// Outputs lists everything that the site consists of: the outputs of every
// policy, the files beside their texts as far as Reading.Shows them, then those of
// the site whole. A build writes them, the preview finds one by its name; there is
// no other list.
func (s *Site) Outputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for _, p := range s.Model.Policies {
			for o := range s.OutputsOf(p) {
				if !yield(o) {
					return
				}
			}
		}
		for o := range s.CarriedOutputs() {
			if !yield(o) {
				return
			}
		}
		for o := range s.OwnOutputs() {
			if !yield(o) {
				return
			}
		}
	}
}

// OutputsOf lists the outputs of a policy: its pages and their twins, and its
// search indexes.
func (s *Site) OutputsOf(p *policy.Policy) iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for pg := range page.PlanPolicy(s.Model, p) {
			if !yieldPage(pg, p, yield) {
				return
			}
		}
		for _, lang := range s.Model.Languages {
			if !yield(indexOutput(p, lang)) {
				return
			}
		}
	}
}

// OwnOutputs lists the outputs of the site whole: its own pages, the files of
// the theme and those for hosts and search engines. They are made when all
// policies have been read.
func (s *Site) OwnOutputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for pg := range page.Plan(s.Model) {
			if !yieldPage(pg, nil, yield) {
				return
			}
		}
		files := s.Theme.Files()
		for _, name := range slices.Sorted(maps.Keys(files)) {
			o := Output{Name: name, Kind: Asset, Origin: "theme " + s.Config.Theme, make: fixed(files[name]), inputs: madeOf(OfConfig, OfStrings, OfTheme)}
			if !yield(o) {
				return
			}
		}
		for _, o := range s.machineOutputs() {
			if !yield(o) {
				return
			}
		}
	}
}

// CountPages returns how many of the outputs are pages.
func (s *Site) CountPages() int {
	n := 0
	for range page.Plan(s.Model) {
		n++
	}
	for _, p := range s.Model.Policies {
		for range page.PlanPolicy(s.Model, p) {
			n++
		}
	}
	return n
}

// yieldPage yields a page and, where its kind has one, its twin.
func yieldPage(pg page.Page, p *policy.Policy, yield func(Output) bool) bool {
	o := Output{Name: pg.File(), Kind: Page, Origin: pg.Origin(), Policy: p, Page: pg, make: makePage, inputs: pageInputs}
	if pg.Alias != "" {
		o.Kind = Redirect
	}
	if !yield(o) {
		return false
	}
	if !page.SpecOf(pg.Kind).HasTwin() {
		return true
	}
	o.Name, o.Kind, o.make = strings.TrimSuffix(o.Name, "html")+"json", Twin, makeTwin
	return yield(o)
}

// indexOutput is the search index of a policy. Its words are those of the page
// at the policy's stable address.
func indexOutput(p *policy.Policy, lang policy.Lang) Output {
	at := page.Page{Ref: policy.Ref{Lang: lang, Leaf: policy.LeafSearch}, Kind: page.KindSearch}
	return Output{
		Name: page.IndexFile(p.Slug, lang), Kind: Index, Origin: page.OwnOrigin, Policy: p, Page: at,
		make: makeIndex, inputs: indexInputs,
	}
}

// carriedOutput is a file that stands beside the texts of a version.
func (s *Site) carriedOutput(p *policy.Policy, v *policy.Version, f policy.File) Output {
	return Output{
		Name: page.FilePath(s.Model, p.Slug, v.Name, f.Name), Kind: Carried, Origin: f.Source, file: shownFile{p.Slug, v.Name, f.Name},
		make: makeCarried(f), inputs: func(*Output, *Site) []Input { return []Input{{Aspect: OfFile, Name: f.Source}} },
	}
}
