package publish

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
)

// claims says which input stands behind each address. Addresses that differ
// in case only are one address, as they are on many hosts.
type claims map[string][]claim

type claim struct{ name, origin string }

func (c claims) add(name, origin string) {
	key := strings.ToLower(name)
	c[key] = append(c[key], claim{name, origin})
}

// problems reports the addresses that two inputs claim, naming both.
func (c claims) problems() diag.List {
	var out diag.List
	for _, key := range slices.Sorted(maps.Keys(c)) {
		all := c[key]
		if len(all) < 2 {
			continue
		}
		slices.SortFunc(all, func(a, b claim) int { return strings.Compare(a.origin+a.name, b.origin+b.name) })
		origins := make([]string, len(all))
		for i, cl := range all {
			origins[i] = cl.origin
		}
		out.Errorf(diag.Pos{File: all[0].origin}, diag.Address, "rename one of them",
			"%s", fmt.Sprintf("%s is claimed by %s", all[0].name, strings.Join(origins, " and by ")))
	}
	return out
}
