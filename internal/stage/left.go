package stage

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// What stands beside an output while it is written has a name that begins with
// besides: "lock", or a number for a stage, which "-old" follows for the output that
// was replaced and "-list" for the list that is going to be swapped in.
const (
	oldSuffix  = "-old"
	listSuffix = "-list"
)

// besides begins the names of what stands beside the output at place; siblings,
// so that a swap is a rename. Names have a limit of 255 bytes.
func besides(place string) string {
	dir, base := filepath.Split(place)
	if len(base) > 200 {
		base = fmt.Sprintf("%x", sha256.Sum256([]byte(base)))
	}
	return filepath.Join(dir, "."+base+".diptych-")
}

// leftovers lists the stages beside the output at place, and with them what else
// begins like them.
func leftovers(place string) (paths []string) {
	entries, err := os.ReadDir(filepath.Dir(place))
	if err != nil {
		return nil // a folder that nobody may list
	}
	for _, e := range entries {
		number, ours := strings.CutPrefix(e.Name(), filepath.Base(besides(place)))
		kind := fs.ModeDir
		if n, ok := strings.CutSuffix(number, listSuffix); ok {
			number, kind = n, 0
		}
		number = strings.TrimSuffix(number, oldSuffix)
		if ours && number != "" && strings.Trim(number, "0123456789") == "" && e.Type() == kind {
			paths = append(paths, filepath.Join(filepath.Dir(place), e.Name()))
		}
	}
	return paths
}

// sweepLeft takes away what builds that were stopped left beside the output at
// place, whose list is now. The report gets what stays. It passes over what an
// earlier program is writing, which locks nothing else.
func (r *Report) sweepLeft(place string, now manifest) {
	for _, path := range leftovers(place) {
		if strings.HasSuffix(path, listSuffix) {
			_ = os.Remove(path) // in nobody's way
			continue
		}
		if free(path) {
			r.sweep(path, place, now, false)
		}
	}
}

// sweep takes a tree away, and names what stays.
func (r *Report) sweep(tree, place string, now manifest, rescue bool) {
	left, stuck := sweep(tree, place, now, rescue)
	r.Left = append(r.Left, left...)
	if stuck {
		r.Stuck = append(r.Stuck, tree)
	}
}

// restore puts the old output back where a build was stopped between the two
// renames of a swap.
func restore(place string) error {
	if _, err := os.Lstat(place); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, path := range leftovers(place) {
		if !strings.HasSuffix(path, oldSuffix) {
			continue
		}
		if list, err := readList(path); err == nil && list.kind != none {
			return os.Rename(path, place)
		}
	}
	return nil
}
