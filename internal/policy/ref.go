package policy

import "strings"

// Leaf names a page of a language or a policy that is not a version's.
type Leaf string

const (
	LeafNone     Leaf = ""
	LeafHistory  Leaf = "history"
	LeafClauses  Leaf = "clauses"
	LeafTable    Leaf = "table"
	LeafEmbed    Leaf = "embed"
	LeafSearch   Leaf = "search"
	LeafNotFound Leaf = "404"
)

// Ref is an address: a page of the site, or a clause on it. File path, URL,
// link and anchor are pure spellings of it. Which of these forms have pages stands
// in places.
//
//	{}                                 the chooser
//	{Lang}                             the home page of a language
//	{Lang, Policy}                     the text in force
//	{Lang, Policy, Version}            a version
//	{…, Version, Base}                 the redline from Base to Version
//	{…, Other}                         the same page with Other beside it
//	{…, Base, Leaf}                    the redline in two columns: table
//	{Lang, Policy, Leaf}               history, clauses, embed
//	{Lang, Leaf} or {Leaf}             search, 404
type Ref struct {
	Lang    Lang
	Policy  string
	Version string
	Base    string
	Other   Lang
	Leaf    Leaf
	Clause  string // anchor on the page
}

// Page returns the ref without its clause.
func (r Ref) Page() Ref {
	r.Clause = ""
	return r
}

// In returns the same page in another language. A page with two languages
// beside each other changes them over.
func (r Ref) In(lang Lang) Ref {
	if r.Other == lang {
		r.Other = r.Lang
	}
	r.Lang = lang
	return r
}

// At returns the ref with the clause.
func (r Ref) At(clause string) Ref {
	r.Clause = clause
	return r
}

// longPath is the length of an address that is put together without asking
// for memory; it is no limit.
const longPath = 96

// append appends the page's public address below the site's root.
func (r Ref) append(b []byte) []byte {
	folder := func(word, name string) {
		if name == "" {
			return
		}
		b = append(b, word...)
		b = append(b, name...)
		b = append(b, '/')
	}
	folder("", string(r.Lang))
	folder("", r.Policy)
	folder("", r.Version)
	folder("from/", r.Base)
	folder("with/", string(r.Other))
	if r.Leaf == LeafNotFound {
		return append(b, "404.html"...)
	}
	folder("", string(r.Leaf))
	return b
}

// Path is the page's public address below the site's root: "" for the
// chooser, "zh/privacy/2.0/", "404.html". It ends in "/" or ".html".
func (r Ref) Path() string { return string(r.append(make([]byte, 0, longPath))) }

// File is the page's file below the output folder, slash-separated.
func (r Ref) File() string {
	p := r.append(make([]byte, 0, longPath))
	if r.Leaf != LeafNotFound {
		p = append(p, "index.html"...)
	}
	return string(p)
}

// Fragment is "#clause", or "" without a clause.
func (r Ref) Fragment() string {
	if r.Clause == "" {
		return ""
	}
	return "#" + r.Clause
}

// Href is the link from one page to another (or to a clause): relative, and
// naming index.html, so that it works under any sub-path and from file://. A
// link to a clause of the same page is the fragment alone.
func (r Ref) Href(from Ref) string {
	if r.Page() == from.Page() && r.Clause != "" {
		return r.Fragment()
	}
	return Relative(from.File(), r.File()) + r.Fragment()
}

// URL is the public address under the site's base, which ends in "/".
func (r Ref) URL(base string) string { return base + r.Path() + r.Fragment() }

// Relative spells the way from one file to another; both are slash-separated
// paths below the same folder.
func Relative(from, to string) string {
	for {
		i, j := strings.IndexByte(from, '/'), strings.IndexByte(to, '/')
		if i < 0 || j < 0 || from[:i] != to[:j] {
			break
		}
		from, to = from[i+1:], to[j+1:]
	}
	return strings.Repeat("../", strings.Count(from, "/")) + to
}

// String is the spelling that sources use: policy, policy#clause,
// policy/version#clause, #clause.
func (r Ref) String() string {
	s := r.Policy
	if r.Version != "" {
		s += "/" + r.Version
	}
	return s + r.Fragment()
}
