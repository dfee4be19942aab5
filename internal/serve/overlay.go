package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strings"

	"diptych/internal/diag"
)

// reloadScript has the browser load the page again when the site has changed.
var reloadScript = fmt.Sprintf(`new EventSource(%q).onmessage=function(){location.reload()}`, eventsPath)

// overlayStyle is that of the problems shown on top of a page.
const overlayStyle = `#_problems{position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;z-index:99;` +
	`padding:1rem 1.25rem;background:#4a1d00;color:#fff;font:14px/1.5 ui-monospace,monospace}` +
	`#_problems pre{white-space:pre-wrap;margin:.5rem 0 0}`

// writePage sends a page with the script that reloads it and, above it, the
// problems of the last edit.
func writePage(w http.ResponseWriter, status int, data []byte, problems diag.List) {
	extra, grants := "<script>"+reloadScript+"</script>", []grant{{"script-src", source(reloadScript)}, {"connect-src", "'self'"}}
	if shown := overlay(problems); shown != "" {
		extra += shown
		grants = append(grants, grant{"style-src", source(overlayStyle)})
	}
	data = policyTag.ReplaceAllFunc(data, func(tag []byte) []byte { return widen(tag, grants) })
	end := bytes.LastIndex(data, []byte("</body>"))
	if end < 0 {
		end = len(data)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(bytes.Join([][]byte{data[:end], []byte(extra), data[end:]}, nil)) // the browser went away
}

// overlay shows the problems on top of a page.
func overlay(problems diag.List) string {
	if len(problems) == 0 {
		return ""
	}
	var b strings.Builder
	if err := problems.Text(&b, diag.Style{}); err != nil {
		return ""
	}
	return `<style>` + overlayStyle + `</style><section id="_problems" role="alert" lang="en">` +
		`<strong>The last edit has problems; this is the page before it.</strong><pre>` + html.EscapeString(b.String()) + `</pre></section>`
}

// policyTag is the policy for content security of a page.
var policyTag = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="[^"]*">`)

// grant is a source that a directive of a policy lets in besides.
type grant struct{ directive, source string }

// source lets in a script or style by its hash (CSP Level 3, section 2.3.1).
func source(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// widen returns the tag of a policy with the grants. What the policy forbids
// besides stays forbidden, so that the preview of a page behaves as the page.
func widen(tag []byte, grants []grant) []byte {
	s := string(tag)
	for _, g := range grants {
		if before, after, ok := strings.Cut(s, g.directive+" "); ok {
			s = before + g.directive + " " + g.source + " " + after
		} else {
			s = strings.TrimSuffix(s, `">`) + "; " + g.directive + " " + g.source + `">`
		}
	}
	return []byte(s)
}
