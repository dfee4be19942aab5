package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	pathName = regexp.MustCompile(`^(?:internal|cmd|docs|i18n|themes/default|\.ci|\.github)/[A-Za-z0-9_./-]+$`)
	testName = regexp.MustCompile(`^(?:Test|Fuzz|Benchmark)[A-Z]\w*$`)
	goName   = regexp.MustCompile(`^([a-z]+)\.([A-Z]\w*)$`)
)

// TestDocsNames: a file of the project, a test, or a name of a package that
// stands in a sentence exists.
func TestDocsNames(t *testing.T) {
	project := absolute(t, repository)
	sh := &shell{t: t, project: project}
	everything := []string{"./internal/...", "./cmd/...", "./i18n/..."}
	declared := map[string]map[string]bool{} // by the folder of a package
	n := 0
	for name, d := range readDocs(t) {
		for _, s := range spans(d.prose()) {
			// What a site of the user's may have is no file of the project.
			mine := strings.HasPrefix(name, "CONTRIBUTING") || strings.HasPrefix(name, "docs/decisions/") || !strings.HasPrefix(s, "i18n/") && !strings.HasPrefix(s, ".github/")
			switch m := goName.FindStringSubmatch(s); {
			case pathName.MatchString(s) && mine:
				n++
				if !exists(s) {
					t.Errorf("%s: there is no %s", name, s)
				}
			case testName.MatchString(s):
				n++
				if !sh.hasTest(everything, "Test|Fuzz|Benchmark", "^"+s+"$") {
					t.Errorf("%s: there is no %s", name, s)
				}
			case m != nil && exists("internal/"+m[1]):
				n++
				folder := filepath.Join(project, "internal", m[1])
				if declared[folder] == nil {
					declared[folder] = declarations(folder)
				}
				if !declared[folder][m[2]] {
					t.Errorf("%s: package %s has no %s", name, m[1], m[2])
				}
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d names were found", n)
	}
}

var declaration = regexp.MustCompile(`(?m)^(?:func (?:\([^)]*\) )?|type |var |const |\t)(\w+)`)

// declarations returns the functions, methods, types, fields, variables and
// constants of a package.
func declarations(folder string) map[string]bool {
	names := map[string]bool{}
	files, _ := filepath.Glob(filepath.Join(folder, "*.go"))
	for _, file := range files {
		src, _ := os.ReadFile(file) // one that cannot be read has no names
		for _, m := range declaration.FindAllSubmatch(src, -1) {
			names[string(m[1])] = true
		}
	}
	return names
}
