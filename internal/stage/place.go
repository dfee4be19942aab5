package stage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Refusal says why an output folder is left as it is.
type Refusal struct {
	Text string
	Hint string // what to do
}

func (r *Refusal) Error() string { return r.Text }

func refuse(hint, format string, args ...any) error {
	return &Refusal{Text: fmt.Sprintf(format, args...) + "; it is left as it is", Hint: hint}
}

const elsewhere = "name another folder with --out"

// Resolve returns where a folder is that need not be there yet: the absolute path,
// no part of which is a link. As the system does, it follows a link before a ".."
// behind it.
func Resolve(place string) (string, error) {
	real, err := filepath.EvalSymlinks(place)
	if err == nil {
		return filepath.Abs(real)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("output folder %s: %w", place, bare(err))
	}
	if info, err := os.Lstat(unslashed(place)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return "", refuse("make the folder that it leads to, or "+elsewhere, "output folder %s is a link that leads nowhere", unslashed(place))
	}
	above, name := split(place)
	if above == place {
		return "", err
	}
	dir, err := Resolve(above)
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, name), nil
}

// split parts the last element of a path from those before it, which it leaves as
// they are: unlike filepath.Dir it does not take a link away with a "..".
func split(path string) (above, name string) {
	path = unslashed(path)
	start := len(path)
	for start > 0 && !os.IsPathSeparator(path[start-1]) {
		start--
	}
	if above = path[:start]; above == "" {
		above = "."
	}
	return above, path[start:]
}

// unslashed is a path without the separators at its end, for which the system
// would follow a link.
func unslashed(path string) string {
	for len(path) > 1 && os.IsPathSeparator(path[len(path)-1]) {
		path = path[:len(path)-1]
	}
	return path
}

// mayStand refuses a place where no output can stand, whatever is in it. It reports
// whether there is a folder.
func mayStand(place string) (there bool, err error) {
	info, err := os.Lstat(place)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("output folder %s: %w", place, bare(err))
	}
	if !info.IsDir() {
		return false, refuse(elsewhere, "output folder %s is no folder", place)
	}
	if mounted(place) {
		return false, refuse("name a folder in it with --out", "output folder %s is the root of a file system, which cannot be replaced", place)
	}
	return true, nil
}

// inspect returns what the folder at place holds of the tool's. It refuses one
// that holds other things alone, and whatever is no folder. Only who has the lock
// can be sure of what it says.
func inspect(place string) (manifest, error) {
	if there, err := mayStand(place); !there {
		return manifest{}, err
	}
	entries, err := os.ReadDir(place)
	if err != nil {
		return manifest{}, fmt.Errorf("output folder %s: %w", place, bare(err))
	}
	m, err := readList(place)
	switch {
	case errors.Is(err, errList):
		return m, refuse(elsewhere+", or remove this one yourself", "output folder %s: its file %s is %v", place, listName, err)
	case err != nil:
		return m, fmt.Errorf("output folder %s: cannot read %s: %w", place, listName, bare(err))
	case m.kind == none && len(entries) > 0:
		return m, refuse(elsewhere+"; or put an empty file "+listName+" into this one: what it holds is kept then",
			"output folder %s holds files that diptych did not make", place)
	}
	return m, nil
}

// bare is the cause of an error at a file, without the name of the file.
func bare(err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
		return at.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// makeFolders makes a folder and those above it, and returns those that were not
// there, the outermost first.
func makeFolders(dir string) (made []string, err error) {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if above := filepath.Dir(dir); above != dir {
		if made, err = makeFolders(above); err != nil {
			return made, err
		}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) { // another build made it, or took it away: acquire sees to it
			return made, nil
		}
		return made, err
	}
	return append(made, dir), nil
}
