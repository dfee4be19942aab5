//go:build unix

package stage

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// otherDevice reports whether a folder or file is on another device than the one above it.
func otherDevice(dir string) bool {
	var st, above unix.Stat_t
	return unix.Lstat(dir, &st) == nil && unix.Lstat(filepath.Dir(dir), &above) == nil && st.Dev != above.Dev
}

// changed is when a file or its attributes were last changed, which nobody sets.
func changed(name string, info fs.FileInfo) time.Time {
	var st unix.Stat_t
	if err := unix.Lstat(name, &st); err != nil {
		return info.ModTime()
	}
	return time.Unix(st.Ctim.Unix())
}

// own gives a file the owner of another, as far as that is allowed.
func own(to string, info fs.FileInfo) {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		_ = os.Lchown(to, int(st.Uid), int(st.Gid))
	}
}

// likeLink gives a link the owner and time of another, as far as that is allowed.
func likeLink(to string, info fs.FileInfo) {
	own(to, info)
	if t, err := unix.TimeToTimespec(info.ModTime()); err == nil {
		_ = unix.UtimesNanoAt(unix.AT_FDCWD, to, []unix.Timespec{t, t}, unix.AT_SYMLINK_NOFOLLOW)
	}
}

// settle writes to the disk what stands in a folder.
func settle(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil // a folder that nobody may list
	}
	defer d.Close()
	return d.Sync()
}
