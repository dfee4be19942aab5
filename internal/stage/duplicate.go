package stage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// errChanged says that a file was another one when it was read.
var errChanged = errors.New("changed meanwhile")

// disk is what a disk may do in its own way, or refuse.
type disk struct {
	link, swap func(a, b string) error // makes b a hard link to a; exchanges two folders at once
	flush      func(dir string) error  // returns when all that stands in dir is on the disk
	settle     func(dir string) error  // the same of its entries alone
}

// system is the disk of the system.
func system() disk { return disk{link: os.Link, swap: swap, flush: flush, settle: settle} }

// duplicate puts a second entry beside one: a link for a link, an empty folder for
// a folder, for a file a hard link or else a copy. It calls note before it copies, and
// reports whether it did.
func (d disk) duplicate(from, to string, info fs.FileInfo, note func() error) (copied bool, err error) {
	switch {
	case info.IsDir():
		return false, os.Mkdir(to, info.Mode().Perm()|0o700)
	case info.Mode()&fs.ModeSymlink != 0:
		target, err := os.Readlink(from)
		if err == nil {
			err = os.Symlink(target, to)
		}
		if err == nil {
			likeLink(to, info)
		}
		return false, err
	}
	err = d.link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if err := note(); err != nil {
		return true, err
	}
	return true, copyFile(from, to, info)
}

// copyFile copies a file with its mode, owner and time. Whether it is written to
// meanwhile is asked before the swap.
func copyFile(from, to string, info fs.FileInfo) (err error) {
	in, err := os.OpenFile(from, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	defer in.Close()
	now, err := in.Stat()
	if err == nil && !os.SameFile(now, info) {
		err = errChanged
	}
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	return like(to, info)
}

// like gives a file or folder the owner, mode and time of another. An owner that
// may not be given is left.
func like(to string, info fs.FileInfo) error {
	own(to, info)
	return errors.Join(os.Chmod(to, info.Mode()), os.Chtimes(to, info.ModTime(), info.ModTime()))
}
