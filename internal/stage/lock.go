package stage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// acquire locks the file name, which it makes. While somebody else has it locked
// it waits, and calls waits after a moment. A lock ends with the process that holds
// it, however that ends.
func acquire(ctx context.Context, name string, waits func()) (*lock, error) {
	patience := time.Now().Add(300 * time.Millisecond)
	gone := 0
	for pause := time.Millisecond; ; pause = min(2*pause, 50*time.Millisecond) {
		l, err := tryLock(name)
		if errors.Is(err, fs.ErrNotExist) && gone < 20 { // a build that failed took the folder away that it had made
			gone++
			if err = os.MkdirAll(filepath.Dir(name), 0o755); errors.Is(err, fs.ErrNotExist) {
				err = nil
			}
		}
		if l != nil || err != nil {
			return l, err
		}
		if waits != nil && gone == 0 && time.Now().After(patience) {
			waits()
			waits = nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(pause):
		}
	}
}
