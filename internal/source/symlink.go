package source

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// follow finds out where a symbolic link leads.
func (t tree) follow(e *entry) error {
	if t.links == nil {
		return errNoLinks
	}
	real, err := t.resolve(e.real)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return errors.New("the symbolic link leads to nothing")
		}
		return err
	}
	if hidden(real) { // the credentials in .git/config among them
		return errHidden
	}
	info, err := fs.Stat(t.fsys, real)
	if err != nil {
		return err
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return errDevice
	}
	e.real, e.dir = real, info.IsDir()
	return nil
}

// hidden reports whether a path leads to or through what the system hides.
func hidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return len(part) > 1 && part[0] == '.' })
}

// maxLinks bounds the links on the way to a file, as operating systems do.
const maxLinks = 40

// resolve returns the path without symbolic links, all of which must stay
// inside the site.
func (t tree) resolve(name string) (string, error) { return t.resolveIn(".", name) }

// resolveIn is resolve for a path from the folder at, which has no links.
func (t tree) resolveIn(at, rest string) (string, error) {
	if t.links == nil {
		return path.Join(at, rest), nil
	}
	seen := 0
	for rest != "" {
		var part string
		part, rest, _ = strings.Cut(rest, "/")
		switch part {
		case "", ".":
			continue
		case "..":
			if at == "." {
				return "", errOutside
			}
			at = path.Dir(at)
			continue
		}
		next := path.Join(at, part)
		info, err := t.links.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		target, err := t.links.ReadLink(next)
		if err != nil {
			return "", err
		}
		if seen++; seen > maxLinks {
			return "", errLoop
		}
		if path.IsAbs(target) {
			return "", errAbsolute
		}
		if strings.ContainsAny(target, `\:`) {
			return "", errOutside
		}
		rest = target + "/" + rest
	}
	return at, nil
}
