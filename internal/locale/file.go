package locale

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"diptych/internal/diag"
)

// file is one read <lang>.toml.
type file struct {
	name     string // below the site, for problems
	messages map[string]*message
	lines    map[string]int // line of each key
}

func (f *file) pos(id string) diag.Pos { return diag.Pos{File: f.name, Line: f.lines[id]} }

// readFile reads strings (id = "words") and plurals ([id] with one, other, …).
func readFile(name string, src []byte, list *diag.List) file {
	f := file{name: name, messages: map[string]*message{}, lines: keyLines(src)}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	parsed, err := i18n.ParseMessageFileBytes(src, name, map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		pos, text := diag.Pos{File: name}, err.Error()
		var pe toml.ParseError
		if errors.As(err, &pe) {
			line := src[:min(pe.Position.Start, len(src))]
			line = line[bytes.LastIndexByte(line, '\n')+1:]
			pos.Line, pos.Col, text = pe.Position.Line, utf8.RuneCount(line)+1, pe.Message
		}
		list.Errorf(pos, diag.I18N, `strings are written id = "words", or as a table [id] with the plural forms`, "cannot read the strings: %s", text)
		return f
	}
	for _, raw := range parsed.Messages {
		m, err := newMessage(raw)
		if err != nil {
			list.Errorf(f.pos(raw.ID), diag.I18N, "a placeholder is written {{.Name}}; words hold no HTML", "string %q: %v", raw.ID, err)
			continue
		}
		f.messages[raw.ID] = m
	}
	return f
}

// keyLines finds the line of each key; the toml library does not say. It knows
// only what such a file holds: id = "…" and [id].
func keyLines(src []byte) map[string]int {
	lines := map[string]int{}
	table := false
	for i, line := range strings.Split(string(src), "\n") {
		line = strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF"))
		id := ""
		if rest, ok := strings.CutPrefix(line, "["); ok {
			id, _, _ = strings.Cut(rest, "]")
			table = true
		} else if key, _, ok := strings.Cut(line, "="); ok && !table {
			id = key
		}
		id = strings.Trim(strings.TrimSpace(id), `"'`)
		if _, seen := lines[id]; id != "" && !seen {
			lines[id] = i + 1
		}
	}
	return lines
}
