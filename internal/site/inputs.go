package site

import (
	"diptych/internal/page"
	"diptych/internal/policy"
)

// Aspect is a side of the sources from which outputs are made.
type Aspect string

const (
	OfConfig    Aspect = "config"   // site.toml, and what the flags of the command put in its place
	OfStrings   Aspect = "strings"  // the words of the interface
	OfTheme     Aspect = "theme"    // templates, styles and scripts
	OfFacts     Aspect = "facts"    // policy.toml but for aliases; of the versions names, dates, languages and statuses on the day
	OfTitles    Aspect = "titles"   // the titles of the texts
	OfSummaries Aspect = "summary"  // the summaries of the texts, with the sizes of the images in them
	OfWords     Aspect = "words"    // the texts of a version: bodies, ids of clauses, summary, list of changes, sizes of the images in them and of what is attached, with its digests
	OfAnchors   Aspect = "anchors"  // which anchors the texts have, and which version stands for the policy
	OfHeadings  Aspect = "headings" // the headings of the version that stands for the policy
	OfFile      Aspect = "file"     // a carried file, by content
)

// Input is one thing that an output is made of.
type Input struct {
	Aspect  Aspect
	Policy  string // "" where the aspect is of the site, or where every policy is meant
	Version string // of OfWords
	Name    string // of OfFile: path below the site
}

// madeOf is made of the aspects named, of all policies.
func madeOf(aspects ...Aspect) func(*Output, *Site) []Input {
	return func(*Output, *Site) []Input {
		out := make([]Input, len(aspects))
		for i, of := range aspects {
			out[i].Aspect = of
		}
		return out
	}
}

// pageInputs are those of a page and its twin: what its kind says, spelled out.
//
// Of the policies that its words link to nothing is known before they are read:
// OfAnchors without a policy stands for them.
func pageInputs(o *Output, s *Site) []Input {
	out := []Input{{Aspect: OfConfig}, {Aspect: OfStrings}, {Aspect: OfTheme}}
	add := func(of Aspect, slug string) { out = append(out, Input{Aspect: of, Policy: slug}) }
	of := page.SpecOf(o.Page.Kind).Of
	if s.drafts {
		add(OfFacts, "") // every page of a preview says whether it shows what is not public
	}
	if p := o.Policy; p != nil {
		add(OfFacts, p.Slug)
		add(OfTitles, p.Slug)
		for _, v := range p.Versions {
			if inWords(of, s.Model, p, v, o.Page.Ref) {
				out = append(out, Input{Aspect: OfWords, Policy: p.Slug, Version: v.Name})
			}
		}
		if p.SucceededBy != "" {
			add(OfFacts, p.SucceededBy)
			add(OfTitles, p.SucceededBy)
		}
		if of&page.Relatives != 0 {
			for _, slug := range append([]string{p.PartOf}, p.Related...) {
				if slug != "" {
					add(OfFacts, slug)
					add(OfTitles, slug)
				}
			}
		}
	}
	for _, x := range [...]struct {
		part page.Part
		is   []Aspect
	}{
		{page.Linked, []Aspect{OfAnchors}}, {page.Policies, []Aspect{OfFacts, OfTitles}},
		{page.Summaries, []Aspect{OfSummaries}}, {page.Headings, []Aspect{OfHeadings}},
	} {
		for _, a := range x.is {
			if of&x.part != 0 {
				add(a, "")
			}
		}
	}
	return out
}

// inWords reports whether the words of a version are among what a page is made
// of.
func inWords(of page.Part, site *policy.Site, p *policy.Policy, v *policy.Version, ref policy.Ref) bool {
	if of&page.Every != 0 {
		return true
	}
	shown := p.Head(site.Today)
	if ref.Version != "" {
		shown = p.Version(ref.Version)
	}
	return of&page.Shown != 0 && (v == shown || v.Name == ref.Base) || of&page.Earlier != 0 && v.Effective.Before(shown.Effective)
}

// indexInputs are those of a search index.
func indexInputs(o *Output, s *Site) []Input {
	p := o.Policy
	return []Input{{Aspect: OfConfig}, {Aspect: OfFacts, Policy: p.Slug}, {Aspect: OfWords, Policy: p.Slug, Version: p.Head(s.Model.Today).Name}}
}
