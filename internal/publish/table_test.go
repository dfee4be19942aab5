package publish

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// A list of 200 third-party programs, as apps publish it, and other tables.
func tableSite() fstest.MapFS {
	text := func(lang string, rows int) *fstest.MapFile {
		var b strings.Builder
		fmt.Fprintf(&b, "+++\ntitle = \"SDK %s\"\neffective = 2026-01-01\n+++\n\n| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n\n", lang)
		b.WriteString("## 1. Mobile {#mobile}\n\n| Name | Provider | Purpose | Address |\n| --- | --- | --- | --- |\n")
		for i := range rows {
			fmt.Fprintf(&b, "| SDK %d[^n] | Example Technology Co., Ltd. | Push messages | https://www.example.com/privacy/%d/index.html?lang=%s |\n", i, i, lang)
		}
		b.WriteString("\n## 2. Web {#web}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| a | b |\n| --- | --- |\n| 3 | 4 |\n\n" +
			"<table><caption>Servers</caption><tr><th>a</th><th>b</th><th>c</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>\n\n" +
			"[^n]: A note.\n")
		return &fstest.MapFile{Data: []byte(b.String())}
	}
	return fstest.MapFS{
		"site.toml":               {Data: []byte("title.zh = \"题\"\ntitle.en = \"T\"\n")},
		"content/sdk/1.0/zh.md":   text("zh", 200),
		"content/sdk/1.0/en.md":   text("en", 200),
		"content/sdk/policy.toml": {Data: []byte("kind = \"sdk-list\"\n")},
	}
}

// The tables of a page have names of their own, and the columns that can be
// held are.
func TestTables(t *testing.T) {
	t.Parallel()
	b := tryBuild(t, tableSite(), nil)
	for page, want := range map[string]string{
		"en/sdk/index.html":       "Table 1, Table 2: Mobile, Table 3: Web, Table 4: Web, Table 5: Servers",
		"zh/sdk/1.0/index.html":   "表格 1, 表格 2: Mobile, 表格 3: Web, 表格 4: Web, 表格 5: Servers",
		"en/sdk/embed/index.html": "Table 1, Table 2: Mobile, Table 3: Web, Table 4: Web, Table 5: Servers",
	} {
		doc, err := html.Parse(bytes.NewReader(b.files[page]))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		held, heads, back := 0, 0, 0
		for n := range doc.Descendants() {
			class, _ := attr(n, "class")
			switch {
			case class == "table-scroll":
				name, _ := attr(n, "aria-label")
				names = append(names, name)
			case class == "held":
				held++
			case n.Data == "thead":
				heads++
			}
			if href, _ := attr(n, "href"); strings.HasPrefix(href, "#fnref-") {
				back++
			}
		}
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("%s: tables %q, want %q", page, got, want)
		}
		if held != 2+201 || heads != 5 {
			t.Errorf("%s: %d cells held, want 203; %d heads, want 5", page, held, heads)
		}
		if back != 1 {
			t.Errorf("%s: %d ways back from a note with 200 references, want one", page, back)
		}
	}
}
