package site

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"diptych/internal/config"
	"diptych/internal/page"
	"diptych/internal/policy"
)

// machineOutputs are the files at the root that speak to hosts and search
// engines: .nojekyll and robots.txt always, sitemap.xml where the site's address
// is known.
func (s *Site) machineOutputs() []Output {
	file := func(name string, inputs func(*Output, *Site) []Input, make maker) Output {
		return Output{Name: name, Kind: Machine, Origin: "diptych", make: make, inputs: inputs}
	}
	robots := "User-agent: *\nAllow: /\n"
	out := []Output{file(".nojekyll", madeOf(), fixed(nil))}
	if s.Config.BaseURL != "" {
		robots += "\nSitemap: " + s.Config.BaseURL + "sitemap.xml\n"
		urls := sync.OnceValue(func() []sitemapURL { return sitemapURLs(s.Config, s.Model.Languages, s.listedPages()) })
		for i, name := range sitemapNames(s.countListed()) {
			out = append(out, file(name, madeOf(OfConfig, OfFacts), func(context.Context, *Output, *Material, *bytes.Buffer) ([]byte, error) {
				return sitemapFile(s.Config.BaseURL, urls(), i)
			}))
		}
	}
	return append(out, file("robots.txt", madeOf(OfConfig), fixed([]byte(robots))))
}

// listed lists the pages that search engines shall list.
func (s *Site) listed() iter.Seq[page.Page] {
	return func(yield func(page.Page) bool) {
		for pg := range page.Plan(s.Model) {
			if pg.Listed && !yield(pg) {
				return
			}
		}
		for _, p := range s.Model.Policies {
			for pg := range page.PlanPolicy(s.Model, p) {
				if pg.Listed && !yield(pg) {
					return
				}
			}
		}
	}
}

func (s *Site) listedPages() []page.Page { return slices.Collect(s.listed()) }

func (s *Site) countListed() int {
	n := 0
	for range s.listed() {
		n++
	}
	return n
}

// maxURLs is how many addresses a sitemap may hold (sitemaps.org, protocol 0.9).
const maxURLs = 50_000

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string             `xml:"loc"`
	LastMod string             `xml:"lastmod,omitempty"`
	Links   []sitemapAlternate `xml:"xhtml:link"`
}

type sitemapAlternate struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []sitemapURL `xml:"sitemap"`
}

// sitemapNames are the sitemaps for so many addresses: sitemap.xml; beyond
// maxURLs it is an index of sitemap-1.xml and so on.
func sitemapNames(urls int) []string {
	names := []string{"sitemap.xml"}
	if urls > maxURLs {
		for n := range (urls + maxURLs - 1) / maxURLs {
			names = append(names, sitemapPart(n+1))
		}
	}
	return names
}

func sitemapPart(n int) string { return fmt.Sprintf("sitemap-%d.xml", n) }

// sitemapFile writes the i-th of sitemapNames.
func sitemapFile(base string, urls []sitemapURL, i int) ([]byte, error) {
	const xhtml = "http://www.w3.org/1999/xhtml"
	switch {
	case i > 0:
		return encodeXML(sitemap{XHTML: xhtml, URLs: urls[(i-1)*maxURLs : min(i*maxURLs, len(urls))]})
	case len(urls) <= maxURLs:
		return encodeXML(sitemap{XHTML: xhtml, URLs: urls})
	}
	var index sitemapIndex
	for _, name := range sitemapNames(len(urls))[1:] {
		index.Maps = append(index.Maps, sitemapURL{Loc: base + name})
	}
	return encodeXML(index)
}

// sitemapURLs lists pages by their addresses, with the same page in the other
// languages.
func sitemapURLs(cfg *config.Site, order []policy.Lang, pages []page.Page) []sitemapURL {
	listed := make(map[policy.Ref]bool, len(pages))
	for _, p := range pages {
		listed[p.Ref] = true
	}
	slices.SortFunc(pages, func(a, b page.Page) int { return strings.Compare(a.Ref.Path(), b.Ref.Path()) })
	var urls []sitemapURL
	for _, p := range pages {
		u := sitemapURL{Loc: p.Ref.URL(cfg.BaseURL)}
		if !p.Modified.IsZero() {
			u.LastMod = p.Modified.String()
		}
		for _, l := range order {
			if other := p.Ref.In(l); listed[other] && p.Ref.Lang != "" {
				u.Links = append(u.Links, sitemapAlternate{"alternate", string(cfg.LangTags[l]), other.URL(cfg.BaseURL)})
			}
		}
		urls = append(urls, u)
	}
	return urls
}

func encodeXML(v any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("sitemap: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
