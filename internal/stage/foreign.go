package stage

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// entry is something in an output folder that the tool did not make.
type entry struct {
	name string // slash-separated below the folder
	info fs.FileInfo
	copy bool // stands in the stage as a copy
}

// survey is what stands in an output folder.
type survey struct {
	foreign []entry  // a folder before what it holds
	edited  []string // files of the tool's that are not what it wrote
}

// surveyor looks through an output folder.
type surveyor struct {
	place   string
	ours    func(name string) bool
	folders map[string]bool // of the tool's
	list    manifest
	since   time.Time // when the list was written: what did not change since is as it was
	out     survey
}

// look surveys the output at place, of which list is known. Where that is
// nothing, the files that are written now are taken for the tool's.
func (s *Stage) look(list manifest) (survey, error) {
	if list.kind == none {
		return survey{}, nil
	}
	v := surveyor{place: s.place, list: list, ours: list.has, folders: list.folders()}
	if list.kind == unknown {
		v.ours, v.folders = s.written.has, s.written.folders()
	}
	if info, err := os.Lstat(filepath.Join(s.place, listName)); err == nil {
		v.since = changed(filepath.Join(s.place, listName), info)
	}
	err := v.folder(".")
	return v.out, err
}

func (m manifest) has(name string) bool {
	_, ok := m.files[name]
	return ok
}

func (v *surveyor) folder(dir string) error {
	entries, err := os.ReadDir(filepath.Join(v.place, filepath.FromSlash(dir)))
	if err != nil {
		return v.cannot(dir, err)
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if name == listName {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // gone meanwhile
		}
		if err != nil {
			return v.cannot(name, err)
		}
		if err := v.entry(name, info); err != nil {
			return err
		}
	}
	return nil
}

func (v *surveyor) cannot(name string, err error) error {
	return refuse("move it elsewhere, or "+elsewhere, "output folder %s: cannot read %s: %v", v.place, name, bare(err))
}

func (v *surveyor) entry(name string, info fs.FileInfo) error {
	full := filepath.Join(v.place, filepath.FromSlash(name))
	switch {
	case (info.IsDir() || !v.ours(name)) && mounted(full):
		return refuse("unmount it, or "+elsewhere, "output folder %s: %s is mounted and cannot be kept", v.place, name)
	case info.IsDir():
		if !v.folders[name] {
			v.out.foreign = append(v.out.foreign, entry{name: name, info: info})
		}
		return v.folder(name)
	case info.Mode().IsRegular() && v.ours(name):
		if v.isEdited(name, full, info) {
			v.out.edited = append(v.out.edited, name)
		}
	case info.Mode().IsRegular() || info.Mode()&fs.ModeSymlink != 0:
		if v.ours(name) {
			v.out.edited = append(v.out.edited, name)
			return nil
		}
		v.out.foreign = append(v.out.foreign, entry{name: name, info: info})
	default:
		return refuse("remove it, or "+elsewhere, "output folder %s: %s is neither file nor folder nor link and cannot be kept", v.place, name)
	}
	return nil
}

// isEdited reports whether a file of the list is other than it was written. It is
// read only where it changed after the list.
func (v *surveyor) isEdited(name, full string, info fs.FileInfo) bool {
	f := v.list.files[name]
	if v.list.kind == unknown || f == (file{}) {
		return false
	}
	if info.Size() != f.size {
		return true
	}
	if changed(full, info).Before(v.since) && v.since.Before(time.Now()) { // a clock that was set back tells nothing
		return false
	}
	sum, err := sumOf(full)
	return err == nil && sum != f.sum
}

func sumOf(name string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return [sha256.Size]byte(h.Sum(nil)), err
}

