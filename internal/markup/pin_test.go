package markup

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// testIDs names the clauses of a source x1, x2, …
func testIDs(src []byte, opt Options) []string {
	clauses, _ := Parse(src, opt)
	ids := make([]string, len(clauses))
	for i := range ids {
		ids[i] = fmt.Sprintf("x%d", i+1)
	}
	return ids
}

// names are ids as Pin takes them.
func names(ids []string) []Name {
	out := make([]Name, len(ids))
	for i, id := range ids {
		out[i].ID = id
	}
	return out
}

// TestPin: what a source becomes. A clause that the source names already keeps
// its name, and words before the first clause count as x1.
func TestPin(t *testing.T) {
	tests := map[string]struct{ in, out string }{
		"headings":              {"# 一、总则\n\n文\n\n## 第一条 定义\n文\n", "# 一、总则 {#x1}\n\n文\n\n## 第一条 定义 {#x2}\n文\n"},
		"nothing":               {"", ""},
		"words alone":           {"文\n\n字", "文\n\n字"},
		"a preamble":            {"文\n\n# A\n", "文\n\n# A {#x2}\n"},
		"no last line end":      {"# A\n\n第一条 文", "# A {#x1}\n\n第一条 文 {#x2}"},
		"named already":         {"# A {#a}\n\n# B\n\n第二条 文 {#c}\n", "# A {#a}\n\n# B {#x2}\n\n第二条 文 {#c}\n"},
		"a group":               {"# A {.key}\n\n# B { .key }\n\n（一）文 {only=\"zh\" reason=\"} {\"}\n", "# A {#x1 .key}\n\n# B {#x2  .key }\n\n（一）文 {#x3 only=\"zh\" reason=\"} {\"}\n"},
		"a group on a line":     {"第一条 文\n{.key}\n", "第一条 文\n{#x1 .key}\n"},
		"words in braces":       {"# A {name}\n\n第一条 {0}。{}\n", "# A {name} {#x1}\n\n第一条 {0}。{} {#x2}\n"},
		"white space":           {"# A  \n\n第一条 文 \t\n\n第二条 文　\n", "# A {#x1}  \n\n第一条 文 {#x2} \t\n\n第二条 文　 {#x3}\n"},
		"CRLF":                  {"# A\r\n\r\n第一条 文\r\n接\r\n\r\n1. x\r\n2. y\r\n", "# A {#x1}\r\n\r\n第一条 文\r\n接 {#x2}\r\n\r\n1. x {#x3}\r\n2. y {#x4}\r\n"},
		"mixed line ends":       {"# A\r\r\n# B\n\n1. x\ry\r\n2. z", "# A {#x1}\r\r\n# B {#x2}\n\n1. x\ry {#x3}\r\n2. z {#x4}"},
		"closing marks":         {"## A ##\n# B #  \n## C ## {.key}\n## D {.key} ##\n", "## A {#x1} ##\n# B {#x2} #  \n## C ## {#x3 .key}\n## D {#x4 .key} ##\n"},
		"marks alone":           {"#\n\n##  \n\n### ###\n\n  # #", "# {#x1}\n\n## {#x2}  \n\n### {#x3} ###\n\n  # {#x4} #"},
		"underlined":            {"A\n===\n\nB\nb  \n---\n\nC {.key}\n---\n", "A {#x1}\n===\n\nB\nb {#x2}  \n---\n\nC {#x3 .key}\n---\n"},
		"several lines":         {"第一条 文，\n接着，  \n  再接。\n\n文\n", "第一条 文，\n接着，  \n  再接。 {#x1}\n\n文\n"},
		"emphasis and links":    {"**第一条　**文**强**\n\n（一）见[此](#x)\n\n（二）`{`\n", "**第一条　**文**强** {#x1}\n\n（一）见[此](#x) {#x2}\n\n（二）`{` {#x3}\n"},
		"a backslash":           {"# A\\\n\n第一条 文\\\n", "# A\\ {#x1}\n\n第一条 文\\ {#x2}\n"},
		"lists":                 {"1. a\n2. b\n\n   c\n3) d\n", "1. a {#x2}\n2. b {#x3}\n\n   c\n3) d {#x4}\n"},
		"lists in lists":        {"1. a\n   1. b\n      - c\n      - （一）d\n   2. e\n\n2. f\n", "1. a {#x2}\n   1. b {#x3}\n      - c\n      - （一）d {#x4}\n   2. e {#x5}\n\n2. f {#x6}\n"},
		"bullets with labels":   {"- (a) x\n- y\n- (b) z {.key}\n", "- (a) x {#x2}\n- y\n- (b) z {#x3 .key}\n"},
		"tabs":                  {"1.\ta\tb\t\n\t1.\tc\n", "1.\ta\tb {#x2}\t\n\t1.\tc {#x3}\n"},
		"quotes":                {"> 1. a\n> b\n>\n> 2. c\nlazy\n", "> 1. a\n> b {#x2}\n>\n> 2. c\nlazy {#x3}\n"},
		"a heading in an item":  {"1. # a\n\n   b\n", "1. # a {#x2}\n\n   b\n"},
		"before a table":        {"第一条 文\n| a |\n|---|\n| b |\n", "第一条 文 {#x1}\n| a |\n|---|\n| b |\n"},
		"before another block":  {"第一条 文\n- a\n\n第二条 文\n> q\n\n第三条 文\n```\nx\n```\n", "第一条 文 {#x1}\n- a\n\n第二条 文 {#x2}\n> q\n\n第三条 文 {#x3}\n```\nx\n```\n"},
		"a link and its target": {"第一条 [a]\n\n[a]: /b\n第二条 文\n", "第一条 [a] {#x1}\n\n[a]: /b\n第二条 文 {#x2}\n"},
		"notes":                 {"第一条 文[^a]\n\n[^a]: 注\n\n    1. b\n", "第一条 文[^a] {#x1}\n\n[^a]: 注\n\n    1. b {#x3}\n"},
		"code is code":          {"# A\n\n    1. a\n\n```\n# B\n```\n", "# A {#x1}\n\n    1. a\n\n```\n# B\n```\n"},
		"tags":                  {"<h2 lang=en>A</h2>\n<P>第一条 文</P>\n<ol>\n<li>a<li value=3>b\n</ol>\n", "<h2 id=\"x1\" lang=en>A</h2>\n<P id=\"x2\">第一条 文</P>\n<ol>\n<li id=\"x3\">a<li id=\"x4\" value=3>b\n</ol>\n"},
		"tags and Markdown":     {"<div>\n\n第一条 文\n\n<ol><li>\n\na\n\n</li></ol>\n</div>\n", "<div>\n\n第一条 文 {#x1}\n\n<ol><li>\n\na {#x2}\n\n</li></ol>\n</div>\n"},
		"inline tags":           {"第一条 <u>文</u><br>\n接<a id=\"q\"></a>\n", "第一条 <u>文</u><br>\n接<a id=\"q\"></a> {#x1}\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			opt := Options{File: "zh.md", Lang: "zh"}
			out, pinned, problems := Pin([]byte(tt.in), opt, names(testIDs([]byte(tt.in), opt)))
			if len(problems) > 0 {
				t.Error(problems)
			}
			if string(out) != tt.out {
				t.Errorf("%q\nbecomes %q\nnot     %q", tt.in, out, tt.out)
			}
			again, more, _ := Pin(out, opt, names(testIDs(out, opt)))
			if string(again) != string(out) || len(more) > 0 {
				t.Errorf("a second time it becomes %q, %v", again, more)
			}
			if got := strings.Count(string(out), "x") - strings.Count(tt.in, "x"); got != len(pinned) {
				t.Errorf("%d ids were reported, %d written", len(pinned), got)
			}
		})
	}
}

