package diag

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for s, want := range map[string]string{
		"政策 é — “a”": "政策 é — “a”", "": "", "a\nb\r\tc": `a\nb\r\tc`, "\x1b[2J\x7f\x00": `\u001b[2J\u007f\u0000`, "\u0085\u009b\u00a0": `\u0085\u009b` + "\u00a0",
		"\u202a\u202e\u2029\u2030": `\u202a\u202e\u2029` + "\u2030", "\u2065\u2066\u2069\u206a": "\u2065" + `\u2066\u2069` + "\u206a",
		"\u200d\u200e\u200f\u2010": "\u200d" + `\u200e\u200f` + "\u2010", "\ufeff\u061c": `\ufeff\u061c`, "a\xffb": `a\xffb`, "\U000e0041": `\U000e0041`, "\ufdd0\ufffe": `\ufdd0\ufffe`, "\ufffd": "\ufffd",
	} {
		if got := Visible(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

// TestPrintsNothingHostile: in no format does a place, a text or a hint act on a
// terminal or a log, and JSON still says what they are.
func TestPrintsNothingHostile(t *testing.T) {
	const bad = "a:b,c%\n::error::x\r\x1b]0;\a\u009b\u202e\u2066\u2028\U000e0041\U0001f600"
	l := List{{Pos: Pos{File: bad, Line: 1, Col: 2}, Rule: Link, Text: bad, Hint: bad}, {Rule: File, Text: "\n" + bad}}
	for name, print := range map[string]func(*strings.Builder) error{
		"text":   func(b *strings.Builder) error { return l.Text(b, Style{}) },
		"json":   func(b *strings.Builder) error { return l.JSON(b) },
		"github": func(b *strings.Builder) error { return l.GitHub(b) },
		"sarif":  func(b *strings.Builder) error { return l.SARIF(b, "", func(Rule) string { return "" }) },
	} {
		var b strings.Builder
		if err := print(&b); err != nil {
			t.Fatal(err)
		}
		for _, r := range b.String() {
			if unicode.IsControl(r) && r != '\n' || r == '\u202e' || r == '\u2066' || r == '\u2028' || r == '\U000e0041' || r == utf8.RuneError {
				t.Errorf("%s prints %U:\n%s", name, r, b.String())
				break
			}
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		switch name {
		case "github":
			want := `::error file=a%3Ab%2Cc%25\n%3A%3Aerror%3A%3Ax\r\u001b]0;\u0007\u009b\u202e\u2066\u2028\U000e0041` + "\U0001f600" + `,line=1,col=2,title=link::`
			if len(lines) != 2 || !strings.HasPrefix(strings.ReplaceAll(lines[0], "\\n%3A%3Aerror%3A%3Ax", `\n%3A%3Aerror%3A%3Ax`), want) {
				t.Errorf("github: %s\nwant %s", lines[0], want)
			}
		case "text":
			if len(lines) != 3 {
				t.Errorf("text: %d lines", len(lines))
			}
		case "json":
			var back []jsonProblem
			if err := json.Unmarshal([]byte(b.String()), &back); err != nil || back[0].File != bad || back[0].Message != bad {
				t.Errorf("json says %+v, %v", back, err)
			}
		}
	}
}
