package stage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// listName is the file that tells the tool's own output folders from others: the
// list of what was written. It is published with the rest, and says nothing that
// the rest does not.
const listName = ".diptych"

// First lines of a list. Below a finished one stands the SHA-256, the size and the
// name of each file, in the order of the names; below another one names alone.
const (
	finished   = "diptych 1: what this folder holds of diptych; the next build keeps everything else"
	unfinished = "diptych 1: what is being written"
	oldest     = "made by diptych; the next build replaces this folder" // it had no list
)

// manifest is what a list says.
type manifest struct {
	kind  kind
	files map[string]file
}

type kind uint8

const (
	none    kind = iota // there is no list
	listed              // a finished one, or that of a stage
	unknown             // a folder of the tool's of which it kept no list
)

// file is what is known of a file that was written. Of one in an unfinished list
// nothing is.
type file struct {
	size int64
	sum  [sha256.Size]byte
}

// A list has so many bytes at most, and a name in it; no system has longer paths. Five
// thousand pages have a list of half a megabyte.
const (
	mostBytes = 64 << 20
	mostName  = 32 << 10
)

// errList says that a list is none that this program can read.
var errList = errors.New("not a list of files that this diptych can read")

// bytes spells a finished list.
func (m manifest) bytes() []byte {
	var b bytes.Buffer
	b.WriteString(finished + "\n")
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		f := m.files[name]
		fmt.Fprintf(&b, "%x %d %s\n", f.sum, f.size, spell(name))
	}
	return b.Bytes()
}

// spell is a name in a list: quoted where it would not be one line of text.
func spell(name string) string {
	if strings.HasPrefix(name, `"`) || !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}

// readList reads the list of a folder. Without one, kind is none.
func readList(dir string) (manifest, error) {
	path := filepath.Join(dir, listName)
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil
	}
	if err != nil {
		return manifest{}, err
	}
	if !info.Mode().IsRegular() || info.Size() > mostBytes {
		return manifest{}, errList
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return manifest{}, err
	}
	return parseList(data)
}

// parseList reads a list. An empty one and one hardly begun name nothing. What stands behind the last
// end of a line was not written whole, and its file not begun.
func parseList(data []byte) (manifest, error) {
	lines := strings.Split(string(data), "\n")
	head := strings.TrimSuffix(lines[0], "\r")
	switch {
	case head == oldest:
		return manifest{kind: unknown}, nil
	case strings.HasPrefix(unfinished+"\n", string(data)):
		return manifest{kind: listed}, nil
	case len(lines) == 1 || head != finished && head != unfinished:
		return manifest{}, errList
	}
	m := manifest{kind: listed, files: make(map[string]file, len(lines))}
	for _, line := range lines[1 : len(lines)-1] {
		line = strings.TrimSuffix(line, "\r")
		var f file
		if head == finished {
			sum, rest, _ := strings.Cut(line, " ")
			size, name, ok := strings.Cut(rest, " ")
			n, err := hex.Decode(f.sum[:], []byte(sum[:min(len(sum), 2*sha256.Size)]))
			if f.size, ok = number(size, ok); !ok || err != nil || n != sha256.Size || len(sum) != 2*n {
				return manifest{}, errList
			}
			line = name
		}
		name, ok := unspell(line)
		if !ok || len(name) > mostName {
			return manifest{}, errList
		}
		m.files[name] = f
	}
	return m, nil
}

func number(s string, ok bool) (int64, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	return n, ok && err == nil && n >= 0
}

// unspell reads a name of a list. It reports whether it is one.
func unspell(s string) (string, bool) {
	if !strings.HasPrefix(s, `"`) {
		return s, s != ""
	}
	name, err := strconv.Unquote(s)
	return name, err == nil && name != ""
}

// folders are the folders in which the files of a list stand.
func (m manifest) folders() map[string]bool {
	dirs := make(map[string]bool)
	for name := range m.files {
		for i := strings.LastIndexByte(name, '/'); i > 0; i = strings.LastIndexByte(name[:i], '/') {
			if dirs[name[:i]] {
				break
			}
			dirs[name[:i]] = true
		}
	}
	return dirs
}
