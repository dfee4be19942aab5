package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Edited is a site as it will be once the edits are written. Nothing is.
func Edited(fsys fs.FS, edits []Edit) fs.FS {
	files := make(map[string][]byte, len(edits))
	for _, e := range edits {
		files[e.Real] = e.New
	}
	return editedFS{fsys, files}
}

type editedFS struct {
	fs.FS
	files map[string][]byte // by their names without symbolic links
}

func (e editedFS) Open(name string) (fs.File, error) {
	if data, ok := e.files[name]; ok {
		return &editedFile{editedInfo{path.Base(name), int64(len(data))}, bytes.NewReader(data)}, nil
	}
	return e.FS.Open(name)
}

// ReadFile reads what the edits say, or as the site's own folder reads.
func (e editedFS) ReadFile(name string) ([]byte, error) {
	if data, ok := e.files[name]; ok {
		return bytes.Clone(data), nil
	}
	return fs.ReadFile(e.FS, name)
}

// ReadDir lists a folder with the files of the edits.
func (e editedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	out, err := fs.ReadDir(e.FS, name)
	for file, data := range e.files {
		if path.Dir(file) == name {
			out = slices.DeleteFunc(out, func(d fs.DirEntry) bool { return d.Name() == path.Base(file) })
			out = append(out, fs.FileInfoToDirEntry(editedInfo{path.Base(file), int64(len(data))}))
		}
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out, err
}

func (e editedFS) Lstat(name string) (fs.FileInfo, error) {
	if data, ok := e.files[name]; ok {
		return editedInfo{path.Base(name), int64(len(data))}, nil
	}
	return fs.Lstat(e.FS, name)
}

func (e editedFS) ReadLink(name string) (string, error) {
	if _, ok := e.files[name]; ok {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	if links, ok := e.FS.(fs.ReadLinkFS); ok {
		return links.ReadLink(name)
	}
	return "", &fs.PathError{Op: "readlink", Path: name, Err: errors.ErrUnsupported}
}

type editedFile struct {
	info editedInfo
	io.Reader
}

func (f *editedFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *editedFile) Close() error               { return nil }

type editedInfo struct {
	name string
	size int64
}

func (i editedInfo) Name() string     { return i.name }
func (i editedInfo) Size() int64      { return i.size }
func (editedInfo) Mode() fs.FileMode  { return 0o644 }
func (editedInfo) ModTime() time.Time { return time.Time{} }
func (editedInfo) IsDir() bool        { return false }
func (editedInfo) Sys() any           { return nil }
