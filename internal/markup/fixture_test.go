package markup

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Each archive of testdata holds a text, zh.md or en.md, and what becomes of
// it: clauses, problems and page. UPDATE=1 writes what is expected; read it
// before it is committed.
func TestFixtures(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			in := ar.Files[0]
			want := *ar
			ar.Files = append(ar.Files[:1:1], fixture(in.Name, in.Data)...)
			got := string(txtar.Format(ar))
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(&want)), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func fixture(name string, src []byte) []txtar.File {
	opt := Options{File: name, Line: 1, Lang: policy.Tag(strings.TrimSuffix(name, ".md")), Version: "2.0"}
	clauses, problems := Parse(src, opt)
	problems.Sort()
	var dump, list bytes.Buffer
	for _, c := range clauses {
		dumpClause(&dump, c)
	}
	problems.Text(&list, diag.Style{})
	page, outline := textHTML(clauses), outlineHTML(clauses)
	out := []txtar.File{{Name: "clauses", Data: dump.Bytes()}}
	for _, f := range []txtar.File{{Name: "problems", Data: list.Bytes()}, {Name: "page.html", Data: []byte(page)}, {Name: "outline.html", Data: []byte(outline)}} {
		if len(f.Data) > 0 {
			if !bytes.HasSuffix(f.Data, []byte("\n")) {
				f.Data = append(f.Data, '\n')
			}
			out = append(out, f)
		}
	}
	return out
}

var formNames = [...]string{"preamble", "heading", "paragraph", "item", "endnotes"}

// dumpClause writes a clause on a line, indented by its depth, and its blocks
// below; those of an item stand in the list that holds it.
func dumpClause(b *bytes.Buffer, c *policy.Clause) {
	fmt.Fprintf(b, "%s%s %s %d:%d", strings.Repeat("  ", c.Depth-1), formNames[c.Form], c.ID, c.Pos.Line, c.Pos.Col)
	if !c.Label.IsZero() {
		fmt.Fprintf(b, " label=%q gap=%q style=%d path=%v", c.Label.Text, c.Label.Gap, c.Label.Style, c.Label.Path)
	}
	if c.Key {
		b.WriteString(" key")
	}
	if len(c.Former) > 0 {
		fmt.Fprintf(b, " was=%q", c.Former)
	}
	if c.Only != "" {
		fmt.Fprintf(b, " only=%s reason=%q", c.Only, c.Reason)
	}
	if c.Form == policy.Heading {
		b.WriteString(" " + dumpRuns(c.Head))
	}
	b.WriteByte('\n')
	if c.Form != policy.Item {
		dumpBlocks(b, c.Blocks, strings.Repeat("  ", c.Depth)+"| ")
	}
}

var kindNames = [...]string{"para", "list", "item", "table", "row", "cell", "quote", "code", "rule", "details", "summary", "caption", "subheading", "note"}

func dumpBlocks(b *bytes.Buffer, blocks []policy.Block, indent string) {
	for i := range blocks {
		k := &blocks[i]
		b.WriteString(indent + kindNames[k.Kind])
		if k.Clause != nil {
			fmt.Fprintf(b, " (%s)", k.Clause.ID)
		}
		for _, s := range []struct {
			name string
			on   bool
		}{
			{"id=" + k.ID, k.ID != ""}, {"lang=" + k.Lang, k.Lang != ""}, {"key", k.Key}, {fmt.Sprintf("start=%d", k.Start), k.Ordered},
			{"tight", k.Tight}, {fmt.Sprintf("head=%d", k.Head), k.Head > 0}, {"th", k.Header},
			{fmt.Sprintf("align=%d", k.Align), k.Align > 0}, {fmt.Sprintf("colspan=%d", k.ColSpan), k.ColSpan > 0},
			{fmt.Sprintf("rowspan=%d", k.RowSpan), k.RowSpan > 0}, {fmt.Sprintf("level=%d", k.Level), k.Level > 0},
		} {
			if s.on {
				b.WriteString(" " + s.name)
			}
		}
		if len(k.Runs) > 0 {
			b.WriteString(" " + dumpRuns(k.Runs))
		}
		b.WriteByte('\n')
		dumpBlocks(b, k.Blocks, indent+"  ")
	}
}

var markNames = [...]string{"strong", "em", "code", "strike", "u", "sub", "sup", "small", "mark", "kbd"}

// dumpRuns writes runs one behind the other: formats, then the words.
func dumpRuns(runs []policy.Run) string {
	var out []string
	for _, r := range runs {
		var s strings.Builder
		for i, name := range markNames {
			if r.Marks&(1<<i) != 0 {
				s.WriteString(name + ":")
			}
		}
		if r.Lang != "" {
			s.WriteString("lang=" + r.Lang + ":")
		}
		switch r.Kind {
		case policy.Break:
			s.WriteString("<break>")
		case policy.Anchor:
			s.WriteString("<anchor " + r.ID + ">")
		case policy.NoteRef:
			fmt.Fprintf(&s, "<note %d %s %s>", r.Num, r.ID, r.Text)
		case policy.Image:
			fmt.Fprintf(&s, "<image %s %dx%d %q %d:%d>", r.Image.Dest, r.Image.Width, r.Image.Height, r.Text, r.Image.Pos.Line, r.Image.Pos.Col)
		default:
			fmt.Fprintf(&s, "%q", r.Text)
		}
		if l := r.Link; l != nil {
			fmt.Fprintf(&s, "->%s", l.Dest)
			if l.Title != "" {
				fmt.Fprintf(&s, " %q", l.Title)
			}
			fmt.Fprintf(&s, "[%s %d:%d]", [...]string{"unresolved", "external", "ref", "file", "dead"}[l.Kind], l.Pos.Line, l.Pos.Col)
		}
		out = append(out, s.String())
	}
	return strings.Join(out, " ")
}
