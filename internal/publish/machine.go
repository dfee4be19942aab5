package publish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"diptych/internal/config"
	"diptych/internal/page"
	"diptych/internal/policy"
)

// machineFiles are the files at the root that speak to hosts and search
// engines: .nojekyll and robots.txt always, sitemap.xml where the site's
// address is known. pages are those that search engines shall list.
func machineFiles(cfg *config.Site, order []policy.Lang, pages []page.Page) (map[string][]byte, error) {
	robots := "User-agent: *\nAllow: /\n"
	out := map[string][]byte{".nojekyll": nil}
	if cfg.BaseURL != "" {
		maps, err := sitemaps(cfg, order, pages)
		if err != nil {
			return nil, err
		}
		for name, data := range maps {
			out[name] = data
		}
		robots += "\nSitemap: " + cfg.BaseURL + "sitemap.xml\n"
	}
	out["robots.txt"] = []byte(robots)
	return out, nil
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

// sitemaps writes sitemap.xml; beyond maxURLs it is an index of sitemap-1.xml
// and so on.
func sitemaps(cfg *config.Site, order []policy.Lang, pages []page.Page) (map[string][]byte, error) {
	urls := sitemapURLs(cfg, order, pages)
	out := make(map[string][]byte)
	if len(urls) <= maxURLs {
		return out, encodeXML(out, "sitemap.xml", sitemap{XHTML: "http://www.w3.org/1999/xhtml", URLs: urls})
	}
	var index sitemapIndex
	n := 0
	for part := range slices.Chunk(urls, maxURLs) {
		n++
		name := fmt.Sprintf("sitemap-%d.xml", n)
		if err := encodeXML(out, name, sitemap{XHTML: "http://www.w3.org/1999/xhtml", URLs: part}); err != nil {
			return nil, err
		}
		index.Maps = append(index.Maps, sitemapURL{Loc: cfg.BaseURL + name})
	}
	return out, encodeXML(out, "sitemap.xml", index)
}

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
				u.Links = append(u.Links, sitemapAlternate{"alternate", cfg.LangTags[l], other.URL(cfg.BaseURL)})
			}
		}
		urls = append(urls, u)
	}
	return urls
}

func encodeXML(out map[string][]byte, name string, v any) error {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	b.WriteByte('\n')
	out[name] = b.Bytes()
	return nil
}
