package source_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// TestArchives loads and parses the site in each testdata/*.txtar and compares
// the problems, and the site where the archive has a file "dump". Lines of the
// comment that begin with a colon prepare the site:
//
//	:today 2026-06-01            :drafts              :symlink PATH TARGET
//	:encode PATH gb18030|utf16le|utf16be|latin1       :bom PATH
//	:crlf PATH                   :nul PATH            :size PATH BYTES
//
// UPDATE=1 rewrites what is expected.
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
	s := newScene(t, a)
	site, problems := s.run()
	var got bytes.Buffer
	if err := problems.Text(&got, diag.Style{}); err != nil {
		t.Fatal(err)
	}
	s.expect(a, "problems", got.String())
	if section(a, "dump") != nil {
		s.expect(a, "dump", dump(site))
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// scene is a site in memory and how to load it.
type scene struct {
	t    *testing.T
	fsys fstest.MapFS
	opt  source.Options
}

func section(a *txtar.Archive, name string) *txtar.File {
	for i := range a.Files {
		if a.Files[i].Name == name {
			return &a.Files[i]
		}
	}
	return nil
}

func newScene(t *testing.T, a *txtar.Archive) *scene {
	s := &scene{t, fstest.MapFS{}, source.Options{Today: policy.Date{Year: 2026, Month: 6, Day: 1}}}
	for _, f := range a.Files {
		switch {
		case f.Name == "problems" || f.Name == "dump":
		case strings.HasSuffix(f.Name, "/"):
			s.fsys[strings.TrimSuffix(f.Name, "/")] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
		default:
			s.fsys[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
		}
	}
	for line := range strings.Lines(string(a.Comment)) {
		if strings.HasPrefix(line, ":") {
			s.prepare(strings.Fields(line[1:]))
		}
	}
	return s
}

func (s *scene) prepare(w []string) {
	file := func() *fstest.MapFile {
		f := s.fsys[w[1]]
		if f == nil {
			s.t.Fatalf("no file %s in the archive", w[1])
		}
		return f
	}
	switch w[0] {
	case "today":
		day, err := policy.ParseDate(w[1])
		if err != nil {
			s.t.Fatal(err)
		}
		s.opt.Today = day
	case "drafts":
		s.opt.Drafts = true
	case "symlink":
		s.fsys[w[1]] = &fstest.MapFile{Data: []byte(w[2]), Mode: fs.ModeSymlink | 0o777}
	case "bom":
		file().Data = append([]byte("\xef\xbb\xbf"), file().Data...)
	case "crlf":
		file().Data = bytes.ReplaceAll(file().Data, []byte("\n"), []byte("\r\n"))
	case "nul":
		file().Data = append(file().Data, 'a', 0, 'b')
	case "size":
		n, err := strconv.Atoi(w[2])
		if err != nil {
			s.t.Fatal(err)
		}
		file().Data = append(file().Data, bytes.Repeat([]byte("x"), n-len(file().Data))...)
	case "encode":
		enc := map[string]encoding.Encoding{
			"gb18030": simplifiedchinese.GB18030,
			"utf16le": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
			"utf16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
			"latin1":  charmap.ISO8859_1,
		}[w[2]]
		out, err := enc.NewEncoder().Bytes(file().Data)
		if err != nil {
			s.t.Fatal(err)
		}
		file().Data = out
	default:
		s.t.Fatalf("unknown line %q in the archive", w)
	}
}

// run loads and parses the whole site.
func (s *scene) run() (*policy.Site, diag.List) {
	cfg := config.Default()
	var all diag.List
	if s.fsys[config.SiteFile] != nil {
		cfg, all = config.Load(s.fsys)
	}
	site, l := source.Load(context.Background(), s.fsys, cfg, s.opt)
	all = append(all, l...)
	out := &policy.Site{Languages: site.Languages, Today: site.Today, Compare: site.Compare}
	for _, p := range site.Policies {
		q, l := parseAll(s.fsys, cfg, site, p)
		all = append(all, l...)
		out.Policies = append(out.Policies, q)
	}
	all.Sort()
	checkWhole(s.t, out)
	return out, all
}

// parseAll parses a policy and resolves its links.
func parseAll(fsys fs.FS, cfg *config.Site, site *policy.Site, p *policy.Policy) (*policy.Policy, diag.List) {
	q, l := source.Parse(context.Background(), fsys, cfg, site, p)
	l = append(l, source.Resolve(context.Background(), fsys, cfg, site, q)...)
	l.Sort()
	return q, l
}

// checkWhole holds the site to what Load promises whatever the problems.
func checkWhole(t *testing.T, site *policy.Site) {
	t.Helper()
	for _, p := range site.Policies {
		if len(p.Versions) == 0 {
			t.Errorf("policy %s has no versions", p.Slug)
		}
		for _, v := range p.Versions {
			if len(v.Texts) == 0 {
				t.Errorf("version %s/%s has no texts", p.Slug, v.Name)
			}
			for _, text := range v.Texts {
				seen := map[string]bool{}
				for _, a := range text.Anchors() {
					if seen[a] {
						t.Errorf("%s: anchor %q is there twice", text.Source, a)
					}
					seen[a] = true
				}
			}
		}
	}
}

func (s *scene) expect(a *txtar.Archive, name, got string) {
	s.t.Helper()
	f := section(a, name)
	if f == nil {
		a.Files = append(a.Files, txtar.File{Name: name})
		f = &a.Files[len(a.Files)-1]
	}
	if os.Getenv("UPDATE") != "" {
		f.Data = []byte(got)
		return
	}
	if diff := cmp.Diff(string(f.Data), got); diff != "" {
		s.t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// dump spells a site for people.
func dump(site *policy.Site) string {
	var b strings.Builder
	for _, p := range site.Policies {
		fmt.Fprintf(&b, "policy %s kind=%s", p.Slug, p.Kind)
		field(&b, "prevails", string(p.Prevails))
		field(&b, "part_of", p.PartOf)
		field(&b, "related", strings.Join(p.Related, ","))
		field(&b, "aliases", strings.Join(p.Aliases, ","))
		b.WriteByte('\n')
		for _, v := range p.Versions {
			fmt.Fprintf(&b, "  version %s effective=%s announced=%s editorial=%t draft=%t\n", v.Name, v.Effective, v.Announced, v.Editorial, v.Draft)
			for _, f := range v.Files {
				fmt.Fprintf(&b, "    file %s from %s, %d bytes\n", f.Name, f.Source, f.Size)
			}
			for _, t := range v.Texts {
				fmt.Fprintf(&b, "    text %s %q\n", t.Lang, t.Title)
				for _, c := range t.Changes {
					fmt.Fprintf(&b, "      change %s: %s\n", c.Clause, c.Note)
				}
				for _, a := range t.Attachments {
					fmt.Fprintf(&b, "      attachment %s %q %s, %d bytes, %.8s…\n", a.Name, a.Title, a.Kind, a.Size, a.SHA256)
				}
				dumpLinks(&b, "      summary ", t.Summary)
				for _, c := range t.Clauses {
					if c.Form == policy.Item {
						continue
					}
					origin := [...]string{"derived", "explicit", "adopted"}[c.Origin]
					fmt.Fprintf(&b, "      %s#%s %s %s\n", strings.Repeat("  ", c.Depth-1), c.ID, origin, policy.PlainRuns(c.Head))
					dumpLinks(&b, "        ", []policy.Block{{Runs: c.Head}})
					dumpLinks(&b, "        ", c.Blocks)
				}
			}
		}
	}
	return b.String()
}

func field(b *strings.Builder, name, value string) {
	if value != "" {
		fmt.Fprintf(b, " %s=%s", name, value)
	}
}

func dumpLinks(b *strings.Builder, indent string, blocks []policy.Block) {
	for _, bl := range blocks {
		for _, r := range bl.Runs {
			l := r.Link
			if r.Image != nil {
				l = &r.Image.Link
			}
			if l == nil {
				continue
			}
			kind := [...]string{"unresolved", "external", "ref", "file", "dead"}[l.Kind]
			fmt.Fprintf(b, "%s(%s) -> %s", indent, l.Dest, kind)
			switch l.Kind {
			case policy.LinkRef:
				fmt.Fprintf(b, " %s", l.To)
			case policy.LinkFile:
				fmt.Fprintf(b, " %s of %s", l.File, l.To)
			}
			if l.To.Lang != "" {
				fmt.Fprintf(b, " in %s", l.To.Lang)
			}
			if l.To.Other != "" || l.To.Base != "" || l.To.Leaf != "" {
				fmt.Fprintf(b, " page %s", l.To.Path())
			}
			b.WriteByte('\n')
		}
		dumpLinks(b, indent, bl.Blocks)
	}
}
