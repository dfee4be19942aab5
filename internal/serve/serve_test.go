package serve

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
)

// TestMain lets the heap grow as a build does: most of what a test makes is
// dropped soon.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

const head = "+++\ntitle = \"Privacy\"\neffective = 2024-01-01\n+++\n\n"

// smallSite writes a small site and returns its folder.
func smallSite(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "site.toml", "title = \"T\"\nlanguages = [\"en\"]\n")
	put(t, dir, "content/privacy/1.0/en.md", head+"First words. [file](form.pdf)\n")
	put(t, dir, "content/privacy/1.0/form.pdf", "%PDF-")
	put(t, dir, "content/terms/1.0/en.md", strings.ReplaceAll(head, "Privacy", "Terms")+"See [privacy](privacy).\n")
	return dir
}

func put(t testing.TB, dir, name, data string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func server(dir string) *Server {
	return New(publish.Options{Options: site.Options{Source: os.DirFS(dir), Today: policy.Date{Year: 2026, Month: 1, Day: 1}}})
}

// get asks for a path and returns the status and the body.
func get(t *testing.T, s *Server, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w.Code, w.Body.String()
}

func expect(t *testing.T, s *Server, path string, status int, words ...string) {
	t.Helper()
	code, body := get(t, s, path)
	if code != status {
		t.Errorf("%s answers %d, want %d", path, code, status)
	}
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("%s does not say %q", path, w)
		}
	}
}

func TestPages(t *testing.T) {
	t.Parallel()
	s := server(smallSite(t))
	expect(t, s, "/", 503)
	if r := s.Reload(t.Context()); r.Problems.HasErrors() || r.Policies != 2 || r.Read != 2 {
		t.Fatalf("reloaded: %+v", r)
	}
	expect(t, s, "/", 200, "<html")
	expect(t, s, "/en/privacy/", 200, "First words.", `new EventSource("/.diptych/events")`)
	expect(t, s, "/en/privacy/index.html", 200, "First words.")
	expect(t, s, "/en/privacy/1.0/", 200, "First words.")
	expect(t, s, "/en/privacy/1.0/form.pdf", 200, "%PDF-")
	expect(t, s, "/en/privacy", 301)
	expect(t, s, "/en/search/", 200, `data-index="privacy.js"`)
	expect(t, s, "/en/search/privacy.js", 200, "First words.")
	expect(t, s, "/en/privacy/embed/", 200, "First words.")
	expect(t, s, "/en/nothing/", 404, "<html")
	expect(t, s, "/../../etc/passwd", 404)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	if w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
		t.Errorf("POST answers %d", w.Code)
	}
}

func TestReloadReadsOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	s := server(dir)
	s.Reload(t.Context())
	put(t, dir, "content/privacy/1.0/en.md", head+"Other words. [file](form.pdf)\n")
	if r := s.Reload(t.Context()); r.Read != 1 || r.Problems.HasErrors() {
		t.Errorf("after one text changed: %+v", r)
	}
	expect(t, s, "/en/privacy/", 200, "Other words.")
	put(t, dir, "content/privacy/2.0/en.md", strings.ReplaceAll(head, "2024", "2025")+"New version.\n")
	if r := s.Reload(t.Context()); r.Problems.HasErrors() {
		t.Errorf("after a version came: %+v", r)
	}
	expect(t, s, "/en/privacy/", 200, "New version.")
	expect(t, s, "/en/privacy/2.0/from/1.0/", 200, "<ins>")
	if r := s.Reload(t.Context()); r.Read != 0 {
		t.Errorf("nothing changed, and %d policies were read", r.Read)
	}
}

// TestReloadSeesThemeAndWords: words of the interface, styles and templates that change
// are shown, and so is that they are gone again.
func TestReloadSeesThemeAndWords(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	s := server(dir)
	s.Reload(t.Context())
	same := s.good.site.Theme
	put(t, dir, "content/privacy/1.0/en.md", head+"Other words. [file](form.pdf)\n")
	if s.Reload(t.Context()); s.good.site.Theme != same {
		t.Error("a text changed, and the theme was read again")
	}
	_, plain := get(t, s, "/en/privacy/")
	for name, x := range map[string]struct{ data, shown string }{
		"themes/custom.css":                   {".own{margin:71em}", "margin:71em"},
		"themes/default/partials/footer.html": {"<footer>own</footer>", "<footer>own</footer>"},
		"i18n/en.toml":                        {"history = \"All of the past\"\n", "All of the past"},
	} {
		put(t, dir, name, x.data)
		if r := s.Reload(t.Context()); r.Problems.HasErrors() {
			t.Fatal(r.Problems)
		}
		expect(t, s, "/en/privacy/", 200, x.shown)
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
		s.Reload(t.Context())
		if _, again := get(t, s, "/en/privacy/"); again != plain {
			t.Errorf("%s is gone, and the page is not what it was", name)
		}
	}
	put(t, dir, "site.toml", "title = \"T\"\nlanguages = [\"en\"]\nassets = \"external\"\n")
	s.Reload(t.Context())
	expect(t, s, "/en/privacy/", 200, "assets/style-")
	put(t, dir, "i18n/en.toml", "history = \"x\"\nnothing = \"y\"\n")
	first, second := s.Reload(t.Context()), s.Reload(t.Context())
	if len(first.Problems) == 0 || len(first.Problems) != len(second.Problems) {
		t.Errorf("the problems of the words are %v, and then %v", first.Problems, second.Problems)
	}
}