// TestPinWas: second targets are written beside the id, but for those that the
// source names; a tag of raw HTML cannot hold them.
func TestPinWas(t *testing.T) {
	opt := Options{File: "zh.md", Lang: "zh"}
	in := "# A\n\n# B {was=\"b1\" .key}\n\n1. c\n\n<h2>D</h2>\n\n<h2>E</h2>\n"
	want := "# A {#a was=\"a2 a1\"}\n\n# B {#b was=\"b2\" was=\"b1\" .key}\n\n1. c {#c was=\"c1\"}\n\n<h2>D</h2>\n\n<h2 id=\"e\">E</h2>\n"
	out, pinned, problems := Pin([]byte(in), opt, []Name{{"a", []string{"a2", "a1"}}, {"b", []string{"b2", "b1"}}, {"c", []string{"c1"}}, {"d", []string{"d1"}}, {ID: "e"}})
	if string(out) != want || len(pinned) != 4 {
		t.Errorf("%q\nbecomes %q\nnot     %q", in, out, want)
	}
	if len(problems) != 1 || problems[0].Error() != "zh.md:7:1: error: a tag of raw HTML cannot say what clause d was called [pin]" {
		t.Error(problems)
	}
}

// What cannot be named is left, and the rest is named.
func TestPinProblems(t *testing.T) {
	tests := map[string]struct {
		in, out string
		ids     []string // none: x1, x2, …
		problem string
	}{
		"an item without words": {in: "1. - a\n2. b\n", out: "1. - a\n2. b {#x3}\n",
			problem: "zh.md:1:1: error: clause x2 has no words behind which its id could stand [pin]"},
		"words between tags": {in: "<div>第一条 文</div>\n\n# A\n", out: "<div>第一条 文</div>\n\n# A {#x2}\n",
			problem: "zh.md:1:6: error: clause x1 has no words behind which its id could stand [pin]"},
		"tags in a quote": {in: "> <ol>\n> <li>a\n> </ol>\n", out: "> <ol>\n> <li>a\n> </ol>\n",
			problem: "zh.md:2:1: error: the text would read differently with the id of clause x2 [pin]"},
		"an id that is none": {in: "# A\n\n# B\n", out: "# A\n\n# B {#b}\n", ids: []string{"1", "b"},
			problem: "zh.md:1:1: error: the text would read differently with the id of clause 1 [pin]"},
		"an id that is taken": {in: "# A\n\n# B {#b}\n\n# C\n", out: "# A\n\n# B {#b}\n\n# C {#c}\n", ids: []string{"b", "b", "c"},
			problem: "zh.md:1:1: error: the text would read differently with the id of clause b [pin]"},
		"an anchor that is taken": {in: "# A\n\n# B\n\n<a id=\"q\"></a>文\n", out: "# A\n\n# B {#b}\n\n<a id=\"q\"></a>文\n", ids: []string{"q", "b"},
			problem: "zh.md:1:1: error: the text would read differently with the id of clause q [pin]"},
		"other problems": {in: "# A\n\n<script>x</script>\n", out: "# A\n\n<script>x</script>\n",
			problem: "zh.md:3:1: error: <script> cannot stand in a text [markup]"},
		"an id twice": {in: "# A {#a}\n\n# B {#a}\n\n# C\n", out: "# A {#a}\n\n# B {#a}\n\n# C\n",
			problem: "zh.md:3:1: error: id \"a\" is used twice; first at zh.md:1:1 [id]"},
		"bytes": {in: "# A\xff\n", out: "# A\xff\n",
			problem: "zh.md: error: the text is not UTF-8 and is left as it is [pin]"},
		"other clauses": {in: "# A\n", out: "# A\n", ids: []string{"a", "b"},
			problem: "zh.md: error: the text has changed meanwhile [pin]"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			opt := Options{File: "zh.md", Lang: "zh"}
			if tt.ids == nil {
				tt.ids = testIDs([]byte(tt.in), opt)
			}
			out, _, problems := Pin([]byte(tt.in), opt, names(tt.ids))
			if string(out) != tt.out {
				t.Errorf("%q\nbecomes %q\nnot     %q", tt.in, out, tt.out)
			}
			if len(problems) != 1 || problems[0].Error() != tt.problem {
				t.Errorf("problems %v\nwant %s", problems, tt.problem)
			}
		})
	}
}

