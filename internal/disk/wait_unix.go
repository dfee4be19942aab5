//go:build unix

package disk

import "syscall"

// unwaiting keeps the opening of a pipe from waiting for a writer.
const unwaiting = syscall.O_NONBLOCK
