package serve

import (
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
)

// guard lets those requests through that are meant for the preview. A page of
// the net can have the browser of an author ask for any address; without the
// guard it reads drafts in three ways, each of which is closed:
//
//   - under a name of its own that it lets lead to this machine (DNS rebinding):
//     the preview answers its own names only;
//   - as a script, style or image of its own, as a search index is a script: the
//     browser says where a request comes from (Fetch Metadata), and only
//     following a link is allowed from elsewhere;
//   - in browsers that say nothing: Cross-Origin-Resource-Policy keeps the
//     answer from the page that asked.
type guard struct {
	names []string // of hosts, lower case
	anyIP bool     // the preview listens on addresses of a network
	next  http.Handler
}

// newGuard takes the address that was asked for and the one that is listened
// on.
func newGuard(asked string, listens net.Addr, next http.Handler) guard {
	g := guard{names: []string{"localhost"}, next: next}
	if host, _, err := net.SplitHostPort(asked); err == nil && host != "" && net.ParseIP(host) == nil {
		g.names = append(g.names, strings.ToLower(host))
	}
	if tcp, ok := listens.(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		g.anyIP = true
		if name, err := os.Hostname(); err == nil {
			g.names = append(g.names, strings.ToLower(name))
		}
	}
	return g
}

func (g guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !g.isOwn(r.Host):
		http.Error(w, "the preview answers its own names only: open it as http://localhost/ with its port, or name the host in --addr",
			http.StatusMisdirectedRequest)
	case isReading(r):
		http.Error(w, "the preview cannot be read by pages of other sites", http.StatusForbidden)
	default:
		g.next.ServeHTTP(w, r)
	}
}

// isOwn reports whether a Host header names the preview. Any IP address does on
// a network, where the machine may have many: a page of the net has a name, and
// what is opened at the preview's address is the preview.
func (g guard) isOwn(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if ip := net.ParseIP(strings.Trim(host, "[]")); ip != nil {
		return g.anyIP || ip.IsLoopback()
	}
	return slices.Contains(g.names, host)
}

// isReading reports whether a page of another site asks for something to be a
// part of it (Fetch Metadata Request Headers, W3C): anything but a link that
// somebody follows.
func isReading(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Mode") != "navigate"
}
