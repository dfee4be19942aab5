// Package scaffold holds what a new site and a new policy begin with, and knows
// which of their words wait to be replaced. It keeps the law that the words a
// newcomer must replace are written once: the files name them, and the rule
// placeholder looks for them. It leaves writing files to the command.
package scaffold

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed site
var site embed.FS

// File is a file of a new site.
type File struct {
	Name string // below the site, slash-separated
	Data string
}

// Facts are what a new site is told.
type Facts struct {
	Date string // YYYY-MM-DD: when its first version takes effect
	Tag  string // of the program, vX.Y.Z; "" where it has none
}

// Zone is the time zone of a new site.
const Zone = "Asia/Shanghai"

// noTag stands in the workflows where the program has no tag of its own.
const noTag = "v0.0.0"

// names says where the files go whose names cannot stand in the program's own
// tree.
var names = strings.NewReplacer("gitignore", ".gitignore", "github/", ".github/workflows/", "privacy/first/", "privacy/1.0/")

// Files are those of a new site, in order of their names here.
func Files(f Facts) ([]File, error) {
	if f.Tag == "" {
		f.Tag = noTag
	}
	words := strings.NewReplacer("{{date}}", f.Date, "{{tag}}", f.Tag, "{{zone}}", Zone,
		"{{owner.zh}}", ownerZH, "{{owner.en}}", ownerEN, "{{mail}}", mail)
	root, err := fs.Sub(site, "site")
	if err != nil {
		return nil, err
	}
	var out []File
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		out = append(out, File{names.Replace(name), words.Replace(string(data))})
		return err
	})
	return out, err
}
