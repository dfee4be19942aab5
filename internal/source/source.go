// Package source turns the folder content/ into policies: it walks the folders,
// reads front matter, has the bodies parsed by markup, lets the languages of a
// version agree on ids and resolves links. Whatever is wrong with a source is a
// problem with its place; nothing that stands there makes it fail or panic. It
// does not judge what policies say: that is left to check.
//
// Load is cheap and sees the whole site; Parse does the expensive rest for one
// policy, and depends on no other policy's words.
package source

import (
	"context"
	"io/fs"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Root is the folder that holds the policies.
const Root = "content"

// Limits on what is read; beyond them lies a mistake, not a policy.
const (
	maxText = 384 << 10 // bytes of a text
	maxFile = 64 << 20  // bytes of a file that is carried along
	maxHead = strict.MaxBytes
)

// Options say what to load and how.
type Options struct {
	Drafts bool        // load the versions marked as draft, too
	Jobs   int         // readers at a time; 0 means one for each processor
	Today  policy.Date // becomes Site.Today
}

// Load reads everything but the bodies: the policies with their versions,
// dates, titles, summaries and carried files. The links in summaries lead to
// pages that exist; whether their clauses do is known after Parse.
//
// The site is whole whatever the problems: every policy in it has a version and
// every version a text. What could not be read is left out. Folders and files
// whose names begin with "." or "_" or end in "~" are none of Diptych's business
// and passed over in silence, as are Thumbs.db and desktop.ini.
//
// Where the context ends not all is read, and what the problems say need not be
// true; so it is with Parse, Resolve and Pin.
func Load(ctx context.Context, fsys fs.FS, cfg *config.Site, opt Options) (*policy.Site, diag.List) {
	ld := &loader{ctx: ctx, tree: newTree(fsys), cfg: cfg, opt: opt}
	ld.listPolicies()
	each(ctx, len(ld.policies), opt.Jobs, func(i int) { ld.readPolicy(ld.policies[i]) })
	var versions []*versionDraft
	for _, p := range ld.policies {
		versions = append(versions, p.versions...)
	}
	each(ctx, len(versions), opt.Jobs, func(i int) { ld.readVersion(versions[i]) })
	site := ld.assemble()
	each(ctx, len(versions), opt.Jobs, func(i int) { ld.readSummaries(site, versions[i]) })
	ld.list.Sort()
	return site, ld.list
}