// Every text of the corpus takes the ids of all its clauses.
func TestPinCorpus(t *testing.T) {
	eachText(t, func(t *testing.T, s source) {
		if problems := checkPin(t, s.body, s.opt); len(problems) > 0 {
			t.Errorf("%s: %v", s.name, problems)
		}
	})
}

// unlikely begins the ids by which checkPin finds what was inserted.
const unlikely = "qzj-"

var inserted = regexp.MustCompile(` \{#` + unlikely + `\d+\}|#` + unlikely + `\d+ | id="` + unlikely + `\d+"`)

// checkPin tests the laws: without what was inserted the source is what it was,
// and both say the same. It returns the problems of pinning.
func checkPin(t testing.TB, src []byte, opt Options) diag.List {
	t.Helper()
	before, _ := Parse(src, opt)
	ids := make([]string, len(before))
	for i := range ids {
		ids[i] = fmt.Sprintf("%s%d", unlikely, i)
	}
	written := writtenIDs(before)
	out, pinned, problems := Pin(src, opt, names(ids))
	if got := inserted.ReplaceAll(out, nil); string(got) != string(src) {
		t.Fatalf("%s: %q without the ids is %q", opt.File, src, got)
	}
	after, _ := Parse(out, opt)
	now := writtenIDs(after)
	if got, want := textHTML(blank(after)), textHTML(blank(before)); got != want {
		g, w := around(got, want)
		t.Errorf("%s: %q: page …%s…\nwant …%s…", opt.File, src, g, w)
	}
	for _, p := range pinned {
		i := slices.Index(ids, p.ID)
		written[i] = p.ID
	}
	if diff := cmp.Diff(written, now); diff != "" {
		t.Errorf("%s: %q: ids (-want +got)\n%s", opt.File, src, diff)
	}
	again, more, _ := Pin(out, opt, names(ids))
	if string(again) != string(out) || len(more) > 0 {
		t.Errorf("%s: %q: pinned again it is %q", opt.File, out, again)
	}
	return problems
}

// writtenIDs are the ids that a source gives its clauses.
func writtenIDs(clauses []*policy.Clause) []string {
	out := make([]string, len(clauses))
	for i, c := range clauses {
		if c.Origin == policy.Explicit {
			out[i] = c.ID
		}
	}
	return out
}

// blank takes the ids of clauses away, which alone may differ.
func blank(clauses []*policy.Clause) []*policy.Clause {
	for _, c := range clauses {
		c.ID = ""
	}
	return clauses
}
