package config_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/strict"
)

// TestArchives reads the site.toml or policy.toml in each testdata/*.txtar and
// compares the problems, and the values where the archive has a file "dump".
// The comment may hold a line :bom, :crlf, :gb18030 or :utf16le. UPDATE=1
// rewrites what is expected.
func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testArchive(t, file) })
	}
}

func testArchive(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	src := prepare(t, a)
	var problems diag.List
	var values string
	switch a.Files[0].Name {
	case config.SiteFile:
		var s *config.Site
		s, problems = config.ParseSite(config.SiteFile, src)
		values = dumpSite(s)
	case config.PolicyFile:
		var p config.Policy
		p, problems = config.ParsePolicy(config.PolicyFile, src)
		values = dumpPolicy(p)
	}
	var got bytes.Buffer
	if err := problems.Text(&got, diag.Style{}); err != nil {
		t.Fatal(err)
	}
	expect(t, a, "problems", got.String())
	for _, f := range a.Files {
		if f.Name == "dump" {
			expect(t, a, "dump", values)
		}
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func prepare(t *testing.T, a *txtar.Archive) []byte {
	src := a.Files[0].Data
	var err error
	for line := range strings.Lines(string(a.Comment)) {
		switch strings.TrimSpace(line) {
		case ":bom":
			src = append([]byte("\xef\xbb\xbf"), src...)
		case ":crlf":
			src = bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n"))
		case ":gb18030":
			src, err = simplifiedchinese.GB18030.NewEncoder().Bytes(src)
		case ":utf16le":
			src, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(src)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return src
}

func expect(t *testing.T, a *txtar.Archive, name, got string) {
	t.Helper()
	for i := range a.Files {
		f := &a.Files[i]
		if f.Name != name {
			continue
		}
		if os.Getenv("UPDATE") != "" {
			f.Data = []byte(got)
			return
		}
		if diff := cmp.Diff(string(f.Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		return
	}
	t.Fatalf("no file %s in the archive", name)
}

func dumpSite(s *config.Site) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %v\nbase_url %q\nlanguages %v\nlang_tags %v\ntime_zone %v\ntheme %s\nassets %s\n",
		s.Title, s.BaseURL, s.Languages, s.LangTags, s.TimeZone, s.Theme, s.Assets)
	fmt.Fprintf(&b, "owner name=%v email=%s url=%s address=%v icp=%s\n", s.Owner.Name, s.Owner.Email, s.Owner.URL, s.Owner.Address, s.Owner.ICP)
	fmt.Fprintf(&b, "compare %s\nnotice_days %d\nrules %v\n", s.Compare, s.NoticeDays, s.Rules)
	return b.String()
}

func dumpPolicy(p config.Policy) string {
	var b strings.Builder
	fmt.Fprintf(&b, "kind %s\nprevails %q\nnotice_days %d\norder %d\npart_of %s\n", p.Kind, p.Prevails.V, p.Notice.Substantive, p.Order, spell(p.PartOf))
	for _, v := range p.Related {
		fmt.Fprintf(&b, "related %s\n", spell(v))
	}
	for _, v := range p.Aliases {
		fmt.Fprintf(&b, "alias %s\n", spell(v))
	}
	return b.String()
}

func spell(v strict.Value[string]) string {
	if !v.IsSet() {
		return "not said"
	}
	return fmt.Sprintf("%q at %s", v.V, v.Pos)
}
