//go:build !linux

package stage

import (
	"io/fs"
	"path/filepath"

	"golang.org/x/sync/errgroup"
)

// flush writes all files and folders of a stage to the disk.
func flush(stage string) error {
	var group errgroup.Group
	group.SetLimit(32)
	err := filepath.WalkDir(stage, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() && !d.Type().IsRegular() {
			return err
		}
		group.Go(func() error { return syncFile(name, d.IsDir()) })
		return nil
	})
	if e := group.Wait(); err == nil {
		err = e
	}
	return err
}

func mounted(dir string) bool { return otherDevice(dir) }