// keep puts what the tool did not make into the stage as well: files as hard links
// or, where those cannot be had, as copies; links as links. It refuses where
// a file of the site stands at such a name.
func (s *Stage) keep(foreign []entry) error {
	var inTheWay []string
	for i := 0; i < len(foreign); i++ {
		e := &foreign[i]
		clash, err := s.keepOne(e)
		if err != nil {
			return err
		}
		if clash {
			inTheWay = append(inTheWay, e.name)
			for i+1 < len(foreign) && within(foreign[i+1].name, e.name) {
				i++
			}
		}
	}
	if n := len(inTheWay); n > 0 {
		more := ""
		if n > 1 {
			more = fmt.Sprintf(" and %d more", n-1)
		}
		return refuse("move it elsewhere, or remove it", "output folder %s: diptych did not make %s%s, and the site has files of that name",
			s.place, inTheWay[0], more)
	}
	own := s.written.folders()
	for _, e := range slices.Backward(foreign) { // a folder's time is set when all is in it
		if e.info.IsDir() && !own[e.name] {
			if err := like(filepath.Join(s.path, filepath.FromSlash(e.name)), e.info); err != nil {
				return s.spoken(err)
			}
		}
	}
	return nil
}

func within(name, dir string) bool {
	return len(name) > len(dir) && name[:len(dir)] == dir && name[len(dir)] == '/'
}

// keepOne puts an entry into the stage. It reports whether something else stands
// there; a file of the same bytes is nothing else.
func (s *Stage) keepOne(e *entry) (clash bool, err error) {
	from, to := filepath.Join(s.place, filepath.FromSlash(e.name)), filepath.Join(s.path, filepath.FromSlash(e.name))
	there, err := os.Lstat(to)
	switch {
	case err == nil && e.info.IsDir() && there.IsDir():
		return false, nil
	case err == nil:
		return !alike(from, to), nil
	case errors.Is(err, syscall.ENOTDIR): // a file of the site where its folder was
		return true, nil
	}
	if err := s.mkdir(filepath.Dir(to)); err != nil {
		return false, s.spoken(err)
	}
	e.copy, err = s.disk.duplicate(from, to, e.info, func() error { return s.note(e.name) })
	if errors.Is(err, errChanged) || errors.Is(err, fs.ErrNotExist) {
		return false, s.meanwhile(e.name)
	}
	if err != nil {
		return false, fmt.Errorf("output folder %s: cannot keep %s: %w", s.place, e.name, bare(err))
	}
	if e.info.IsDir() {
		s.dirs.Store(to, true)
	}
	return false, nil
}

// meanwhile says that a file was changed by somebody else during a commit.
func (s *Stage) meanwhile(name string) error {
	return refuse("build again", "output folder %s: %s was changed while the new output was put in its place", s.place, name)
}

// unchanged refuses where somebody has changed what was put into the stage.
func (s *Stage) unchanged(foreign []entry) error {
	for _, e := range foreign {
		now, err := os.Lstat(filepath.Join(s.place, filepath.FromSlash(e.name)))
		same := err == nil && os.SameFile(now, e.info) && now.Mode().Type() == e.info.Mode().Type()
		if same && e.copy {
			same = now.Size() == e.info.Size() && now.ModTime().Equal(e.info.ModTime())
		}
		if !same {
			return s.meanwhile(e.name)
		}
	}
	return nil
}

// alike reports whether two paths are one file, or two of the same bytes, or links
// to the same place.
func alike(a, b string) bool {
	ia, erra := os.Lstat(a)
	ib, errb := os.Lstat(b)
	if erra != nil || errb != nil || ia.Mode().Type() != ib.Mode().Type() {
		return false
	}
	switch {
	case ia.Mode()&fs.ModeSymlink != 0:
		ta, erra := os.Readlink(a)
		tb, errb := os.Readlink(b)
		return erra == nil && errb == nil && ta == tb
	case os.SameFile(ia, ib):
		return true
	}
	return ia.Mode().IsRegular() && ia.Size() == ib.Size() && sameBytes(a, b)
}

func sameBytes(a, b string) bool {
	sa, erra := sumOf(a)
	sb, errb := sumOf(b)
	return erra == nil && errb == nil && bytes.Equal(sa[:], sb[:])
}
