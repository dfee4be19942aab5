package policy

import (
	"slices"
	"strings"
)

// joints are the words between the names in an address, and what files are
// called beside pages.
var joints = []string{"from", "with", "index", "assets", "feed"}

// kept are words for pages to come. A policy of such a name would stand in
// their way.
var kept = []string{"record", "on", "schema", "annex", "static", "package"}

// rootFiles are the files beside the pages at the root of a site, and the folder
// of the theme's files. No alias may take their place.
var rootFiles = []string{"404.html", "robots.txt", "sitemap.xml", ".nojekyll", "policies.json", "assets"}

// isReserved reports whether addresses use the word, so that no policy or
// version may have it as its name.
func isReserved(word string) bool {
	return IsKept(word) || slices.Contains(joints, word) ||
		word != "" && slices.ContainsFunc(places[:], func(l line) bool { return string(l.Leaf) == word })
}

// isDevice reports whether Windows keeps the name, with any ending, for a device
// (Microsoft, "Naming Files, Paths, and Namespaces").
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	if len(stem) == 4 && stem[3] >= '1' && stem[3] <= '9' {
		return stem[:3] == "com" || stem[:3] == "lpt"
	}
	return slices.Contains([]string{"con", "prn", "aux", "nul"}, stem)
}

// IsKept reports whether the word is reserved for pages to come: a policy or
// version may have had this name while it was free, and have an address by it.
func IsKept(word string) bool { return slices.Contains(kept, word) }

// IsRootFile reports whether a path below the root of a site, without slashes at
// its ends, is that of a file which every site has or may have.
func IsRootFile(path string) bool { return slices.Contains(rootFiles, path) }
