package publish

import (
	"os"
	"syscall"
)

// peakMiB is the most memory that a process which has ended held at a time.
func peakMiB(ended *os.ProcessState) int64 {
	if usage, ok := ended.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss >> 10 // KiB here, bytes or nothing elsewhere
	}
	return 0
}
