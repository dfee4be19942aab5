package markup

import (
	"strings"
	"testing"

	"diptych/internal/diag"
)

// TestReasonsArePrintedNowhere: an ignore that would be printed with its reason is
// an error, unless it is shown as code, or nobody can mend the text.
func TestReasonsArePrintedNowhere(t *testing.T) {
	const ignore = `{ignore="numbering" because="x"}`
	for src, want := range map[string]int{
		"# A " + ignore: 0, "1. a " + ignore: 0, "第一条 甲 " + ignore: 0, "a " + ignore + " b": 1, "| a |\n|-|\n| b " + ignore + " |": 1,
		"`" + ignore + "` a": 0, "```\n" + ignore + "\n```": 0, "1. a\n\n   b " + ignore + " c": 1, "a[^1]\n\n[^1]: n " + ignore + " c": 1, "# A " + ignore + " b": 1,
		"a {ignore = \"numbering\" because = \"x\"}": 1, "a {Ignore=\"numbering\" Because=\"x\"} b": 1, "a {ignore=“numbering” because ＝“x”} b": 1,
		"a {ignore=\"numbering\"\nbecause\n=\"x\"} b": 1, "a {because**=\"x\"** b": 1, "a {because*=\"x\"*} b": 1, "![a {because=\"x\"} b](p.png)": 1,
		"a because b = \"c\"": 0, "a because = b": 0, "Because `=\"x\"`": 0, "Because: \"x\"": 0,
	} {
		for _, settled := range []bool{false, true} {
			_, problems := Parse([]byte(src), Options{File: "en.md", Lang: "en", Settled: settled})
			got := 0
			for _, p := range problems {
				if p.Rule == diag.Ignore && p.Severity == diag.Error {
					got++
				}
			}
			if settled && got > 0 || !settled && got != want {
				t.Errorf("%q, settled %v: %d errors, want %d: %v", src, settled, got, want, problems)
			}
		}
	}
}

// TestNoProblemQuotesAReason: of an attribute that nobody knows the value is not
// told, as it may be a reason.
func TestNoProblemQuotesAReason(t *testing.T) {
	_, problems := Parse([]byte("# A {Because=\"secret\" .red}"), Options{File: "en.md", Lang: "en"})
	said := ""
	for _, p := range problems {
		said += p.Text + "\n"
	}
	if strings.Contains(said, "secret") || !strings.Contains(said, "Because=") || !strings.Contains(said, ".red") {
		t.Error(said)
	}
}

func TestReasonIsSeen(t *testing.T) {
	for because, want := range map[string]bool{"x": true, "甲": true, "3": true, "": false, " ": false, "\u3000": false, "\u200b": false, "&#8203;": true, "\u3164": false, "—": false} {
		clauses, _ := Parse([]byte("# A {ignore=\"numbering\" because=\""+because+"\"}"), Options{File: "en.md", Lang: "en"})
		if got := clauses[0].Ignore.Explained; got != want {
			t.Errorf("%q explains: %v", because, got)
		}
	}
}
