package serve

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

// addressed asks a preview that was begun with --addr asked and listens on an
// address, under a Host header.
func addressed(asked, listens, host string, headers ...string) *httptest.ResponseRecorder {
	addr, _ := net.ResolveTCPAddr("tcp", listens) // all of them are IP addresses
	g := newGuard(asked, addr, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("draft")) }))
	r := httptest.NewRequest(http.MethodGet, "/en/search/privacy.js", nil)
	r.Host = host
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	g.ServeHTTP(w, r)
	return w
}

// TestOwnNamesOnly: a preview answers under its own names; a name that somebody
// lets lead to this machine is not one of them.
func TestOwnNamesOnly(t *testing.T) {
	t.Parallel()
	machine, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		asked, listens string
		host           string
		own            bool
	}{
		{"127.0.0.1:8080", "127.0.0.1:8080", "127.0.0.1:8080", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", "localhost:8080", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", "LocalHost", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", "localhost.:8080", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", "[::1]:8080", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", "[::1]", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", "127.1.2.3:1", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", "rebound.example:8080", false},
		{"127.0.0.1:8080", "127.0.0.1:8080", "localhost.rebound.example:8080", false},
		{"127.0.0.1:8080", "127.0.0.1:8080", "127.0.0.1.rebound.example", false},
		{"127.0.0.1:8080", "127.0.0.1:8080", "192.0.2.7:8080", false},
		{"127.0.0.1:8080", "127.0.0.1:8080", machine + ".rebound.example", false},
		{"127.0.0.1:8080", "127.0.0.1:8080", "", false},
		{"127.0.0.1:8080", "127.0.0.1:8080", ":8080", false},
		{"localhost:8080", "127.0.0.1:8080", "localhost:8080", true},
		{"Preview.example:8080", "127.0.0.1:8080", "preview.example:8080", true},
		{"preview.example:8080", "192.0.2.7:8080", "preview.example", true},
		{":8080", "0.0.0.0:8080", "192.0.2.7:8080", true},
		{":8080", "[::]:8080", "[2001:db8::7]:8080", true},
		{":8080", "[::]:8080", machine + ":8080", true},
		{":8080", "[::]:8080", "rebound.example:8080", false},
		{":8080", "[::]:8080", "", false},
	} {
		w := addressed(x.asked, x.listens, x.host)
		if own := w.Code == http.StatusOK; own != x.own {
			t.Errorf("--addr %s on %s answers %q with %d", x.asked, x.listens, x.host, w.Code)
		}
		if !x.own && (w.Code != http.StatusMisdirectedRequest || strings.Contains(w.Body.String(), "draft")) {
			t.Errorf("%q: %d, %s", x.host, w.Code, w.Body)
		}
	}
}

// TestOtherSitesReadNothing: what a page of another site makes a part of itself is
// refused, and kept from it by browsers that do not say where they ask from. A
// link from elsewhere can be followed.
func TestOtherSitesReadNothing(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		site, mode string
		code       int
	}{
		{"cross-site", "no-cors", 403},
		{"cross-site", "cors", 403},
		{"cross-site", "websocket", 403},
		{"cross-site", "", 403},
		{"cross-site", "navigate", 200},
		{"same-origin", "no-cors", 200},
		{"same-site", "navigate", 200},
		{"none", "navigate", 200},
		{"", "", 200},
	} {
		w := addressed("127.0.0.1:8080", "127.0.0.1:8080", "localhost", "Sec-Fetch-Site", x.site, "Sec-Fetch-Mode", x.mode)
		if w.Code != x.code {
			t.Errorf("%s, %s: %d, want %d", x.site, x.mode, w.Code, x.code)
		}
		if h := w.Header(); h.Get("Cross-Origin-Resource-Policy") != "same-origin" || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s, %s: headers %v", x.site, x.mode, h)
		}
	}
}

// TestNoRedirectLeavesThePreview: whatever an address looks like, the preview
// redirects to an address of its own, and keeps the query.
func TestNoRedirectLeavesThePreview(t *testing.T) {
	t.Parallel()
	s := server(smallSite(t))
	s.Reload(t.Context())
	moved := 0
	for _, target := range []string{
		"//evil.example/..//en/", "//evil.example/..//en", "//evil.example/../en?x=1", `/\evil.example/../en`, `/\evil.example`, "//evil.example/%2e%2e/en",
		"///evil.example/..//..//en", "/%2Fevil.example/../en", `/%5Cevil.example/%2e%2e/en`, "//en", "/en//privacy", "/en?next=//evil.example/", "/.//en",
		"//evil.example", "/en/..//evil.example/../en", "/%0d%0aLocation:%20evil/../en", "http://evil.example/en",
	} {
		r, err := http.NewRequest(http.MethodGet, "http://localhost"+target, nil)
		if err != nil {
			r = httptest.NewRequest(http.MethodGet, target, nil)
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		to := w.Header().Get("Location")
		if to == "" {
			continue
		}
		moved++
		page, query, _ := strings.Cut(to, "?")
		if page != "/en/" && page != "/en/privacy/" {
			t.Errorf("%s leads to %s", target, to)
		}
		if _, asked, _ := strings.Cut(target, "?"); query != asked {
			t.Errorf("%s leads to %s: another query", target, to)
		}
	}
	if moved < 8 {
		t.Errorf("only %d of the addresses were redirected", moved)
	}
}
