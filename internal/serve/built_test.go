package serve

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
)

// everything has one of each thing that a site may consist of.
const everything = `-- site.toml --
title.zh = "政策"
title.en = "Policies"
assets = "external"
-- content/privacy/policy.toml --
related = ["terms"]
aliases = ["legal/privacy.html", "old/privacy/", "old/p.htm"]
-- content/privacy/1.0/zh.md --
+++
title = "隐私政策"
effective = 2024-01-01
+++

## 一、收集 {#a}

![图](plan.svg)我们收集手机号码，见[表格](form.csv)和[条款](terms#a)。
-- content/privacy/1.0/plan.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>
-- content/privacy/1.0/form.csv --
a,b
-- content/privacy/1.0/comments.docx --
not for others
-- content/privacy/2.0/zh.md --
+++
title = "隐私政策"
effective = 2025-01-01
+++

## 一、收集 {#a}

我们不收集手机号码。
-- content/privacy/2.0/en.md --
+++
title = "Privacy Policy"
+++

## 1. Collection {#a}

We collect no telephone numbers.
-- content/privacy/3.0/zh.md --
+++
title = "隐私政策"
effective = 2027-01-01
draft = true
+++

## 一、收集 {#a}

我们什么都不收集。
-- content/terms/1.0/zh.md --
+++
title = "服务条款"
effective = 2024-01-01
+++

## 一、范围 {#a}

本条款适用于全部服务。
`

// TestBuiltIsServed: everything that a build writes the preview serves, byte
// for byte but for the script that reloads a page and what that needs in the
// page's policy, and of the right type; and it has nothing besides.
func TestBuiltIsServed(t *testing.T) {
	ar, err := txtar.FS(txtar.Parse([]byte(everything)))
	if err != nil {
		t.Fatal(err)
	}
	own := os.DirFS("../..")
	for name, x := range map[string]struct {
		fsys  fs.FS
		base  string
		draft bool
		least int
		long  bool // for the full run
	}{
		"own site":              {own, "", false, 150, true},
		"own site, address":     {own, "https://example.com/legal/", false, 150, false},
		"own site, drafts":      {own, "", true, 150, true},
		"everything":            {ar, "", false, 50, false},
		"everything, published": {ar, "https://example.com/", false, 50, false},
		"everything, drafts":    {ar, "", true, 65, false},
		"corpus":                {nil, "", false, 1500, true},
	} {
		t.Run(name, func(t *testing.T) {
			if x.long && testing.Short() {
				t.Skip("for the full run")
			}
			t.Parallel()
			if x.fsys == nil {
				x.fsys = corpus(t)
			}
			opt := publish.Options{Options: site.Options{
				Source: x.fsys, Today: policy.Date{Year: 2026, Month: 11, Day: 23}, BaseURL: x.base, Drafts: x.draft,
			}}
			checkServed(t, opt, x.least)
		})
	}
}

func checkServed(t *testing.T, opt publish.Options, least int) {
	var built summed
	_, problems, err := publish.Run(t.Context(), opt, &built)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	s := New(opt)
	r := s.Reload(t.Context())
	if r.Problems.HasErrors() {
		t.Fatal(r.Problems)
	}
	if said, want := fmt.Sprint(r.Problems), fmt.Sprint(problems); said != want {
		t.Errorf("the preview says %s, the build %s", said, want)
	}
	if len(built.sums) < least {
		t.Errorf("only %d files are built", len(built.sums))
	}
	for _, name := range slices.Sorted(maps.Keys(built.sums)) {
		want := built.sums[name]
		addresses := []string{"/" + name}
		if folder, ok := strings.CutSuffix(name, "index.html"); ok {
			addresses = append(addresses, "/"+folder)
		}
		var before []byte // as served at the address before
		for _, address := range addresses {
			w := httptest.NewRecorder()
			s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
			if w.Code != http.StatusOK {
				t.Errorf("%s is built, and served with %d", address, w.Code)
				continue
			}
			got := w.Body.Bytes()
			if before == nil || !bytes.Equal(got, before) {
				before = got
				if strings.HasPrefix(path.Ext(name), ".htm") {
					got = unreloaded(t, address, got)
				}
				if maphash.Bytes(sumSeed, got) != want {
					t.Errorf("%s is served as other bytes than built", address)
				}
			}
			if got, want := w.Header().Get("Content-Type"), mediaTypes[path.Ext(name)]; got != want {
				t.Errorf("%s is served as %q, want %q", address, got, want)
			}
		}
	}
	for name := range s.good.outputs {
		if _, ok := built.sums[name]; !ok {
			t.Errorf("%s is served, and not built", name)
		}
	}
}

