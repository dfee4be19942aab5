//go:build word

package docx_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/docx"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"
)

// TestWord holds the law by a program that people use: LibreOffice opens each
// file, accepts or rejects all changes, and what it then saves is one of the
// two texts.
func TestWord(t *testing.T) {
	n, every := 200, 1
	if testing.Short() {
		n, every = 40, 4
	}
	pairs := append(corpusIfThere(t, every), pairsIn(t, "../../../content", 1)...)
	pairs = append(append(append(append(pairs, cases(t)...), edges()...), nasty()...), drawn(n)...)
	in, out := t.TempDir(), t.TempDir()
	for _, p := range pairs {
		save(t, in, p.name, file(t, p.name, redline.Compare(t.Context(), p.old, p.new)))
	}
	decide(t, in, out)
	for _, p := range pairs {
		flat := docx.Wide(redline.Compare(t.Context(), p.old, p.new)) > 0
		same(t, p.name+", all accepted", contents(p.new, flat), saved(t, out, p.name+".accepted"))
		same(t, p.name+", all rejected", contents(p.old, flat), saved(t, out, p.name+".rejected"))
	}
	t.Logf("%d pairs of texts, each accepted and rejected", len(pairs))
}

// TestWordSeesFaults plants faults in a file: each must be seen.
func TestWordSeesFaults(t *testing.T) {
	old := parse("T", "# A\n\nWe share *little*.\n\n- a\n- b\n\n|a|b|\n|-|-|\n|1|2|\n|3|4|\n\nNote[^1].\n\n[^1]: here", "en")
	new := parse("T", "# A\n\nWe never share *little*.\n\nMore.\n\n- a\n\n|a|b|\n|-|-|\n|1|2|\n|5|6|\n|3|4|\n\nNote[^1].\n\n[^1]: there", "en")
	b := file(t, "faults", redline.Compare(t.Context(), old, new))
	faults := []struct{ name, part, from, to string }{
		{"none", "", "", ""},
		{"insertion", "word/document.xml", `<w:t xml:space="preserve">never`, `<w:t xml:space="preserve">ever`},
		{"paragraph", "word/document.xml", "<w:pPr><w:rPr><w:ins ", "<w:pPr><w:rPr><w:del "},
		{"row", "word/document.xml", "<w:trPr><w:ins ", "<w:trPr><w:tblHeader/><w:IN "},
		{"note", "word/footnotes.xml", `<w:delText xml:space="preserve">here`, `<w:delText xml:space="preserve">hare`},
		{"item", "word/document.xml", `<w:delText xml:space="preserve">b<`, `<w:delText xml:space="preserve">c<`},
	}
	in, out := t.TempDir(), t.TempDir()
	for _, f := range faults {
		save(t, in, f.name, replaced(t, b, f.part, f.from, f.to))
	}
	decide(t, in, out)
	for _, f := range faults {
		equal := strings.Join(saved(t, out, f.name+".accepted"), "\n") == strings.Join(contents(new, false), "\n") &&
			strings.Join(saved(t, out, f.name+".rejected"), "\n") == strings.Join(contents(old, false), "\n")
		if equal != (f.name == "none") {
			t.Errorf("fault %q: equal %v", f.name, equal)
		}
	}
}

// cases are the texts of the redline's own cases.
func cases(t *testing.T) (out []pair) {
	files, _ := filepath.Glob("../testdata/*.txtar")
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		lang := policy.Lang(name[:2])
		out = append(out, pair{name, parse2(a.Files[0].Data, lang), parse2(a.Files[1].Data, lang)})
	}
	return out
}

// drawn are random edits, the same in each run.
func drawn(n int) (out []pair) {
	gen := rapid.Custom(func(t *rapid.T) pair {
		lang := rapid.SampledFrom(langs).Draw(t, "lang")
		a := drawBlocks(t, lang)
		b := edit(t, a, lang)
		return pair{"", parse("T", strings.Join(a, "\n\n"), lang), parse("T", strings.Join(b, "\n\n"), lang)}
	})
	for i := range n {
		p := gen.Example(i)
		p.name = fmt.Sprintf("drawn-%03d", i)
		out = append(out, p)
	}
	return out
}

func save(t *testing.T, dir, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name+".docx"), b, 0o666); err != nil {
		t.Fatal(err)
	}
}

// decide has LibreOffice accept and reject the files of a folder. Its exit code
// is 0 whatever happens, so that only what it wrote counts.
func decide(t *testing.T, in, out string) {
	t.Helper()
	profile := t.TempDir()
	soffice(t, profile, "--terminate_after_init") // makes the profile, in which the macro then stands
	macro, err := os.ReadFile("testdata/word/Module1.xba")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user/basic/Standard/Module1.xba"), macro, 0o666); err != nil {
		t.Fatal(err)
	}
	soffice(t, profile, "macro:///Standard.Module1.Decide("+strconv.Quote(in)+","+strconv.Quote(out)+")")
}

func soffice(t *testing.T, profile string, arg string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "soffice", "-env:UserInstallation=file://"+profile, "--headless", "--norestore", arg)
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, b)
	}
}

// saved reads what LibreOffice saved.
func saved(t *testing.T, dir, name string) []string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name+".fodt"))
	if err != nil {
		t.Fatal(err)
	}
	n, err := tree(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var r flatReading
	n.walk(func(x *node) {
		if x.name == "changed-region" {
			r.lines = append(r.lines, "a change is left")
		}
	})
	r.container(n.child("body", "text"), "")
	return r.contents()
}
