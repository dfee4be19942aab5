package theme

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/page"
)

const (
	folder     = "themes"
	baseFile   = "base.html"
	scriptFile = "assets/script.js"
	customFile = "themes/custom.css"
)

// maxFile is how many bytes a file of a theme may have: every page holds the style
// and the script.
const maxFile = 1 << 20

// source is one file of a theme.
type source struct {
	file string // below the site, for problems
	text string
}

// sources is a theme: the default one with a site's files laid over it.
type sources struct {
	files   map[string]source // by path below the theme's folder
	custom  *source           // themes/custom.css, or nil
	changed bool              // some file is the site's own
}

func readSources(embedded, site fs.FS, name string, list *diag.List) *sources {
	s := &sources{files: map[string]source{}}
	s.overlay(embedded, defaultName, path.Join(folder, defaultName), list)
	known := s.names()
	if site == nil {
		site = noFiles{}
	}
	dir := path.Join(folder, name)
	info, err := fs.Stat(site, dir)
	switch {
	case !fs.ValidPath(dir) || strings.Contains(name, "/"):
		list.Errorf(diag.Pos{File: "site.toml"}, diag.Theme, "it is the name of a folder in themes/", "theme %q is not a name", name)
	case err == nil && info.IsDir():
		own := &sources{files: map[string]source{}}
		own.overlay(site, dir, dir, list)
		own.checkNames(known, list)
		for p, f := range own.files {
			s.files[p], s.changed = f, true
		}
	case err == nil:
		list.Errorf(diag.Pos{File: dir}, diag.Theme, "it is the folder of the theme", "a file, not a folder")
	case !errors.Is(err, fs.ErrNotExist):
		list.Errorf(diag.Pos{File: dir}, diag.Theme, "", "cannot read the theme: %v", diag.Reason(err))
	case name != defaultName:
		list.Errorf(diag.Pos{File: "site.toml"}, diag.Theme, diag.DidYouMean(name, themeNames(site), "leave theme out to have the default one"),
			"unknown theme %q", name)
	}
	if css, err := read(site, customFile); err == nil {
		s.custom = &source{customFile, css}
	} else if !errors.Is(err, fs.ErrNotExist) {
		list.Errorf(diag.Pos{File: customFile}, diag.Theme, "", "cannot read the style: %v", diag.Reason(err))
	}
	return s
}

// overlay adds every file below dir, named as below shown in problems.
func (s *sources) overlay(fsys fs.FS, dir, shown string, list *diag.List) {
	err := fs.WalkDir(fsys, dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		rel := strings.TrimPrefix(p, dir+"/")
		text, err := read(fsys, p)
		if err != nil { // of a link to a folder, too
			hint := "put the file itself here"
			if d.Type().IsRegular() {
				hint = ""
			}
			list.Errorf(diag.Pos{File: path.Join(shown, rel)}, diag.Theme, hint, "cannot read the file: %v", diag.Reason(err))
			return nil
		}
		s.files[rel] = source{path.Join(shown, rel), text}
		return nil
	})
	if err != nil {
		list.Errorf(diag.Pos{File: shown}, diag.Theme, "", "cannot read the theme: %v", diag.Reason(err))
	}
}

// checkNames reports files of a site's theme that nothing would use.
func (s *sources) checkNames(known []string, list *diag.List) {
	for p, f := range s.files {
		dir, file := path.Split(p)
		switch {
		case slices.Contains(known, p), dir == "partials/" && path.Ext(file) == ".html":
		case strings.EqualFold(path.Ext(p), ".md"), strings.HasPrefix(strings.ToUpper(p), "LICEN"):
		default:
			list.Errorf(diag.Pos{File: f.file}, diag.Theme, diag.DidYouMean(p, known, "a theme has base.html, partials/, pages/<kind>.html and assets/"),
				"no page uses the file")
		}
	}
}

// names returns the paths of all files of the theme and of the pages that it
// must have, sorted.
func (s *sources) names() []string {
	var out []string
	for p := range s.files {
		out = append(out, p)
	}
	for _, k := range page.Kinds {
		out = append(out, pageFile(k.Kind))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// ownScript is the file of the script that a kind of page has for itself.
func ownScript(kind page.Spec) string { return "assets/" + kind.Script + ".js" }

func pageFile(k page.Kind) string { return "pages/" + string(k) + ".html" }

func themeNames(site fs.FS) []string {
	names := []string{defaultName}
	entries, _ := fs.ReadDir(site, folder)
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// read reads a file of a theme.
func read(fsys fs.FS, name string) (string, error) {
	b, err := fs.ReadFile(fsys, name)
	if err == nil && len(b) > maxFile {
		err = fmt.Errorf("it is larger than %d KiB", maxFile>>10)
	}
	return clean(b), err
}

// clean drops a byte order mark and makes line ends alike.
func clean(b []byte) string {
	return strings.ReplaceAll(strings.TrimPrefix(string(b), "\uFEFF"), "\r\n", "\n")
}

// noFiles is the file system of a site without files of its own.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