// mediaTypes are those of the files in the sites of TestBuiltIsServed.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
	".svg": "image/svg+xml", ".csv": "text/csv; charset=utf-8", ".png": "image/png", ".nojekyll": "application/octet-stream",
}

// reloads is what a page of the preview ends with.
var reloads = regexp.MustCompile(`<script>(new EventSource\("/\.diptych/events"\)[^<]*)</script></body>`)

// unreloaded takes out of a page of the preview the script that reloads it and
// what lets that run.
func unreloaded(t *testing.T, address string, page []byte) []byte {
	t.Helper()
	m := reloads.FindSubmatch(page)
	if m == nil {
		t.Errorf("%s does not reload", address)
		return page
	}
	page = bytes.Replace(page, m[0], []byte("</body>"), 1)
	for _, added := range []string{source(string(m[1])) + " ", "; connect-src 'self'"} {
		if bytes.Count(page, []byte(added)) != 1 {
			t.Errorf("%s: its policy says %q %d times, want once", address, added, bytes.Count(page, []byte(added)))
		}
		page = bytes.Replace(page, []byte(added), nil, 1)
	}
	return page
}

// TestPolicyOfThePreview: what a page's policy forbids it forbids in the
// preview; the problems on top of a page have their style by its hash.
func TestPolicyOfThePreview(t *testing.T) {
	const built = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'sha256-x' 'strict-dynamic'; img-src 'self'">`
	show := func(problems diag.List) string {
		w := httptest.NewRecorder()
		writePage(w, 200, []byte(built+"<body></body>"), problems)
		tag, _, _ := strings.Cut(w.Body.String(), "<body>")
		return tag
	}
	reload := source(reloadScript)
	want := `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src ` + reload +
		` 'sha256-x' 'strict-dynamic'; img-src 'self'; connect-src 'self'">`
	if got := show(nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var l diag.List
	l.Errorf(diag.Pos{File: "x"}, diag.Link, "", "broken")
	if got, want := show(l), strings.Replace(want, "style-src ", "style-src "+source(overlayStyle)+" ", 1); got != want {
		t.Errorf("with problems, got\n%s\nwant\n%s", got, want)
	}
	if strings.Contains(overlay(l), "style=") {
		t.Error("the problems have a style attribute, which no hash lets in")
	}
}

// summed is a sink that keeps the sum of everything.
type summed struct {
	mu   sync.Mutex
	sums map[string]uint64
}

// sumSeed is that of all sums.
var sumSeed = maphash.MakeSeed()

func (k *summed) Write(name string, data []byte) error {
	sum := maphash.Bytes(sumSeed, data)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.sums == nil {
		k.sums = make(map[string]uint64)
	}
	k.sums[name] = sum
	return nil
}

// corpus is a site of real policies, for the full run. It lies beside the
// project, or where DIPTYCH_CORPUS says; there its absence is a failure.
func corpus(t *testing.T) fs.FS {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	dir, asked := os.LookupEnv("DIPTYCH_CORPUS")
	if !asked {
		dir = "../../../shared/corpus"
	}
	if _, err := os.Stat(dir); err != nil {
		if asked {
			t.Fatal(err)
		}
		t.Skip("no corpus beside the project; DIPTYCH_CORPUS names it")
	}
	return os.DirFS(dir + "/mozilla")
}
