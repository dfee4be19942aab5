package serve

import (
	"context"
	"net/http"
	"net/url"
	"path"
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
func (s *Server) Reload(ctx context.Context) Reloaded {
	s.mu.RLock()
	before := s.good
	s.mu.RUnlock()
	next, r := read(ctx, s.opt, before)
	if ctx.Err() != nil {
		return r
	}
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
		r.Pages = before.pages
	}
	s.mu.Unlock()
	s.events.send()
	return r
}

// ServeHTTP answers with an output of the site, or with its page for addresses
// that lead nowhere.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == eventsPath {
		s.events.serve(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
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
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	isFolder := strings.HasSuffix(r.URL.Path, "/")
	if isFolder {
		name = strings.TrimPrefix(path.Join(name, "index.html"), "/")
	}
	if _, ok := st.outputs[path.Join(name, "index.html")]; ok && !isFolder {
		to := url.URL{Path: "/" + name + "/", RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusMovedPermanently)
		return
	}
	status := http.StatusOK
	o, ok := st.outputs[name]
	if !ok {
		status = http.StatusNotFound
		o = st.outputs[notFoundFor(st, name)]
	}
	data, err := st.bytes(r.Context(), o)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if o.IsPage() {
		writePage(w, status, data, problems)
		return
	}
	w.Header().Set("Content-Type", typeOf(o.Name))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write(data) // the browser went away
}

// notFoundFor is the 404 page in the language of the address.
func notFoundFor(st *state, name string) string {
	lang, _, _ := strings.Cut(name, "/")
	if _, ok := st.outputs[lang+"/404.html"]; ok {
		return lang + "/404.html"
	}
	return "404.html"
}
