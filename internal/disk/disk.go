// Package disk reads a folder of the disk as an fs.FS. It keeps the laws that
// nothing outside the folder is read, whatever symbolic links stand in it and
// whoever changes them meanwhile, that opening never waits: what is neither a
// regular file nor a folder is refused, and that no file is read whole that is
// larger than any that a site may hold. Which links and names a site may have is
// judged by package source.
package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Folder is a folder of the disk. It may be a symbolic link itself. It is looked
// for each time that it is read: a preview outlives the folder that it began with.
type Folder struct{ dir string }

// At is the folder with a path.
func At(dir string) Folder { return Folder{dir} }

// Why something cannot be read.
var (
	ErrOutside = errors.New("the symbolic link leads out of the site")
	ErrKind    = errors.New("not a regular file")
	ErrSize    = fmt.Errorf("it is larger than %d MiB", MaxFile>>20)
)

// MaxFile is the size of the largest file that is read whole.
const MaxFile = 64 << 20

// Open opens a file or a folder.
func (d Folder) Open(name string) (fs.File, error) {
	var out *os.File
	err := d.do("open", name, func(root *os.Root) error {
		f, err := root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|unwaiting, 0)
		if err != nil {
			return err
		}
		info, err := f.Stat()
		if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
			err = ErrKind
		}
		if err != nil {
			return errors.Join(err, f.Close())
		}
		out = f
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// ReadFile reads a whole file. It asks for the size first: a file of nothing but a
// hole takes no room on the disk, and all of it in memory.
func (d Folder) ReadFile(name string) ([]byte, error) {
	f, err := d.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Size() > MaxFile {
		err = ErrSize
	}
	var data []byte
	if err == nil {
		data, err = readAll(f, info.Size())
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: why(err)}
	}
	return data, nil
}

// readAll reads a file to its end, which may lie elsewhere than its size said.
func readAll(f fs.File, size int64) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, max(size, 0)+bytes.MinRead))
	n, err := b.ReadFrom(io.LimitReader(f, MaxFile+1))
	if err == nil && n > MaxFile {
		err = ErrSize
	}
	return b.Bytes(), err
}

// Stat says what a name leads to.
func (d Folder) Stat(name string) (info fs.FileInfo, err error) {
	err = d.do("stat", name, func(root *os.Root) (err error) {
		info, err = root.Stat(filepath.FromSlash(name))
		return err
	})
	return info, err
}

// Lstat says what stands there, which may be a link.
func (d Folder) Lstat(name string) (info fs.FileInfo, err error) {
	err = d.do("lstat", name, func(root *os.Root) (err error) {
		info, err = root.Lstat(filepath.FromSlash(name))
		return err
	})
	return info, err
}

// ReadLink returns where a link leads.
func (d Folder) ReadLink(name string) (target string, err error) {
	err = d.do("readlink", name, func(root *os.Root) (err error) {
		target, err = root.Readlink(filepath.FromSlash(name))
		return err
	})
	return filepath.ToSlash(target), err
}

// do does something in the folder. Its errors name the path below it.
func (d Folder) do(op, name string, do func(*os.Root) error) error {
	if !fs.ValidPath(name) {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	root, err := os.OpenRoot(d.dir)
	if err != nil {
		return err
	}
	err = do(root)
	_ = root.Close() // it was only read
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: name, Err: why(err)}
}

// why is an error without the path, in words that fit a site.
func why(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	var number syscall.Errno
	switch {
	case errors.Is(err, ErrSize):
		return ErrSize
	case errors.Is(err, ErrKind), errors.Is(err, syscall.ENXIO): // a socket
		return ErrKind
	case errors.As(err, &number):
		return number
	case err.Error() == escapes:
		return ErrOutside
	}
	return err
}

// escapes is how package os says that a path leads out of a Root: it has no
// name for the error.
const escapes = "path escapes from parent"
