package theme

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"html/template"

	"diptych/internal/diag"
	"diptych/internal/page"
	"diptych/internal/policy"
)

const policyTail = `; img-src 'self' data:; base-uri 'none'; form-action 'none'">`

// assets is the style and the script of a theme, ready to stand in pages.
type assets struct {
	kinds map[page.Kind]kindAssets
	files map[string][]byte // where pages refer to files
}

// kindAssets is what stands in the head of a kind of page.
type kindAssets struct {
	inline template.HTML // policy, style and script for a page that holds them itself
	style  string        // path of the style file below the output folder; "" where inline
	script string        // path of the script file
}

// makeAssets joins the style of every kind of page and hashes it, once for all
// pages.
func makeAssets(s *sources, opt Options, list *diag.List) assets {
	all := newStyles(s, opt.Catalog, list)
	script := tidyScript(s.files[scriptFile].text)
	a := assets{kinds: make(map[page.Kind]kindAssets, len(page.Kinds))}
	for _, kind := range page.Kinds {
		css := all.of(kind)
		if kind.Script != "" {
			a.kinds[kind.Kind] = kindAssets{inline: ownAssets(css, script, tidyScript(s.files[ownScript(kind)].text))}
			continue
		}
		k := kindAssets{inline: template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-` +
			hash(css) + `'; script-src 'sha256-` + hash(script) + `'` + policyTail + "\n<style>" + css + "</style>\n<script>" + script + "</script>")}
		if opt.Assets == External {
			if a.files == nil {
				a.files = map[string][]byte{}
			}
			k.style, k.script = hashedName("style", css, ".css"), hashedName("script", script, ".js")
			a.files[k.style], a.files[k.script] = []byte(css), []byte(script)
		}
		a.kinds[kind.Kind] = k
	}
	return a
}

// head is the template function assets of a kind of page. Pages of missing
// addresses are served at any address, where relative references lead nowhere:
// they always hold style and script themselves.
func (k kindAssets) head(from policy.Ref) template.HTML {
	if k.style == "" || from.Leaf == policy.LeafNotFound {
		return k.inline
	}
	file := from.File()
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'` + policyTail +
		"\n<link rel=\"stylesheet\" href=\"" + policy.Relative(file, k.style) + "\">\n<script src=\"" + policy.Relative(file, k.script) + "\"></script>")
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
