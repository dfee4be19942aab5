package source

import "io/fs"

// Within reads a site's folder as content/ is read: symbolic links that stay in
// the site are followed, and what is hidden is refused by whatever name. It is
// for the other folders of the site, and for site.toml.
func Within(fsys fs.FS) fs.FS {
	if t := newTree(fsys); t.links != nil {
		return guarded{t}
	}
	return fsys
}

type guarded struct{ tree }

// real is where a name leads.
func (g guarded) real(op, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	real, err := g.resolve(name)
	if err == nil && hidden(real) {
		err = errHidden
	}
	if err != nil {
		return "", &fs.PathError{Op: op, Path: name, Err: err}
	}
	return real, nil
}

// Open opens what a name leads to.
func (g guarded) Open(name string) (fs.File, error) {
	real, err := g.real("open", name)
	if err != nil {
		return nil, err
	}
	return g.fsys.Open(real)
}

// ReadFile reads it as the folder itself does, which may bound its size.
func (g guarded) ReadFile(name string) ([]byte, error) {
	real, err := g.real("read", name)
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(g.fsys, real)
}
