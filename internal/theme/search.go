package theme

import (
	"html/template"
)

// ownAssets is what stands in the head of a kind of page that has a script of
// its own, as the search page: the style, the script of every page and its own. Its script adds those with the indexes,
// and the policy lets in no others: 'strict-dynamic' (CSP Level 3) trusts what a
// trusted script adds, and makes browsers that know it forget 'self' and file:,
// which are for those that do not. A hash of each index would not do: browsers
// check it by the integrity attribute, and refuse that for file:// addresses.
func ownAssets(style, script, own string) template.HTML {
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-` +
		hash(style) + `'; script-src 'sha256-` + hash(script) + `' 'sha256-` + hash(own) + `' 'strict-dynamic' 'self' file:` + policyTail +
		"\n<style>" + style + "</style>\n<script>" + script + "</script>\n<script>" + own + "</script>")
}
