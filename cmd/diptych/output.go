package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// outPrefix begins the names of files that are being written. Such a file is
// none of a site's.
const outPrefix = ".diptych-out-"

// writeOut writes a file that the user named. Whatever the moment at which it is
// interrupted, the file is the old one or the whole new one. Its mode stays. A
// link is followed; a device or a pipe is written to.
func writeOut(name string, b []byte) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return putBeside(name, b, nil)
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s is a folder: name a file in it", name)
	case !info.Mode().IsRegular():
		return os.WriteFile(name, b, 0o666)
	}
	w, err := os.OpenFile(name, os.O_WRONLY, 0) // what may not be written is not replaced either
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return putBeside(name, b, info)
}

// putBeside writes a file beside the one that it becomes. Without one to be
// like, its mode is that of any new file.
func putBeside(name string, b []byte, like fs.FileInfo) (err error) {
	tmp := filepath.Join(filepath.Dir(name), fmt.Sprintf("%s%x", outPrefix, rand.Uint64()))
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		var of *fs.PathError
		if errors.As(err, &of) {
			of.Path = name // what the user asked for
		}
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp))
		}
	}()
	_, err = f.Write(b)
	if like != nil {
		err = errors.Join(err, f.Chmod(like.Mode().Perm()))
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}
