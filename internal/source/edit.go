package source

import (
	"io/fs"
	"path"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Edit is what a command wants done to one file of a site: to make it, or to
// put other bytes in its place. The commands only say so; whoever calls them
// writes.
type Edit struct {
	File string // below the site, as the user sees it
	Real string // the same without symbolic links
	Old  []byte // the whole file as it was read; nil where it is to be made
	New  []byte
}

// create is an edit that makes a file.
func create(name string, data []byte) Edit { return Edit{File: name, Real: name, New: data} }

// Refusal is why a command does not do what it was asked for.
type Refusal struct{ Text, Hint string }

func (r *Refusal) Error() string { return r.Text }

// HeadEdit is a key of front matter and the value that it is to have, spelled
// as strict.Literal does. Without a value the key is taken out. A key that is
// not there yet stands behind the key After, if that is there. Items are those of a
// list of tables that are taken out, and the others stay.
type HeadEdit struct {
	Key, Value, After string
	Items             []int
}

// EditHead returns a text with some keys of its front matter edited, one after
// another. Not a byte else becomes another.
func EditHead(file string, raw []byte, edits ...HeadEdit) ([]byte, diag.List) {
	src, l := strict.UTF8(file, raw)
	if l != nil {
		return nil, l
	}
	p, l := cut(file, src)
	if l.HasErrors() {
		return nil, l
	}
	doc, l := strict.Parse(file, p.headLine, p.head)
	if l != nil {
		return nil, inHead(l)
	}
	for _, e := range edits {
		next, err := doc, error(nil)
		switch {
		case len(e.Items) > 0:
			next, err = doc.RemoveItems(e.Key, e.Items...)
		case e.Value == "":
			next, err = doc.Remove(e.Key)
		default:
			next, err = doc.Set(e.Key, e.Value, e.After)
		}
		if err != nil {
			return nil, inHead(diag.FromError(diag.Pos{File: file}, diag.FrontMatter, err))
		}
		doc = next
	}
	if closing(doc.Source()) >= 0 {
		l.Errorf(diag.Pos{File: file}, diag.FrontMatter, `write the value on one line, with \n for the ends of its lines`,
			"a value holds a line of +++, which would close the front matter")
		return nil, l
	}
	at := len(raw) - len(src) + lineLen(src)
	return slices.Concat(raw[:at], doc.Source(), raw[at+len(p.head):]), nil
}

// inHead gives the problems of a piece of TOML the rule of front matter.
func inHead(l diag.List) diag.List {
	for i := range l {
		l[i].Rule = diag.FrontMatter
	}
	return l
}

// free refuses a folder that is there.
func free(fsys fs.FS, folder, text, hint string) error {
	if _, err := fs.Lstat(fsys, folder); err == nil {
		return &Refusal{text + " exists already; nothing was changed", hint}
	}
	return alike(fsys, folder)
}

// folderOf is the folder of a version, or of its policy where name is "".
func folderOf(slug, name string) string { return path.Join(Root, slug, name) }

// textFile is the name of a text.
func textFile(lang policy.Lang) string { return string(lang) + ".md" }
