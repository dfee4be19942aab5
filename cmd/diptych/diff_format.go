package main

import (
	"bufio"
	"bytes"
	"fmt"
	stdhtml "html"
	"io"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/html"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/docx"
	"diptych/internal/redline/format"
)

var diffFormats = map[string]func(io.Writer, *redline.Redline, policy.Pair) error{
	"text": func(w io.Writer, r *redline.Redline, _ policy.Pair) error {
		tool, colour := locale.ToolIn("en"), style(w).Colour
		return shown(w, policy.ShowControls, func(w io.Writer) error {
			if err := format.Text(w, r, tool, colour); err != nil {
				return err
			}
			_, err := fmt.Fprintln(w, tool.T("diff.not_compared"))
			return err
		})
	},
	"markdown": func(w io.Writer, r *redline.Redline, _ policy.Pair) error {
		return shown(w, policy.ShowControls, func(w io.Writer) error { return format.Markdown(w, r, toolFor(r.New.Language())) })
	},
	"json": func(w io.Writer, r *redline.Redline, _ policy.Pair) error {
		return shown(w, func(s string) string { return string(diag.VisibleJSON([]byte(s))) }, func(w io.Writer) error {
			return format.JSON(w, r, toolFor(r.New.Language()).T("diff.not_compared"))
		})
	},
	"html": func(w io.Writer, r *redline.Redline, pair policy.Pair) error {
		return shown(w, policy.ShowControls, func(w io.Writer) error { return diffHTML(w, r, pair) })
	},
	"docx": func(w io.Writer, r *redline.Redline, pair policy.Pair) error {
		return docx.Write(w, r, docx.Options{Old: pair.Old.Name, New: pair.New.Name, Date: pair.New.Effective, Tool: toolFor(r.New.Language())})
	},
}

// shown prints what show makes of what is printed: whatever the texts hold, a terminal
// is to act on nothing of it.
func shown(w io.Writer, show func(string) string, print func(io.Writer) error) error {
	var b bytes.Buffer
	if err := print(&b); err != nil {
		return err
	}
	_, err := io.WriteString(w, show(b.String()))
	return err
}

// toolFor returns what the program says to readers of texts in the language,
// which is English where it does not speak that.
func toolFor(tag policy.Tag) *locale.Tool {
	l := tag.Key()
	if !slices.Contains(locale.ToolLangs(), l) {
		l = "en"
	}
	return locale.ToolIn(l)
}

// diffHTML writes the redline for a mail: no style, no script, the marks are
// those that every mail program draws under ins and del by itself.
func diffHTML(w io.Writer, r *redline.Redline, pair policy.Pair) error {
	old, new := pair.Old.Name, pair.New.Name
	tool := toolFor(r.New.Language())
	out := bufio.NewWriter(w) // its errors are kept until Flush
	fmt.Fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s: %s → %s</title>\n</head>\n<body>\n",
		r.New.Language(), stdhtml.EscapeString(r.New.Title), old, new)
	writer := html.NewWriter(html.Options{Stale: func(s *policy.Stale) (string, string) { return format.SaysStale(s, tool), "" }})
	writer.Runs(r.Title)
	fmt.Fprintf(out, "<h1>%s: %s → %s</h1>\n", writer.HTML(), old, new)
	for _, seg := range r.HTML(writer) {
		if seg.Folded {
			fmt.Fprintf(out, "<p><small>… %d …</small></p>\n", seg.Count)
			continue
		}
		out.WriteString(string(seg.HTML))
		for _, i := range seg.Changes {
			for _, line := range format.Says(&r.Changes[i], tool) {
				fmt.Fprintf(out, "<p><small>%s</small></p>\n", stdhtml.EscapeString(line))
			}
		}
		for _, i := range seg.Notes {
			fmt.Fprintf(out, "<p><small>%s</small></p>\n", stdhtml.EscapeString(format.NoteSays(&r.Changes[i], tool)))
		}
	}
	fmt.Fprintf(out, "<p><small>%s</small></p>\n</body>\n</html>\n", stdhtml.EscapeString(tool.T("diff.not_compared")))
	return out.Flush()
}
