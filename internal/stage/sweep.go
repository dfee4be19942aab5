package stage

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// sweeper takes a stage, or an output that was replaced, away: what its list names,
// and what stands in the present output too. The rest stays.
type sweeper struct {
	tree, present string
	ours          func(name string) bool
	rescue        bool // what the present output lacks is given to it
	rm            func(string) error
	left          []string
	stuck         bool // something that may go cannot be removed
}

// sweep takes a tree away, where now is known of the present output. It returns the paths that
// stay as nobody else has them, and whether the tree stays for nothing but what the system refuses
// to remove. The list of the tree goes last, so that a sweep that was stopped can go on.
func sweep(tree, present string, now manifest, rescue bool) (left []string, stuck bool) {
	a, err := os.Lstat(tree)
	if err != nil {
		return nil, false
	}
	if b, err := os.Lstat(present); err == nil && os.SameFile(a, b) {
		return []string{tree}, false // one folder by two names
	}
	list, err := readList(tree)
	s := sweeper{tree: tree, present: present, ours: list.has, rescue: rescue, rm: os.Remove}
	if list.kind == unknown {
		s.ours = now.has
	}
	if !s.folder(".", true) {
		return s.left, s.stuck && len(s.left) == 0
	}
	if err == nil {
		err = os.Remove(filepath.Join(tree, listName))
	}
	if gone(err) && gone(os.Remove(tree)) {
		return nil, false
	}
	return nil, true
}

// folder takes away what stands in a folder. It reports whether that is all; the
// list of the tree does not count. Above is true where the folder above is one in the
// present output as well, and no link.
func (s *sweeper) folder(dir string, above bool) bool {
	full := filepath.Join(s.tree, filepath.FromSlash(dir))
	if info, err := os.Lstat(full); err == nil && info.Mode().Perm()&0o700 != 0o700 {
		_ = os.Chmod(full, info.Mode()|0o700) // one that nobody may write to is like the one in the output
	}
	entries, err := os.ReadDir(full)
	if err != nil {
		s.left = append(s.left, full)
		return false
	}
	info, err := os.Lstat(filepath.Join(s.present, filepath.FromSlash(dir)))
	both := above && err == nil && info.IsDir()
	empty := true
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if name == listName {
			continue
		}
		before, stuck := len(s.left), s.stuck
		s.stuck = false
		if !s.entry(name, e.Type(), both) {
			empty = false
			if len(s.left) == before && !s.stuck {
				s.left = append(s.left, filepath.Join(s.tree, filepath.FromSlash(name)))
			}
		}
		s.stuck = s.stuck || stuck
	}
	return empty
}

// entry takes an entry away. It reports whether it is gone. Both is true where its
// folder stands in the present output as well.
func (s *sweeper) entry(name string, kind fs.FileMode, both bool) bool {
	full, there := filepath.Join(s.tree, filepath.FromSlash(name)), filepath.Join(s.present, filepath.FromSlash(name))
	switch {
	case kind.IsDir():
		return !mounted(full) && s.folder(name, both) && s.remove(full)
	case !kind.IsRegular() && kind&fs.ModeSymlink == 0:
		return false
	case s.ours(name) || both && (alike(full, there) || s.rescue && saved(full, there)):
		return s.remove(full)
	}
	return false
}

// remove removes what may go. It reports whether the system let it.
func (s *sweeper) remove(full string) bool {
	done := gone(s.rm(full))
	s.stuck = s.stuck || !done
	return done
}

func gone(err error) bool { return err == nil || errors.Is(err, fs.ErrNotExist) }

// saved gives a file to the present output that has nothing of its name: somebody
// made it at the very moment of the swap.
func saved(full, there string) bool {
	info, err := os.Lstat(full)
	if err != nil {
		return false
	}
	if _, err := os.Lstat(there); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	_, err = system().duplicate(full, there, info, func() error { return nil })
	return err == nil && alike(full, there)
}