// TestReloadSeesImages: pages show the size of an image, also that of another
// policy, and so they change when it does.
func TestReloadSeesImages(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	drawing := func(width string) {
		put(t, dir, "content/privacy/1.0/plan.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="`+width+`" height="9"><path d="M0 0h9v9z"/></svg>`)
	}
	drawing("20")
	put(t, dir, "content/privacy/1.0/en.md", head+"![plan](plan.svg)\n")
	put(t, dir, "content/terms/1.0/en.md", strings.ReplaceAll(head, "Privacy", "Terms")+"![plan](../../privacy/1.0/plan.svg)\n")
	s := server(dir)
	old := time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, width := range []string{"20", "30", "400"} {
		drawing(width)
		if width != "20" { // a copy may keep the time of another file
			if err := os.Chtimes(filepath.Join(dir, "content/privacy/1.0/plan.svg"), old, old); err != nil {
				t.Fatal(err)
			}
		}
		if r := s.Reload(t.Context()); r.Problems.HasErrors() {
			t.Fatalf("reloaded: %+v", r)
		}
		expect(t, s, "/en/privacy/", 200, `width="`+width+`"`)
		expect(t, s, "/en/terms/", 200, `width="`+width+`"`)
		if r := s.Reload(t.Context()); r.Read != 0 {
			t.Errorf("nothing changed, and %d policies were read", r.Read)
		}
	}
}

// TestPagesAreMadeOnce: a page that is asked for again is not made again.
func TestPagesAreMadeOnce(t *testing.T) {
	t.Parallel()
	s := server(smallSite(t))
	s.Reload(t.Context())
	o := s.good.outputs["en/privacy/index.html"]
	first, err1 := s.good.bytes(t.Context(), o)
	second, err2 := s.good.bytes(t.Context(), o)
	if err1 != nil || err2 != nil || &first[0] != &second[0] {
		t.Errorf("made twice (%v, %v)", err1, err2)
	}
}

// TestFolderWithoutSlash: a folder without its slash leads to the folder of this
// host, with the query that was asked.
func TestFolderWithoutSlash(t *testing.T) {
	t.Parallel()
	s := server(smallSite(t))
	s.Reload(t.Context())
	for from, want := range map[string]string{
		"/en":                       "/en/",
		"//en":                      "/en/",
		"/en/privacy?a=b&c=%20":     "/en/privacy/?a=b&c=%20",
		"/en/terms/../privacy":      "/en/privacy/",
		"//example.com/../en/terms": "/en/terms/",
	} {
		w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path, r.URL.RawQuery, _ = strings.Cut(from, "?")
		s.ServeHTTP(w, r)
		if got := w.Header().Get("Location"); w.Code != http.StatusMovedPermanently || got != want {
			t.Errorf("%s answers %d and leads to %q, want %q", from, w.Code, got, want)
		}
	}
}

// TestClashingAliasIsShown: what a build refuses to write the preview reports.
func TestClashingAliasIsShown(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	s := server(dir)
	s.Reload(t.Context())
	put(t, dir, "content/terms/policy.toml", "aliases = [\"en/search/privacy.js\"]\n")
	if r := s.Reload(t.Context()); !r.Problems.HasErrors() {
		t.Errorf("reloaded: %+v", r)
	}
	expect(t, s, "/en/search/privacy.js", 200, "First words.")
	expect(t, s, "/en/", 200, "content/terms/policy.toml")
}

func TestBrokenEditKeepsTheLastGoodPage(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	s := server(dir)
	pages := s.Reload(t.Context()).Pages
	for _, broken := range []string{
		"+++\ntitel = \"x\"\n+++\n",
		head + "[nowhere](nowhere)\n",
		head + "[no clause](terms#nothing)\n",
		"",
	} {
		put(t, dir, "content/privacy/1.0/en.md", broken)
		r := s.Reload(t.Context())
		if !r.Problems.HasErrors() {
			t.Fatalf("%q is no problem", broken)
		}
		if r.Pages != pages {
			t.Errorf("%q: %d pages are shown, and %d are told", broken, pages, r.Pages)
		}
		expect(t, s, "/en/privacy/", 200, "First words.", `role="alert"`, "content/privacy/1.0/en.md")
		expect(t, s, "/en/terms/", 200, "See ", `role="alert"`)
	}
	put(t, dir, "content/privacy/1.0/en.md", head+"Mended. [file](form.pdf)\n")
	s.Reload(t.Context())
	expect(t, s, "/en/privacy/", 200, "Mended.")
	if _, body := get(t, s, "/en/privacy/"); strings.Contains(body, `role="alert"`) {
		t.Error("the problems stay when they are mended")
	}
}

// TestNotFoundLanguages: an address that leads nowhere is answered in its own
// language, and one of no language in the first. It is a page, with the script
// that reloads it.
func TestNotFoundLanguages(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	put(t, dir, "site.toml", "title.en = \"T\"\ntitle.zh = \"题\"\nlanguages = [\"en\", \"zh\"]\n")
	s := server(dir)
	s.Reload(t.Context())
	for path, lang := range map[string]string{"/en/nothing/": "en", "/zh/nothing/": "zh", "/zh/nothing.pdf": "zh", "/nothing/": "en", "/fr/nothing/": "en"} {
		expect(t, s, path, 404, `<html lang="`+lang, "EventSource")
	}
}

func TestBrokenFromTheBeginning(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	put(t, dir, "site.toml", "titel = 1\n")
	s := server(dir)
	s.Reload(t.Context())
	expect(t, s, "/en/privacy/", 503, "unknown key", "site.toml:1:1")
}

// TestRunReloadsTheBrowser edits a file on disk and waits for the event that
// makes the browser reload.
func TestRunReloadsTheBrowser(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	ctx, cancel := context.WithCancel(context.Background())
	log, logWriter := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, Options{
			Build: publish.Options{Options: site.Options{Source: os.DirFS(dir), Today: policy.Date{Year: 2026, Month: 1, Day: 1}}},
			Dir:   dir, Addr: "127.0.0.1:0", Log: logWriter,
		})
		logWriter.Close()
	}()
	lines := bufio.NewScanner(log)
	address := ""
	for address == "" && lines.Scan() {
		if _, rest, ok := strings.Cut(lines.Text(), "serving "); ok {
			address, _, _ = strings.Cut(rest, " ")
		}
	}
	said := make(chan string, 8)
	go func() {
		for lines.Scan() {
			said <- lines.Text()
		}
		close(said)
	}()
	for _, path := range []string{"", "en/search/privacy.js", ".diptych/events"} {
		asked, err := http.NewRequest(http.MethodGet, address+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		asked.Host = "rebound.example"
		refused, err := http.DefaultClient.Do(asked)
		if err != nil {
			t.Fatal(err)
		}
		refused.Body.Close()
		if refused.StatusCode != http.StatusMisdirectedRequest {
			t.Errorf("/%s answers %d under a name that is not the preview's", path, refused.StatusCode)
		}
	}
	patience, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	asked, err := http.NewRequestWithContext(patience, http.MethodGet, address+".diptych/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(asked)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	events := bufio.NewScanner(resp.Body)
	for _, words := range []string{"Edited once.", "Edited twice."} {
		put(t, dir, "content/privacy/1.0/en.md", head+words+"\n")
		if !events.Scan() || events.Text() != "data: reload" {
			t.Fatalf("the browser hears %q", events.Text())
		}
		events.Scan() // the empty line after the event
		for line := ""; !strings.HasPrefix(line, "ready: ") || !strings.Contains(line, "1 of 2 policies read"); {
			select {
			case line = <-said:
			case <-patience.Done():
				t.Fatal("the terminal does not tell of the reload")
			}
		}
		page, err := http.Get(address + "en/privacy/")
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(page.Body)
		page.Body.Close()
		if err != nil || !strings.Contains(string(body), words) {
			t.Errorf("after the event the page does not say %q (%v)", words, err)
		}
	}
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the server does not stop")
	}
}

