package stage

import (
	"io/fs"
	"os"
	"time"
)

func syncFile(name string, dir bool) error {
	if dir {
		return nil // the system writes folders by itself
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return nil // what the tool did not make and nobody may write
	}
	defer f.Close()
	return f.Sync()
}

func otherDevice(string) bool { return false }

func changed(_ string, info fs.FileInfo) time.Time { return info.ModTime() }

func own(string, fs.FileInfo) {}

func likeLink(string, fs.FileInfo) {}

func settle(string) error { return nil }
