package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
)

// hostile is what a terminal, a log or whoever reads one would act on.
const hostile = "\x1b]0;x\a\x1b[2J\n::error::forged\r\x07\u009b2J\u202egnp\u2066"

// hostileName is that in a name of a file or folder.
var hostileName = strings.ReplaceAll(hostile, "/", "")

// hostileSite writes a site whose folder, names and texts are hostile wherever they may
// be.
// Of the texts that are published none has a control character, which is an error,
// but for an old one; they have what is only a warning.
func hostileSite(t *testing.T, more map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), hostileName)
	const front = "+++\ntitle = \"A\u202eB\"\neffective = "
	files := map[string]string{
		"site.toml":               "title = \"T\"\nlanguages = [\"en\"]\n[check.rules]\nnumbering = \"warn\"\n",
		"content/a/1.0/en.md":     front + "2024-01-01\n+++\n\n# One\n\nOld \u009b words\u202e of this.\n",
		"content/a/2.0/en.md":     front + "2025-01-01\n+++\n\n# 1. One\u2066\n\nNew words\u202e of this \u200b text.\n\n# 3. Two\u202e\n\nStays\u2067 as it is.\n",
		"content/a/2.0/_notes.md": "x",
		"content/a/3.0/en.md":     front + "2099-01-01\ndraft = true\n+++\n\n# 1. One\u2066\n\nNewer words\u202e of this.\n",
	}
	for name, text := range more {
		files[name] = text
	}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Skip(err) // this file system has no such names
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Skip(err)
		}
	}
	return dir
}

// TestNothingHostileIsPrinted: whatever names and texts hold, no stream of any
// command has a character on which a terminal acts, and no line that a source wrote.
func TestNothingHostileIsPrinted(t *testing.T) {
	t.Parallel()
	name := hostileName
	warned := hostileSite(t, nil)
	broken := hostileSite(t, map[string]string{
		"content/a/2.0/" + name + ".png": "x", "content/" + name: "x", "content/a/" + name + "/en.md": "x", "content/" + name + "b/1.0/en.md": "x",
		"content/a/2.0/" + name + ".md": "x", "content/c/1.0/en.md": "+++\ntitle = \"x" + hostile + "\"\n+++\n",
		"content/c/2.0/en.md":   "+++\ntitle = \"x\"\neffective = 2025-01-01\nx\u202ey = 1\n+++\n\n# One" + hostile + " &#27;[2J [x](" + "y\u202e" + ") <b\u202e>\n",
		"content/a/policy.toml": "kind = \"\u202ex\"\n", "i18n/en.toml": "x = \"\x1b\"\n", "themes/default/" + name: "x",
	})
	calls := [][]string{{"build", "--out", filepath.Join(t.TempDir(), "o"+name)}, {"pin", "--dry-run"}, {"pin", "x" + name}, {"new", "version", "a", "9" + name}, {"new", "policy", name}}
	for _, format := range []string{"text", "json", "github", "sarif"} {
		calls = append(calls, []string{"check", "--format", format}, []string{"check", "--lang", "zh", "--format", format})
	}
	for _, format := range []string{"text", "json", "markdown", "html"} {
		calls = append(calls, []string{"diff", "a", "1.0", "2.0", "--format", format})
	}
	calls = append(calls, []string{"diff", "a" + name}, []string{"diff", "a", "1.0", "2.0", "--out", "none/" + name}, []string{name},
		[]string{"serve", "--addr", "127.0.0.1:0", "--drafts"}, []string{"serve", "--addr", name}, []string{"build", "--out", "p" + name},
		[]string{"pin"}, []string{"new", "version", "a", "4.0", "--effective", "2099-02-01"}, []string{"new", "policy", "b"}, []string{"new", "policy", "d", "--kind", name},
		[]string{"announce", "a/3.0"}, []string{"announce", "a/3.0" + name}, []string{"announce", "a/3.0", "--on", name}, []string{"announce", name},
		[]string{"withdraw", "a/2.0", "--reason", "en=\u202ewrong"}, []string{"withdraw", "a/1.0", "--reason", "en=" + name}, []string{"withdraw", "a/" + name, "--reason", "en=wrong"},
		[]string{"withdraw", "a/2.0", "--reason", name}, []string{"withdraw", "a/2.0", "--on", name}, []string{"end", "a", "--on", "2099-01-01", "--succeeded-by", name},
		[]string{"withdraw", "a/3.0", "--reason", "en=wrong"}, []string{"end", "a", "--on", "2099-06-01"}, []string{"end", "a" + name, "--on", "2099-01-01"}, []string{"end", "a", "--on", name})
	printed := 0
	for _, dir := range []string{warned, broken} {
		for _, args := range calls {
			if args[0] != name {
				args = append(args[:len(args):len(args)], "--site", filepath.Base(dir))
			}
			printed += isHarmless(t, args, filepath.Dir(dir))
		}
		for _, args := range [][]string{{"init", filepath.Base(dir)}, {"init", "new" + name}, {"init", "new" + name}, {"init", "none\x00"}, {"serve", "--site", "none" + name}} {
			printed += isHarmless(t, args, filepath.Dir(dir))
		}
	}
	if printed < 10_000 {
		t.Errorf("all commands printed %d bytes", printed)
	}
}

// isHarmless runs a command in a folder and looks at what it prints; how much that
// is it returns. A preview ends once it serves.
func isHarmless(t *testing.T, args []string, dir string) (printed int) {
	t.Helper()
	var out bytes.Buffer
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	talk := &untilServing{stop: cancel}
	c := caller{in: strings.NewReader(""), out: &out, err: talk, dir: dir, getenv: func(string) string { return "" }}
	root := newRoot(c)
	root.SetArgs(args)
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	cmd, err := root.ExecuteContextC(ctx)
	report(c.err, err, cmd.CommandPath())
	for stream, s := range map[string]string{"out": out.String(), "err": talk.String()} {
		printed += len(s)
		if i := strings.IndexFunc(s, acted); i >= 0 {
			t.Errorf("diptych %.40q prints %q on %s", args, s[max(0, i-60):min(len(s), i+20)], stream)
		}
		if strings.HasPrefix(s, "::error::") || strings.Contains(s, "\n::error::") {
			t.Errorf("diptych %.40q prints a line of a source on %s:\n%s", args, stream, s)
		}
	}
	return printed
}

// untilServing is a stream that stops a preview when it serves.
type untilServing struct {
	bytes.Buffer
	stop func()
}

func (u *untilServing) Write(p []byte) (int, error) {
	if serving.Match(p) {
		u.stop()
	}
	return u.Buffer.Write(p)
}

// acted reports whether a terminal acts on a character, or shows others in another
// order for it.
func acted(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// TestVisibleErrors: several errors stand on a line each, and none makes lines.
func TestVisibleErrors(t *testing.T) {
	bad := &fs.PathError{Op: "open", Path: "a\n\x1b[2J", Err: fs.ErrNotExist}
	if got, want := visible(errors.Join(bad, errors.New("b"))), "open a\\n\\u001b[2J: file does not exist\nb"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
