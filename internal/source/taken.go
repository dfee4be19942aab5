package source

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// untaken refuses a new policy, or a version of one where it has a name, whose
// address is an alias: readers of an old address would be led to the new page.
func untaken(ctx context.Context, fsys fs.FS, langs []policy.Lang, slug, version string) error {
	folders, _ := fs.ReadDir(fsys, Root) // without it there are no aliases
	tr := newTree(fsys)
	for _, f := range folders {
		name := path.Join(Root, f.Name(), config.PolicyFile)
		src, err := readWhole(ctx, tr, name, maxHead)
		if err != nil {
			continue // it has none, or a build says what is wrong with it
		}
		p, _ := config.ParsePolicy(name, src)
		for _, alias := range p.Aliases {
			ref, err := policy.ParsePath(config.AliasKey(alias.V) + "/")
			if err == nil && slices.Contains(langs, ref.Lang) && ref.Policy == slug && ref.Version == version {
				return diag.Problem{Pos: alias.Pos, Text: "alias \"" + alias.V + "\" would be an address of the new " + newNoun(version) + "; nothing was changed",
					Hint: "choose another name, or take the alias out"}
			}
		}
	}
	return nil
}

func newNoun(version string) string {
	if version == "" {
		return "policy"
	}
	return "version"
}

// alike refuses a folder beside one whose name differs in case only: many disks
// hold them as one.
func alike(fsys fs.FS, folder string) error {
	beside, _ := fs.ReadDir(fsys, path.Dir(folder)) // where it cannot be read nothing is beside it
	for _, e := range beside {
		if e.Name() != path.Base(folder) && strings.EqualFold(e.Name(), path.Base(folder)) {
			return &Refusal{path.Join(path.Dir(folder), e.Name()) + " differs from the name in case only; nothing was changed", "rename it: names are lower case"}
		}
	}
	return nil
}
