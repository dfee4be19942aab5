package main

import (
	"io"
	"os"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestToolFor: a mail is in the language of its texts, where the program speaks
// it.
func TestToolFor(t *testing.T) {
	for lang, want := range map[policy.Tag]string{"zh-CN": "修改", "en-GB": "modified", "zh-Hant": "modified", "en": "modified", "fr": "modified"} {
		if got := toolFor(lang).T("diff.kind.modified"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// TestWordFileOnTerminal: a Word file is not written to a terminal, and the user
// is told what to do.
func TestWordFileOnTerminal(t *testing.T) {
	tty, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil || !isTerminal(tty) {
		t.Skip("no terminal to be had here")
	}
	defer tty.Close()
	for _, x := range []struct {
		args []string
		told bool
	}{
		{[]string{"--format", "docx"}, true},
		{[]string{"--format", "docx", "--out", "x"}, false},
		{nil, false},
	} {
		var said strings.Builder
		args := append([]string{"diff", "privacy", "--site", t.TempDir()}, x.args...)
		code := run(args, caller{out: tty, err: &said, getenv: os.Getenv})
		if told := strings.Contains(said.String(), "not for a terminal: name a file with --out"); told != x.told || told != (code == exitUsage) {
			t.Errorf("%v: code %d, %s", x.args, code, said.String())
		}
	}
}

// TestDiffReplays: diff prints no redline that does not give its texts back.
func TestDiffReplays(t *testing.T) {
	text := func(words string) *policy.Text {
		return &policy.Text{Lang: "en", Tag: "en", Title: "Terms", Clauses: []*policy.Clause{
			{ID: "a", Form: policy.Paragraph, Blocks: []policy.Block{{Kind: policy.Para, Runs: []policy.Run{{Text: words}}}}},
		}}
	}
	for _, spoilt := range []bool{false, true} {
		r := redline.Compare(t.Context(), text("We keep data."), text("We keep no data."))
		if spoilt {
			r.New = text("We keep data for ever.")
		}
		var out strings.Builder
		err := printRedline(caller{out: &out}, "", r, func(w io.Writer) error { _, err := io.WriteString(w, "printed"); return err })
		if (err != nil) != spoilt || (out.Len() == 0) != spoilt {
			t.Errorf("spoilt is %v: %v, and it printed %q", spoilt, err, out.String())
		}
	}
}
