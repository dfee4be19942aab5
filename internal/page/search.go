package page

import (
	"encoding/json"
	"strings"

	"diptych/internal/policy"
)

// MostHeadings is how many headings a search page lists. A site that has more
// gets the names of its policies alone, and nobody keeps its headings.
const MostHeadings = 5000

// search is the search page of a language.
func (m *Maker) search(pg Page) *Search {
	ref := pg.Ref
	view := &Search{Base: m.base(pg, "", ref)}
	for _, p := range m.readingOrder() {
		head := p.Head(m.Site.Today)
		t := head.TextOr(ref.Lang)
		item := SearchPolicy{
			Link: Link{
				Href: m.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
				Text: t.Title, Tag: m.tagUnless(t.Lang, ref.Lang),
			},
			Slug: p.Slug, Index: p.Slug + ".js", Headings: m.Headings(p.Slug, ref.Lang),
		}
		if m.applies(p) {
			view.Policies = append(view.Policies, item)
		} else {
			view.Others = append(view.Others, UnsearchedPolicy{item.Link, *m.edition(p, head, ref)})
		}
	}
	return view
}

// ListHeadings lists the headings of the text that stands for a policy, linked
// from the search page; none where that is not in force and will not be. They
// keep nothing else of the text in memory.
func (m *Maker) ListHeadings(p *policy.Policy, lang policy.Lang) []Link {
	from := policy.Ref{Lang: lang, Leaf: policy.LeafSearch}
	to := policy.Ref{Lang: lang, Policy: p.Slug}
	if !m.applies(p) {
		return nil
	}
	var out []Link
	t := p.Head(m.Site.Today).TextOr(lang)
	for _, cl := range t.Clauses {
		if cl.Form == policy.Heading {
			out = append(out, Link{Href: m.href(to.At(cl.ID), from), Text: strings.Clone(placeName(cl)), Tag: m.tagUnless(t.Lang, lang)})
		}
	}
	return out
}

// IndexFile is where the search index of a policy stands in the output.
func IndexFile(slug string, lang policy.Lang) string {
	return policy.Ref{Lang: lang, Leaf: policy.LeafSearch}.Path() + slug + ".js"
}

// Index makes the search index of a policy: what its page at the stable address
// says, clause by clause, as a script that works from a folder, too. It calls
// diptychIndex with the slug and a list of [id, name, words]. It has no clauses of
// a policy whose text is not in force and will not be.
//
// There is one a policy, so that a site of any size needs no more memory than
// its largest policy, and that an index changes only when its policy does.
func (m *Maker) Index(p *policy.Policy, lang policy.Lang) []byte {
	entries := [][3]string{}
	var clauses []*policy.Clause
	if m.applies(p) {
		clauses = p.Head(m.Site.Today).TextOr(lang).Clauses
	}
	for _, cl := range clauses {
		if cl.Form == policy.Item { // its words are those of the clause that it stands in
			continue
		}
		words := strings.Join(policy.PlainBlocks(cl.Blocks), "\n")
		name := placeName(cl)
		if words != "" || name != "" {
			entries = append(entries, [3]string{cl.ID, name, words})
		}
	}
	data, err := json.Marshal(entries) // its escapes make JSON safe in scripts and in HTML
	if err != nil {
		panic(err) // strings
	}
	return []byte(`diptychIndex("` + p.Slug + `",` + string(data) + ")\n")
}
