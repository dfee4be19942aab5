package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/sync/errgroup"

	"diptych/internal/page"
	"diptych/internal/site"
	"diptych/internal/stage"
)

// BenchmarkBuild builds a generated site beside the floor: goldmark alone,
// which parses and renders the same sources on all cores and writes the same
// number of files. DIPTYCH_BENCH_TEXTS is the number of texts, 1868 unless
// said; DIPTYCH_BENCH_DIR is where the site and the output lie, best in memory
// (/dev/shm), as creating files on a disk is too noisy to compare. Each run is
// a process of its own, so that its peak memory is its own.
//
//	floor     goldmark and write
//	plain     one page a text, of policies with one version: nothing to compare
//	marked    one page a text, of policies with twelve versions: its clauses say
//	          since when they stand, for which each text is compared with the one before
//	all       every page of policies with twelve versions, redlines and all
func BenchmarkBuild(b *testing.B) {
	texts := 1868
	if s := os.Getenv("DIPTYCH_BENCH_TEXTS"); s != "" {
		var err error
		if texts, err = strconv.Atoi(s); err != nil {
			b.Fatal(err)
		}
	}
	dir := os.Getenv("DIPTYCH_BENCH_DIR")
	if dir == "" {
		dir = b.TempDir()
	} else {
		var err error
		if dir, err = os.MkdirTemp(dir, "diptych-bench-"); err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { os.RemoveAll(dir) })
	}
	generateSite(b, filepath.Join(dir, "flat"), texts, 1)
	generateSite(b, filepath.Join(dir, "deep"), texts, 12)
	for _, what := range []string{"floor", "plain", "marked", "all"} {
		b.Run(fmt.Sprintf("%s/texts=%d", what, texts), func(b *testing.B) { benchmarkChild(b, what, dir) })
	}
}

// benchmarkChild runs TestBenchmarkChild in a process of its own.
func benchmarkChild(b *testing.B, what, dir string) {
	var pages, size, peak int64
	for b.Loop() {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestBenchmarkChild$", "-test.v")
		cmd.Env = append(os.Environ(), "DIPTYCH_BENCH_CHILD="+what, "DIPTYCH_BENCH_SITE="+dir, "GOMEMLIMIT=") // which TestMain has set
		out, err := cmd.CombinedOutput()
		if err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		at := bytes.Index(out, []byte("wrote "))
		if at < 0 {
			b.Fatalf("the child said %s", out)
		}
		if _, err := fmt.Sscanf(string(out[at:]), "wrote %d pages from %d bytes", &pages, &size); err != nil {
			b.Fatal(err)
		}
		peak = max(peak, peakMiB(cmd.ProcessState))
		b.StopTimer()
		if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	seconds := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(float64(pages)/seconds, "pages/s")
	b.ReportMetric(float64(size)/1e6/seconds, "MB/s")
	b.ReportMetric(float64(peak), "peak-MiB")
}

// TestBenchmarkChild is the process that BenchmarkBuild measures. On its own
// it checks that a generated site builds.
func TestBenchmarkChild(t *testing.T) {
	what, dir := os.Getenv("DIPTYCH_BENCH_CHILD"), os.Getenv("DIPTYCH_BENCH_SITE")
	if what == "" && testing.Short() {
		t.Skip("a generated site is for the full run")
	}
	if what == "" {
		what, dir = "all", t.TempDir()
		generateSite(t, filepath.Join(dir, "deep"), 48, 12)
	}
	site := os.DirFS(filepath.Join(dir, siteOf[what]))
	var pages int
	var err error
	if what == "floor" {
		pages, err = buildFloor(site, filepath.Join(dir, "out"))
	} else {
		pages, err = buildMeasured(site, filepath.Join(dir, "out"), what != "all")
	}
	if err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		size += info.Size()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 40 {
		t.Errorf("only %d pages", pages)
	}
	fmt.Printf("wrote %d pages from %d bytes\n", pages, size)
}

// siteOf is the folder of the site that a benchmark builds.
var siteOf = map[string]string{"floor": "flat", "plain": "flat", "marked": "deep", "all": "deep"}

func buildMeasured(fsys fs.FS, out string, plain bool) (int, error) {
	folder, err := stage.Open(context.Background(), out, nil)
	if err != nil {
		return 0, err
	}
	opt := Options{Options: site.Options{Source: fsys, Today: day}}
	if plain {
		opt.Only = func(o *site.Output) bool { return o.Page.Kind == page.KindText && o.Page.Ref.Version != "" }
	}
	sum, problems, err := Run(context.Background(), opt, folder)
	if err != nil {
		return 0, errors.Join(err, folder.Abort())
	}
	if problems.HasErrors() {
		return 0, errors.Join(errors.New(printed(problems)), folder.Abort())
	}
	_, err = folder.Commit(context.Background())
	return sum.Pages, err
}

// buildFloor is what no generator can be faster than.
func buildFloor(site fs.FS, out string) (int, error) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote),
		goldmark.WithParserOptions(parser.WithAttribute()))
	names, err := fs.Glob(site, "content/*/*/*.md")
	if err != nil {
		return 0, err
	}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range names {
		g.Go(func() error {
			src, err := fs.ReadFile(site, name)
			if err != nil {
				return err
			}
			_, body, _ := bytes.Cut(src, []byte("\n+++\n"))
			var b bytes.Buffer
			if err := md.Convert(body, &b); err != nil {
				return err
			}
			file := filepath.Join(out, strings.TrimSuffix(name, ".md"), "index.html")
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return err
			}
			return os.WriteFile(file, b.Bytes(), 0o644)
		})
	}
	return len(names), g.Wait()
}

// BenchmarkOwnSite builds this repository's site, without writing it.
func BenchmarkOwnSite(b *testing.B) {
	pages := 0
	for b.Loop() {
		sum, problems, err := Run(context.Background(), Options{Options: site.Options{Source: ownSite(), Today: day}}, Discard{})
		if err != nil || problems.HasErrors() {
			b.Fatal(err, printed(problems))
		}
		pages = sum.Pages
	}
	b.ReportMetric(float64(pages), "pages")
}
