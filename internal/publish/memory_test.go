package publish

import (
	"bytes"
	"hash/maphash"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// memory is a sink that keeps everything, or what keep says.
type memory struct {
	keep  func(name string) bool // nil keeps all
	mu    sync.Mutex
	files map[string][]byte
}

// Write keeps a copy of data.
func (m *memory) Write(name string, data []byte) error {
	if m.keep != nil && !m.keep(name) {
		return nil
	}
	data = bytes.Clone(data)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = make(map[string][]byte)
	}
	m.files[name] = data
	return nil
}

// reader is a sink that reads every page as it is made, and keeps what it read
// and the sums of all files.
type reader struct {
	mu       sync.Mutex
	readings map[string]*reading
	sums     map[string]uint64
}

// sumSeed is that of all sums.
var sumSeed = maphash.MakeSeed()

// version is a file as one build made it. Builds for other days make most pages
// the same, and those are read once.
type version struct {
	name string
	sum  uint64
}

// pagesRead are the readings of all tests, by version, and said is the words
// in them. Nothing writes to a reading.
var pagesRead, said sync.Map

// Write reads data.
func (r *reader) Write(name string, data []byte) error {
	sum := maphash.Bytes(sumSeed, data)
	var page *reading
	if strings.HasSuffix(name, ".html") {
		if known, ok := pagesRead.Load(version{name, sum}); ok {
			page = known.(*reading)
		} else {
			page = readPage(name, tree(data), &said)
			pagesRead.Store(version{name, sum}, page)
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sums == nil {
		r.sums, r.readings = make(map[string]uint64), make(map[string]*reading)
	}
	r.sums[name] = sum
	if page != nil {
		r.readings[name] = page
	}
	return nil
}

// readAll reads the pages among files.
func readAll(files map[string][]byte) map[string]*reading {
	var r reader
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for name, data := range files {
		group.Go(func() error { return r.Write(name, data) })
	}
	_ = group.Wait() // Write returns no errors
	return r.readings
}

// compared is a sink that holds what it takes against the files of another
// build, and keeps nothing.
type compared struct {
	want map[string]uint64
	mu   sync.Mutex
	seen map[string]bool
	why  string // how they differ, or ""
}

// Write compares data.
func (c *compared) Write(name string, data []byte) error {
	sum := maphash.Bytes(sumSeed, data)
	want, ok := c.want[name]
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seen == nil {
		c.seen = make(map[string]bool)
	}
	switch {
	case c.seen[name]:
		c.why = name + " is written twice"
	case !ok:
		c.why = name + " is one more"
	case want != sum:
		c.why = name + " differs"
	}
	c.seen[name] = true
	return nil
}