func TestRunSaysThatAnAddressIsTaken(t *testing.T) {
	t.Parallel()
	taken := httptest.NewServer(http.NotFoundHandler())
	defer taken.Close()
	err := Run(context.Background(), Options{Dir: smallSite(t), Addr: strings.TrimPrefix(taken.URL, "http://"), Log: io.Discard})
	if err == nil || !strings.Contains(err.Error(), "address already in use") {
		t.Errorf("got %v", err)
	}
}

// BenchmarkReload is what an edit of one text costs until its page is shown,
// in a policy of 20 versions of some 20 kB in two languages.
func BenchmarkReload(b *testing.B) {
	dir := b.TempDir()
	put(b, dir, "site.toml", "title = \"T\"\n")
	body := strings.Repeat("## Heading\n\nSome words about personal information and how long we keep it, with a [link](https://example.com/).\n\n", 180)
	for v := range 20 {
		head := strings.ReplaceAll(head, "2024", policy.Date{Year: 2001 + v}.String()[:4])
		put(b, dir, "content/privacy/"+string(rune('a'+v))+"/en.md", head+body)
		put(b, dir, "content/privacy/"+string(rune('a'+v))+"/zh.md", head+body)
	}
	s := server(dir)
	s.Reload(b.Context())
	n := 0
	for b.Loop() {
		n++
		put(b, dir, "content/privacy/t/en.md", strings.ReplaceAll(head, "2024", "2020")+strings.Repeat("Edited. ", n%7+1)+"\n\n"+body)
		if r := s.Reload(b.Context()); r.Problems.HasErrors() || r.Read != 1 {
			b.Fatalf("%+v", r)
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/en/privacy/", nil))
		if !strings.Contains(w.Body.String(), "Edited. ") {
			b.Fatal("the edit does not show")
		}
	}
}
