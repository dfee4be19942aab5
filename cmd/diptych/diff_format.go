package main

import (
	"bufio"
	"fmt"
	stdhtml "html"
	"io"

	"diptych/i18n"
	"diptych/internal/html"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"
)

// diffOf is what diff prints.
type diffOf struct {
	*redline.Redline
	pair    policy.Pair
	catalog *locale.Catalog // of the site
}

var diffFormats = map[string]func(io.Writer, diffOf) error{
	"text":     diffText,
	"markdown": func(w io.Writer, d diffOf) error { return format.Markdown(w, d.Redline, d.catalog.For(d.New.Lang)) },
	"json":     func(w io.Writer, d diffOf) error { return format.JSON(w, d.Redline) },
	"html":     diffHTML,
}

// diffText writes the redline for a terminal, in the language of the commands.
func diffText(w io.Writer, d diffOf) error {
	own, problems := locale.Load(i18n.FS, nil, nil, []policy.Lang{"en"})
	if problems.HasErrors() {
		return fmt.Errorf("the program's own strings: %s", problems[0].Text)
	}
	return format.Text(w, d.Redline, own.For("en"), style(w).Colour)
}

// diffHTML writes the redline for a mail: no style, no script, the marks are
// those that every mail program draws under ins and del by itself.
func diffHTML(w io.Writer, d diffOf) error {
	old, new := d.pair.Old.Name, d.pair.New.Name
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s: %s → %s</title>\n</head>\n<body>\n<h1>%s: %s → %s</h1>\n",
		d.New.Lang, stdhtml.EscapeString(d.New.Title), old, new,
		stdhtml.EscapeString(d.New.Title), old, new)
	for _, seg := range d.HTML(html.NewWriter(html.Options{})) {
		if seg.Folded {
			fmt.Fprintf(out, "<p><small>… %d …</small></p>\n", seg.Count)
			continue
		}
		out.WriteString(string(seg.HTML)) // its errors are kept until Flush
	}
	out.WriteString("</body>\n</html>\n")
	return out.Flush()
}
