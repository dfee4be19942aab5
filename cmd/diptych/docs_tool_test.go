package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// goTool checks a call of the Go tool: that packages, tests and tools that it
// names are there. It runs none of them.
func (sh *shell) goTool(args []string) string {
	switch args[0] {
	case "build":
		return sh.packages(args[1:])
	case "vet", "doc":
		return sh.packages(args[1:])
	case "test":
		return sh.goTest(args[1:])
	case "mod":
		if strings.Join(args, " ") == "mod tidy -diff" {
			return ""
		}
	case "tool":
		mod, err := os.ReadFile(filepath.Join(sh.project, "go.mod"))
		if err != nil {
			return err.Error()
		}
		if !strings.Contains(string(mod), "/"+args[1]+"\n") {
			return "go.mod names no such tool"
		}
		return sh.packages(args[2:])
	}
	return "this call of go is not known here; teach the test to check it"
}

// packages checks that the arguments that are packages exist.
func (sh *shell) packages(args []string) string {
	for _, arg := range args {
		if !strings.HasPrefix(arg, "./") {
			continue
		}
		if files := sh.goFiles(arg, ".go"); len(files) == 0 {
			return "there is no package " + arg
		}
	}
	return ""
}

// goFiles lists the Go files of a package, or of all below it for /... .
func (sh *shell) goFiles(pkg, end string) []string {
	key := [3]string{sh.project, pkg, end}
	if files, ok := listed.Load(key); ok {
		return files.([]string)
	}
	files := sh.listFiles(pkg, end)
	listed.Store(key, files)
	return files
}

func (sh *shell) listFiles(pkg, end string) []string {
	folder, deep := strings.CutSuffix(pkg, "/...")
	var out []string
	root := filepath.Join(sh.project, filepath.FromSlash(folder))
	_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // what is not there has no files
		case d.IsDir() && name != root && (!deep || d.Name() == "node_modules" || d.Name() == ".git"):
			return filepath.SkipDir
		case !d.IsDir() && strings.HasSuffix(name, end):
			out = append(out, name)
		}
		return nil
	})
	return out
}

// goTest checks that -run, -bench and -fuzz name something in the packages.
func (sh *shell) goTest(args []string) string {
	var pkgs []string
	wanted := map[string]string{}
	for i := 0; i < len(args); i++ {
		switch arg := args[i]; {
		case strings.HasPrefix(arg, "./"):
			pkgs = append(pkgs, arg)
		case arg == "-run" || arg == "-bench" || arg == "-fuzz":
			i++
			wanted[arg] = strings.Trim(args[i], `'"`)
		case arg == "-benchtime" || arg == "-fuzztime" || arg == "-timeout":
			i++
		case arg == "-short" || arg == "-race" || arg == "-v" || arg == "-cover":
		default:
			return "the flag " + arg + " is not known here"
		}
	}
	if len(pkgs) == 0 {
		return "it names no package"
	}
	if problem := sh.packages(pkgs); problem != "" {
		return problem
	}
	for flag, pattern := range wanted {
		if pattern == "^$" {
			continue // runs no test, on purpose
		}
		if !sh.hasTest(pkgs, map[string]string{"-run": "Test|Fuzz|Example", "-bench": "Benchmark", "-fuzz": "Fuzz"}[flag], pattern) {
			return flag + " " + pattern + " finds nothing"
		}
	}
	return ""
}

// hasTest reports whether a function of the packages' tests has the prefix and
// a name that the pattern finds.
func (sh *shell) hasTest(pkgs []string, prefix, pattern string) bool {
	name, begins := regexp.MustCompile(pattern), regexp.MustCompile("^(?:"+prefix+")")
	for _, pkg := range pkgs {
		for _, file := range sh.goFiles(pkg, "_test.go") {
			for _, f := range testFuncs(file) {
				if begins.MatchString(f) && name.MatchString(f) {
					return true
				}
			}
		}
	}
	return false
}

var (
	funcLine  = regexp.MustCompile(`(?m)^func (\w+)\(`)
	readFuncs sync.Map // from files to the names of their functions; a file is read once
	listed    sync.Map // from a project, packages and an ending to the files; a folder is read once
)

func testFuncs(file string) []string {
	if names, ok := readFuncs.Load(file); ok {
		return names.([]string)
	}
	src, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	var names []string
	for _, m := range funcLine.FindAllSubmatch(src, -1) {
		names = append(names, string(m[1]))
	}
	readFuncs.Store(file, names)
	return names
}

// projectSources are the files of the project that may read the environment.
func projectSources(project string) string {
	sh := &shell{project: project}
	files := append(sh.goFiles("./internal/...", ".go"), sh.goFiles("./cmd/...", ".go")...)
	files = append(files, filepath.Join(project, ".ci/run"))
	files = append(files, sh.goFiles("./.ci/browser/...", ".mjs")...)
	var b strings.Builder
	for _, file := range files {
		if src, err := os.ReadFile(file); err == nil {
			b.Write(src)
		}
	}
	return b.String()
}

// reads reports whether the project reads a variable of the environment; GOOS
// is the Go tool's.
func (sh *shell) reads(variable string) bool {
	return variable == "GOOS" || strings.Contains(sh.sources, `etenv("`+variable+`")`) || strings.Contains(sh.sources, "${"+variable+":-") ||
		regexp.MustCompile(`process\.env\.`+variable+`\b`).MatchString(sh.sources)
}
