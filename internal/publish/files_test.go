package publish

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// mentioned are the names in the links and images of a page.
var mentioned = regexp.MustCompile(`(?:href|src)="([^"#?]+)`)

// TestFilesAreNamed: every file beside a text that is published is named by a
// page, and every file that a page names is there, whichever text of whatever
// version and policy names it, and however.
func TestFilesAreNamed(t *testing.T) {
	t.Parallel()
	ways := []string{
		"[x](%s)", "![x](%s)", "[x][r]\n\n[r]: %s", "- [x](./%s)", "> ![x](<%s> \"t\")", "x[^1]\n\n[^1]: [x](%s#page=2)", "## [x](%s)",
		"<u>[x](%s)</u>", "`[x](%s)`", "<!-- [x](%s) -->", "words %s", "[x]: %s", "| a |\n|---|\n| ![x](%s) |",
	}
	rapid.Check(t, func(rt *rapid.T) {
		fsys := fstest.MapFS{"site.toml": {Data: []byte("title = \"T\"\nlanguages = [\"en\"]\n")}}
		versions := []string{"a/1.0", "a/2.0", "b/1.0"}
		for i, v := range versions {
			for n := range 3 {
				fsys[fmt.Sprintf("content/%s/f%d.csv", v, n)] = &fstest.MapFile{Data: []byte{'x'}}
			}
			text := fmt.Sprintf("+++\ntitle = \"T\"\neffective = %d-01-01\n", 2020+i)
			if rapid.Bool().Draw(rt, "summary") {
				text += "summary = \"[x](f0.csv)\"\n"
			}
			for _, n := range rapid.SampledFrom([][]int{nil, nil, {1}, {2, 0}}).Draw(rt, "attachments") {
				text += fmt.Sprintf("[[attachments]]\nfile = \"f%d.csv\"\ntitle = \"A\"\n", n)
			}
			text += "+++\n\nWords.\n"
			for range rapid.IntRange(0, 3).Draw(rt, "links") {
				name := fmt.Sprintf("f%d.csv", rapid.IntRange(0, 2).Draw(rt, "file"))
				if of := rapid.SampledFrom(versions).Draw(rt, "of"); of != v {
					name = "../../" + of + "/" + name
				}
				text += "\n" + fmt.Sprintf(rapid.SampledFrom(ways).Draw(rt, "way"), name) + "\n"
			}
			fsys["content/"+v+"/en.md"] = &fstest.MapFile{Data: []byte(text)}
		}
		b := buildSite(t, fsys, nil)
		written, named := map[string]bool{}, map[string]bool{}
		for name, data := range b.files {
			if path.Ext(name) == ".csv" {
				written[name] = true
			}
			if path.Ext(name) != ".html" {
				continue
			}
			for _, m := range mentioned.FindAllStringSubmatch(string(data), -1) {
				to, err := url.PathUnescape(m[1])
				if err != nil {
					rt.Fatal(err)
				}
				if path.Ext(to) == ".csv" && !strings.Contains(to, ":") {
					named[path.Join(path.Dir(name), to)] = true
				}
			}
		}
		if w, n := slices.Sorted(maps.Keys(written)), slices.Sorted(maps.Keys(named)); !slices.Equal(w, n) {
			rt.Fatalf("written are %v, named %v", w, n)
		}
		if got := strings.Count(printed(b.problems), "is not published: no text shows"); got+len(written) != 9 {
			rt.Fatalf("%d files are warned of and %d written, of 9:\n%s", got, len(written), printed(b.problems))
		}
	})
}
