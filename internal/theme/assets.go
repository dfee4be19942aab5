package theme

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"html/template"
	"regexp"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// assets is the style and the script of a theme, ready to stand in pages.
type assets struct {
	inline   template.HTML     // policy, style and script for a page that holds them itself
	search   template.HTML     // the same for the search page
	external bool              // pages refer to files
	style    string            // path of the style file below the output folder
	script   string            // path of the script file
	files    map[string][]byte // where external
}

const policyTail = `; img-src 'self' data:; base-uri 'none'; form-action 'none'">`

func makeAssets(s *sources, opt Options, list *diag.List) assets {
	style, script := joinStyle(s, opt.Catalog, list), tidyScript(s.files[scriptFile].text)
	a := assets{inline: template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-` +
		hash(style) + `'; script-src 'sha256-` + hash(script) + `'` + policyTail + "\n<style>" + style + "</style>\n<script>" + script + "</script>")}
	a.search = searchAssets(style, script, s)
	if opt.Assets == External {
		a.external = true
		a.style, a.script = hashedName("style", style, ".css"), hashedName("script", script, ".js")
		a.files = map[string][]byte{a.style: []byte(style), a.script: []byte(script)}
	}
	return a
}

// head is the template function assets. Pages of missing addresses are served
// at any address, where relative references lead nowhere: they always hold
// style and script themselves.
func (a *assets) head(from policy.Ref) template.HTML {
	if from.Leaf == policy.LeafSearch {
		return a.search
	}
	if !a.external || from.Leaf == policy.LeafNotFound {
		return a.inline
	}
	file := from.File()
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'` + policyTail +
		"\n<link rel=\"stylesheet\" href=\"" + policy.Relative(file, a.style) + "\">\n<script src=\"" + policy.Relative(file, a.script) + "\"></script>")
}

// hash is a source expression of Content Security Policy, without its prefix.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func hashedName(name, content, ext string) string {
	sum := sha256.Sum256([]byte(content))
	return "assets/" + name + "-" + hex.EncodeToString(sum[:6]) + ext
}

// joinStyle joins the style files, the words that style says, and custom.css.
func joinStyle(s *sources, c *locale.Catalog, list *diag.List) string {
	var b strings.Builder
	for _, p := range styleFiles() {
		f := s.files[p]
		guard(f, list)
		b.WriteString(minify(f.text))
		if p == "assets/language.css" {
			b.WriteString(spokenMarks(c))
		}
	}
	if s.custom != nil {
		guard(*s.custom, list)
		b.WriteString("\n" + strings.TrimSpace(s.custom.text))
	}
	return b.String()
}

// spokenMarks gives the words that style puts before and after inserted and
// deleted text for assistive technology, per language, as custom properties.
func spokenMarks(c *locale.Catalog) string {
	var b strings.Builder
	for _, lang := range c.Langs() {
		w := c.For(lang)
		b.WriteString("[lang|=" + w.Tag() + "]{")
		for _, mark := range [][2]string{
			{"ins", "mark_inserted"}, {"del", "mark_deleted"}, {"to", "mark_moved_to"}, {"from", "mark_moved_from"}, {"end", "mark_end"},
		} {
			if s, err := w.T(mark[1]); err == nil {
				b.WriteString("--" + mark[0] + ":" + cssString(s) + ";")
			}
		}
		b.WriteString("}")
	}
	return strings.ReplaceAll(b.String(), ";}", "}")
}

func cssString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `).Replace(s) + `"`
}

// remote is what makes a style ask the network.
var remote = regexp.MustCompile(`(?i)@import|url\(\s*["']?\s*(?:https?:|//)|</style`)

// guard reports what may not stand in the style of a page.
func guard(f source, list *diag.List) {
	for i, line := range strings.Split(f.text, "\n") {
		if at := remote.FindStringIndex(line); at != nil {
			pos := diag.Pos{File: f.file, Line: i + 1, Col: len([]rune(line[:at[0]])) + 1}
			list.Errorf(pos, Rule, "a page asks the network for nothing but itself; use a data: address", "%q may not stand in a style", line[at[0]:at[1]])
		}
	}
}
