package internal_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"
)

// TestArchitecture: the table of packages names every package of this module,
// and no other, in both languages.
func TestArchitecture(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `([a-z0-9/]+)` \\|")
	want := slices.Sorted(maps.Keys(edges))
	for _, file := range []string{"../docs/architecture.md", "../docs/architecture.zh-CN.md"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range row.FindAllSubmatch(src, -1) {
			got = append(got, string(m[1]))
		}
		slices.Sort(got)
		for _, pkg := range want {
			if !slices.Contains(got, pkg) {
				t.Errorf("%s does not name the package %s", file, pkg)
			}
		}
		for _, pkg := range got {
			if !slices.Contains(want, pkg) {
				t.Errorf("%s names %s, which is no package", file, pkg)
			}
		}
	}
}
