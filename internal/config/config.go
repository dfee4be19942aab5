// Package config turns site.toml and policy.toml into values. It is strict: a
// key that nobody knows, a value of the wrong type and a value that makes no
// sense are problems with the place in the file and a hint. It leaves how TOML is
// read to package strict, and the texts to package source.
package config

import (
	"errors"
	"io/fs"
	"time"
	_ "time/tzdata" // time_zone must work on machines without a zone database

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// SiteFile is the name of the file that makes a folder a site.
const SiteFile = "site.toml"

// Assets says where a page's style and script are.
type Assets string

const (
	AssetsInline   Assets = "inline"   // in every page
	AssetsExternal Assets = "external" // in files of their own
)

// Site is site.toml with every default filled in.
type Site struct {
	Title      map[policy.Lang]string     // one for each of Languages
	BaseURL    string                     // absolute, ends in "/"; "" when not said
	Languages  []policy.Lang              // at least one; the first is the default
	LangTags   map[policy.Lang]policy.Tag // one for each of Languages
	TimeZone   *time.Location
	Theme      string
	Assets     Assets
	Owner      Owner
	Compare    policy.Compare
	NoticeDays int                      // days between announced and effective; 0 asks for none
	Rules      map[diag.Rule]diag.Level // as far as said; see Level
	Hidden     []policy.Hiding          // characters of the file that no eye tells
	Pos        diag.Pos

	doc *strict.Doc // nil where site.toml could not be read
}

// Place is where a key stands in site.toml, such as owner, name, en; or else the
// table that it would be in, or the file.
func (s *Site) Place(names ...string) diag.Pos {
	for ; s.doc != nil && len(names) > 0; names = names[:len(names)-1] {
		if at := s.doc.Key(names...); at.Line > 0 {
			return at
		}
	}
	return s.Pos
}

// Owner is who publishes the policies. Name and Address hold one entry for
// each language of the site, or none at all.
type Owner struct {
	Name    map[policy.Lang]string
	Email   string
	URL     string
	Address map[policy.Lang]string
	ICP     string // number of the Chinese internet registration
}

// Default returns the site that an empty site.toml describes.
func Default() *Site {
	s, _ := ParseSite(SiteFile, []byte("# nothing said\n"))
	return s
}

// Load reads site.toml at the root of the site. The Site is usable whatever the
// problems: what could not be read has its default.
func Load(fsys fs.FS) (*Site, diag.List) {
	src, err := fs.ReadFile(fsys, SiteFile)
	if err == nil {
		return ParseSite(SiteFile, src)
	}
	s := Default()
	var l diag.List
	if errors.Is(err, fs.ErrNotExist) {
		l.Errorf(diag.Pos{File: SiteFile}, diag.Config,
			`a site has a site.toml at its root; run "diptych init DIR" to begin one, or name the folder with --site`,
			"site.toml is missing")
		return s, l
	}
	l.Errorf(diag.Pos{File: SiteFile}, diag.Config, "", "cannot read site.toml: %v", diag.Reason(err))
	return s, l
}
