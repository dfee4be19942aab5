package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Style chooses how Text prints: Colour adds ANSI colours.
type Style struct{ Colour bool }

// Text prints each problem as file:line:col: severity: text [rule], and its
// hint on a line of its own, indented by two spaces. What a terminal would act on is
// spelled; see Visible.
func (l List) Text(w io.Writer, st Style) error {
	for _, p := range l {
		sev := p.Severity.String()
		if st.Colour {
			code := "31"
			if p.Severity == Warning {
				code = "33"
			}
			sev = "\x1b[1;" + code + "m" + sev + "\x1b[0m"
		}
		line := sev + ": " + Visible(p.Text)
		if pos := p.Pos.String(); pos != "" {
			line = Visible(pos) + ": " + line
		}
		if p.Rule != 0 {
			line += " [" + p.Rule.String() + "]"
		}
		if p.Hint != "" {
			line += "\n  hint: " + Visible(p.Hint)
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

type jsonProblem struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Severity string `json:"severity"`
	Rule     string `json:"rule,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// JSON prints the list as one array of objects with the keys file, line,
// column (runes, from 1), severity, rule, message and hint. An empty list is [].
func (l List) JSON(w io.Writer) error {
	out := make([]jsonProblem, len(l))
	for i, p := range l {
		out[i] = jsonProblem{p.Pos.File, p.Pos.Line, p.Pos.Col, p.Severity.String(), p.Rule.String(), p.Text, p.Hint}
	}
	return printJSON(w, out)
}

// printJSON prints a value as JSON, with what a terminal would act on escaped.
func printJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(VisibleJSON(b.Bytes()))
	return err
}

// GitHub prints the list as GitHub Actions workflow commands, which show up as
// annotations on the changed files.
func (l List) GitHub(w io.Writer) error {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	prop := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, p := range l {
		var props []string
		if p.Pos.File != "" {
			props = append(props, "file="+prop.Replace(Visible(p.Pos.File)))
		}
		if p.Pos.Line > 0 {
			props = append(props, fmt.Sprintf("line=%d", p.Pos.Line))
		}
		if p.Pos.Col > 0 {
			props = append(props, fmt.Sprintf("col=%d", p.Pos.Col))
		}
		if p.Rule != 0 {
			props = append(props, "title="+prop.Replace(p.Rule.String()))
		}
		text := Visible(p.Text)
		if p.Hint != "" {
			text += "\nhint: " + Visible(p.Hint)
		}
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", p.Severity, strings.Join(props, ","), data.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}
