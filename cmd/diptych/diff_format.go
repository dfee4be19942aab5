package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	stdhtml "html"
	"io"

	"diptych/internal/html"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

var diffFormats = map[string]func(*redline.Redline, policy.Pair, io.Writer) error{
	"text":     func(r *redline.Redline, _ policy.Pair, w io.Writer) error { return r.Text(w, style(w).Colour) },
	"markdown": func(r *redline.Redline, _ policy.Pair, w io.Writer) error { return r.Markdown(w) },
	"json":     diffJSON,
	"html":     diffHTML,
}

func diffJSON(r *redline.Redline, _ policy.Pair, w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r.JSON())
}

// diffHTML writes the redline for a mail: no style, no script, the marks are
// those that every mail program draws under ins and del by itself.
func diffHTML(r *redline.Redline, pair policy.Pair, w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s: %s → %s</title>\n</head>\n<body>\n<h1>%s: %s → %s</h1>\n",
		r.New.Lang, stdhtml.EscapeString(r.New.Title), pair.Old.Name, pair.New.Name,
		stdhtml.EscapeString(r.New.Title), pair.Old.Name, pair.New.Name)
	for _, seg := range r.HTML(html.NewWriter(html.Options{})) {
		if seg.Folded {
			fmt.Fprintf(out, "<p><small>… %d …</small></p>\n", seg.Count)
			continue
		}
		out.WriteString(string(seg.HTML)) // its errors are kept until Flush
	}
	out.WriteString("</body>\n</html>\n")
	return out.Flush()
}
