package stage

import (
	"os"

	"golang.org/x/sys/unix"
)

// flush writes all files of a stage to the disk, by syncfs(2): the whole file
// system at once takes less than each file for itself.
func flush(stage string) error {
	d, err := os.Open(stage)
	if err != nil {
		return err
	}
	defer d.Close()
	return unix.Syncfs(int(d.Fd()))
}

// mounted reports whether a folder or file is the root of a file system.
func mounted(dir string) bool {
	var st unix.Statx_t
	if err := unix.Statx(unix.AT_FDCWD, dir, unix.AT_SYMLINK_NOFOLLOW|unix.AT_NO_AUTOMOUNT, 0, &st); err == nil && st.Attributes_mask&unix.STATX_ATTR_MOUNT_ROOT != 0 {
		return st.Attributes&unix.STATX_ATTR_MOUNT_ROOT != 0
	}
	return otherDevice(dir)
}
