package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"diptych/internal/diag"
)

// tree is the site's folder. It follows symbolic links that stay inside the
// site and refuses all others, so that a build never publishes what lies
// elsewhere on the machine.
type tree struct {
	fsys  fs.FS
	links fs.ReadLinkFS // nil where the file system cannot read links
}

func newTree(fsys fs.FS) tree {
	links, _ := fsys.(fs.ReadLinkFS)
	return tree{fsys, links}
}

// entry is a file or folder. Path is where the user sees it; real is where it
// is, the same unless a symbolic link stands between.
type entry struct {
	name string
	path string
	real string
	dir  bool
}

// dirAt is the folder with a path below the site.
func (t tree) dirAt(name string) (entry, error) {
	real, err := t.resolve(name)
	return entry{path.Base(name), name, real, true}, err
}

// list returns what stands in a folder, in order of name, without what is
// passed over in silence.
func (t tree) list(dir entry, l *diag.List) []entry {
	items, err := fs.ReadDir(t.fsys, dir.real)
	if err != nil {
		l.Errorf(diag.Pos{File: dir.path}, diag.File, "", "cannot read the folder: %v", diag.Reason(err))
	}
	out := make([]entry, 0, len(items))
	for _, it := range items {
		if ignored(it.Name()) {
			continue
		}
		e := entry{it.Name(), path.Join(dir.path, it.Name()), path.Join(dir.real, it.Name()), it.IsDir()}
		switch typ := it.Type(); {
		case typ.IsDir() || typ.IsRegular():
		case typ&fs.ModeSymlink != 0:
			if err := t.follow(&e); err != nil {
				hint := "put the file itself here"
				switch {
				case errors.Is(err, errOutside):
					hint = "put a copy of it into the site"
				case errors.Is(err, errAbsolute):
					hint = "let it lead from its own folder, as ../1.0/seal.png does, or put the file itself here"
				}
				l.Errorf(diag.Pos{File: e.path}, diag.File, hint, "%v", diag.Reason(err))
				continue
			}
			if e.dir && within(dir.real, e.real) {
				l.Errorf(diag.Pos{File: e.path}, diag.File, "remove the link", "the symbolic link leads to a folder around itself")
				continue
			}
		default:
			l.Errorf(diag.Pos{File: e.path}, diag.File, "", "not a regular file")
			continue
		}
		out = append(out, e)
	}
	return out
}

// within reports whether a path is the folder or lies below it.
func within(name, folder string) bool {
	return folder == "." || name == folder || strings.HasPrefix(name, folder+"/")
}

// ignored reports whether a name is none of Diptych's business: hidden files,
// notes to oneself, what desktops and editors leave behind.
func ignored(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini":
		return true
	}
	return name[0] == '.' || name[0] == '_' || strings.HasSuffix(name, "~") || name[0] == '#' && strings.HasSuffix(name, "#")
}

var (
	errOutside  = errors.New("the symbolic link leads out of the site")
	errAbsolute = errors.New("the symbolic link begins at the root of the disk")
	errHidden   = errors.New("the symbolic link leads to what is hidden: a name on its way begins with a dot")
	errLoop     = errors.New("the symbolic link leads back to itself")
	errNoLinks  = errors.New("a symbolic link; it cannot be followed here")
	errDevice   = errors.New("the symbolic link does not lead to a regular file")
)

// read returns at most limit bytes of a file and reports whether that is all;
// size is the size of the whole file. With stop it may return less, as soon as
// stop finds what it needs in what has been read so far. It ends where the
// context does.
func (t tree) read(ctx context.Context, real string, limit int64, stop func([]byte) bool) (src []byte, size int64, err error) {
	f, err := t.fsys.Open(real)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, 0, err
	}
	if size = info.Size(); size > limit {
		return nil, size, nil
	}
	if stop == nil {
		src = make([]byte, 0, size+1)
	} else {
		src = make([]byte, 0, min(size+1, 2<<10))
	}
	for {
		if err := ctx.Err(); err != nil {
			return nil, size, err
		}
		n, err := f.Read(src[len(src):cap(src)])
		src = src[:len(src)+n]
		if err == io.EOF {
			return src, max(size, int64(len(src))), nil
		}
		if err != nil {
			return nil, size, err
		}
		if stop != nil && stop(src) {
			return src, size, nil
		}
		if int64(len(src)) > limit {
			return nil, int64(len(src)), nil
		}
		if len(src) == cap(src) {
			src = append(make([]byte, 0, 4*cap(src)), src...)
		}
	}
}

// tooBig says so.
func tooBig(l *diag.List, file, noun string, size, limit int64) {
	l.Errorf(diag.Pos{File: file}, diag.File, "", "%s of %s is larger than the limit of %s", noun, mebi(size), mebi(limit))
}

// mebi spells a size, rounded up.
func mebi(n int64) string {
	if n < 2<<20 {
		return fmt.Sprintf("%d KiB", (n+1<<10-1)>>10)
	}
	return fmt.Sprintf("%d MiB", (n+1<<20-1)>>20)
}
