package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"diptych/internal/site"
)

// caller is who calls a command: the streams, the folder and the environment
// that it gets. Commands ask it and not the process, so that two of them may
// run at once.
type caller struct {
	in     io.Reader
	out    io.Writer // for the product
	err    io.Writer // for the talk
	dir    string    // the folder where names begin, "" the one of the process
	getenv func(string) string
	looks  *site.Site // its words and theme serve a site that has the same; may be nil
	begun  *undo      // what a command that is stopped must take back; may be nil
}

// process is the caller of a program that was started.
func process() caller {
	return caller{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv}
}

// path is where the file is that the caller names.
func (c caller) path(name string) string {
	if c.dir == "" || name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(c.dir, name)
}

// now is the present or the moment that SOURCE_DATE_EPOCH names, in seconds
// since 1970 (reproducible-builds.org).
func (c caller) now() (time.Time, error) {
	epoch := c.getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now(), nil
	}
	sec, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || sec < 0 || sec > 253402300799 {
		return time.Time{}, errors.New("SOURCE_DATE_EPOCH must be a number of seconds since 1970")
	}
	return time.Unix(sec, 0), nil
}
