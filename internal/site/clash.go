package site

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/source"
)

// Clashes reports the outputs that cannot stand beside each other: two at one
// address, or one at the folder of another. It is known before any text is read.
func (s *Site) Clashes(ctx context.Context) diag.List { return clashes(ctx, s.Outputs()) }

// clashes holds names that differ in case only for one, as they are on many
// hosts. Sites are large and clashes rare: the outputs are only kept where there
// are some.
func clashes(ctx context.Context, outputs iter.Seq[Output]) diag.List {
	names, twice := make(map[string]bool), make(map[string]bool)
	for o := range outputs {
		if ctx.Err() != nil {
			return nil
		}
		key := strings.ToLower(o.Name)
		if names[key] {
			twice[key] = true
		}
		names[key] = true
	}
	folders := make(map[string]string) // files that are a folder for another name: that name
	for key := range names {
		for folder := parent(key); folder != ""; folder = parent(folder) {
			if names[folder] {
				folders[folder] = min(key, cmp.Or(folders[folder], key))
			}
		}
	}
	if len(twice)+len(folders) == 0 {
		return nil
	}
	at := make(map[string][]Output)
	for o := range outputs {
		key := strings.ToLower(o.Name)
		at[key] = append(at[key], o)
	}
	var out diag.List
	for _, key := range slices.Sorted(maps.Keys(twice)) {
		report(&out, at[key], at[key][0].Name+" is claimed by "+claimants(at[key]))
	}
	for _, key := range slices.Sorted(maps.Keys(folders)) {
		files, inside := at[key], at[folders[key]]
		report(&out, slices.Concat(files, inside), files[0].Name+" is a file of "+claimants(files)+", and a folder for "+claimants(inside))
	}
	return out
}

// parent is the folder around a name, or "".
func parent(name string) string { return name[:max(strings.LastIndexByte(name, '/'), 0)] }

// report adds a clash, where the alias stands that it is made of: pages and
// carried files keep out of each other's way by their names.
func report(out *diag.List, all []Output, text string) {
	var pos diag.Pos
	for _, o := range all {
		if o.Kind == Redirect {
			pos.File = path.Join(source.Root, o.Policy.Slug, config.PolicyFile)
		}
	}
	out.Errorf(pos, diag.Address, "rename one of them", "%s", text)
}

// claimants names what outputs are made from.
func claimants(all []Output) string {
	origins := make([]string, len(all))
	for i, o := range all {
		origins[i] = o.Origin
	}
	slices.Sort(origins)
	return strings.Join(origins, " and by ")
}
