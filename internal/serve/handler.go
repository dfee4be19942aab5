package serve

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
	"sync"

	"diptych/internal/diag"
	"diptych/internal/publish"
)

// eventsPath is where browsers listen for reloads. No page has an address
// that begins with a dot.
const eventsPath = "/.diptych/events"

// Server answers requests for the pages of a site.
type Server struct {
	opt    publish.Options
	events events

	mu       sync.RWMutex
	good     *state    // the last site without errors; nil before the first
	problems diag.List // of the last reload, errors only
}

// New returns a server that knows no site yet; Reload reads it.
func New(opt publish.Options) *Server { return &Server{opt: opt} }

// Reload reads the site again and has the browsers reload. Where the sources
// have errors the pages stay as they were, and show the errors.
func (s *Server) Reload() Reloaded {
	s.mu.RLock()
	before := s.good
	s.mu.RUnlock()
	next, r := read(s.opt, before)
	s.mu.Lock()
	s.problems = nil
	for _, p := range r.Problems {
		if p.Severity == diag.Error {
			s.problems = append(s.problems, p)
		}
	}
	if s.problems == nil {
		s.good = next
	} else if before != nil {
		r.Pages = len(before.pages)
	}
	s.mu.Unlock()
	s.events.send()
	return r
}

// ServeHTTP answers with a page, a carried file or the page for addresses that
// lead nowhere.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == eventsPath {
		s.events.serve(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	s.mu.RLock()
	st, problems := s.good, s.problems
	s.mu.RUnlock()
	w.Header().Set("Cache-Control", "no-store")
	if st == nil {
		writePage(w, http.StatusServiceUnavailable, []byte("<!doctype html><title>diptych</title><body></body>"), problems)
		return
	}
	file := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	isFolder := strings.HasSuffix(r.URL.Path, "/")
	if isFolder {
		file = strings.TrimPrefix(path.Join(file, "index.html"), "/")
	}
	if _, ok := st.pages[path.Join(file, "index.html")]; ok && !isFolder {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
		return
	}
	if s.serveFile(w, st, file) {
		return
	}
	status := http.StatusOK
	data, ok, err := st.page(file)
	if !ok && err == nil {
		status = http.StatusNotFound
		data, _, err = st.page(notFoundFor(st, file))
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writePage(w, status, data, problems)
}

// notFoundFor is the 404 page in the language of the address.
func notFoundFor(st *state, file string) string {
	lang, _, _ := strings.Cut(file, "/")
	if _, ok := st.pages[lang+"/404.html"]; ok {
		return lang + "/404.html"
	}
	return "404.html"
}

// serveFile answers with a carried file or an asset of the theme.
func (s *Server) serveFile(w http.ResponseWriter, st *state, file string) bool {
	data, ok := st.assets[file]
	if index := st.indexes[file]; index != nil {
		data, ok = index(), true
	}
	if source, carried := st.files[file]; carried {
		var err error
		if data, err = fs.ReadFile(st.site.FS, source); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return true
		}
		ok = true
	}
	if ok {
		kind := mime.TypeByExtension(path.Ext(file))
		if kind == "" {
			kind = "application/octet-stream"
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		_, _ = w.Write(data) // the browser went away
	}
	return ok
}

// policyTag is the security policy of a page; the preview lifts it to add its
// own script.
var policyTag = regexp.MustCompile(`<meta http-equiv="?Content-Security-Policy"?[^>]*>`)

const reloadScript = `<script>new EventSource(%q).onmessage=function(){location.reload()}</script>`

// writePage sends a page with the script that reloads it and, above it, the
// problems of the last edit.
func writePage(w http.ResponseWriter, status int, data []byte, problems diag.List) {
	data = policyTag.ReplaceAllLiteral(data, nil)
	extra := fmt.Sprintf(reloadScript, eventsPath) + overlay(problems)
	if i := bytes.LastIndex(data, []byte("</body>")); i >= 0 {
		data = append(append(append([]byte(nil), data[:i]...), extra...), data[i:]...)
	} else {
		data = append(append([]byte(nil), data...), extra...)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(data) // the browser went away
}

// overlay shows the problems on top of a page.
func overlay(problems diag.List) string {
	if len(problems) == 0 {
		return ""
	}
	var b strings.Builder
	if err := problems.Text(&b, diag.Style{}); err != nil {
		return ""
	}
	return `<section role="alert" lang="en" style="position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;z-index:99;` +
		`padding:1rem 1.25rem;background:#4a1d00;color:#fff;font:14px/1.5 ui-monospace,monospace">` +
		`<strong>The last edit has problems; this is the page before it.</strong><pre style="white-space:pre-wrap;margin:.5rem 0 0">` +
		html.EscapeString(b.String()) + `</pre></section>`
}
