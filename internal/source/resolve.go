package source

import (
	"context"
	"fmt"
	"iter"
	"net/url"
	"path"
	"strings"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// resolver finds out where the links of one text lead.
//
// A link to a clause of the text's own version gets the full Ref of that
// version, as if written policy/version#clause; whoever shows the text knows
// when that is the page at hand. To.Lang is set where a link names a text in
// the other language. Clauses of other versions are not judged here, because
// their texts may not have been read; see package check.
type resolver struct {
	ctx     context.Context
	tree    tree
	cfg     *config.Site
	site    *policy.Site
	policy  *policy.Policy
	version *policy.Version
	text    *policy.Text
	images  *images
	judge   bool // the version's texts have their clauses, so that links to them can be judged
	targets map[*policy.Text]targets
	search  diag.Search
	list    diag.List
}

// resolve resolves every link of the text and of its summary.
func (r *resolver) resolve() {
	r.runs(r.text.Runs())
	r.runs(policy.RunsIn(r.text.Summary))
}

func (r *resolver) runs(runs iter.Seq[*policy.Run]) {
	for run := range runs {
		if r.ctx.Err() != nil {
			return
		}
		if l := run.Link; l != nil && l.Kind == policy.LinkUnresolved {
			r.link(l)
		}
		if p := run.Image; p != nil {
			r.image(p)
		}
	}
}

// link resolves a link between words.
func (r *resolver) link(l *policy.Link) {
	dest, fragment, hasFragment := strings.Cut(strings.TrimSpace(l.Dest), "#")
	fragment = unescape(fragment)
	switch {
	case dest == "" && fragment == "":
		r.dead(l, "write the destination between the parentheses", "link without a destination")
		return
	case dest == "":
		r.page(l, policy.Ref{Policy: r.policy.Slug, Version: r.version.Name, Clause: fragment}, "")
		return
	case hasFragment && fragment == "":
		r.dead(l, "leave out the #, or name a clause after it", "link to %q names no clause", l.Dest)
		return
	}
	if hint, text := foreign(dest); text != "" {
		r.dead(l, hint, "%s", text)
		return
	}
	t, ok := r.find(unescape(dest))
	switch {
	case !ok:
		m := r.miss(unescape(dest))
		r.dead(l, m.hint, "link to unknown %s", m.text)
	case t.file != nil:
		r.file(l, t)
	default:
		t.ref.Clause = fragment
		r.page(l, t.ref, dest)
	}
}

// page makes l a link to a page of the site; dest is its way of naming the
// page, for messages.
func (r *resolver) page(l *policy.Link, to policy.Ref, dest string) {
	if text := r.own(to); text != nil && to.Clause != "" && r.judge {
		if in := r.in(text); !in.has[to.Clause] {
			r.dead(l, r.clauseHint(dest, to.Clause, in.anchors), "link to unknown clause %s", dest+"#"+to.Clause)
			return
		}
	}
	l.Kind, l.To = policy.LinkRef, r.archived(to)
}

// archived leads a link to a policy that has ended to the last version that was
// in force: from words that nobody may edit any more, and wherever a clause is
// meant, as the stable page of such a policy says no more than that it ended.
func (r *resolver) archived(to policy.Ref) policy.Ref {
	p := r.policyNamed(to.Policy)
	if p == nil || !p.Ended(r.site.Today) || to.Version != "" || to.Leaf != policy.LeafNone {
		return to
	}
	if to.Clause != "" || r.policy.Settled(r.version, r.site.Today) {
		to.Version = p.Head(r.site.Today).Name
	}
	return to
}

// targets are what links to a text can lead to.
type targets struct {
	anchors []string
	has     map[string]bool
}

// in lists the targets of a text once for all links of this one.
func (r *resolver) in(text *policy.Text) targets {
	in, ok := r.targets[text]
	if !ok {
		in = targets{text.Anchors(), map[string]bool{}}
		for _, a := range in.anchors {
			in.has[a] = true
		}
		if r.targets == nil {
			r.targets = map[*policy.Text]targets{}
		}
		r.targets[text] = in
	}
	return in
}

// clauseHint offers the anchor that is nearest to one that is not there. dest is
// what the link has before the #.
func (r *resolver) clauseHint(dest, anchor string, anchors []string) string {
	fallback := "give the heading that is meant an id: {#" + anchor + "}"
	if r.search.Ended(len(anchors)) {
		return fallback
	}
	near := make([]string, len(anchors))
	for i, a := range anchors {
		near[i] = dest + "#" + a
	}
	return r.search.DidYouMean(dest+"#"+anchor, near, fallback)
}

// own returns the text that a ref leads to where it is one of the version's.
func (r *resolver) own(to policy.Ref) *policy.Text {
	if to.Policy != r.policy.Slug || to.Base != "" || to.Other != "" || to.Leaf != policy.LeafNone {
		return nil
	}
	if to.Version != r.version.Name && (to.Version != "" || r.policy.Head(r.site.Today) != r.version) {
		return nil
	}
	if to.Lang != "" {
		return r.version.Text(to.Lang)
	}
	return r.text
}

// image resolves an image. Only carried files can be shown: a page asks the
// network for nothing but itself.
func (r *resolver) image(p *policy.Picture) {
	l := &p.Link
	if l.Kind != policy.LinkUnresolved && l.Kind != policy.LinkExternal {
		return
	}
	dest, _, _ := strings.Cut(strings.TrimSpace(l.Dest), "#")
	if l.Kind == policy.LinkExternal || schemeOf(dest) != "" || strings.HasPrefix(dest, "//") {
		what := "image from the network: pages load nothing from elsewhere"
		if strings.HasPrefix(strings.ToLower(dest), "data:") {
			what = "image inside its own address (data:)"
		}
		r.lost(l, "put the file beside the text and name it here, as in ![…](diagram.png)", "%s", what)
		return
	}
	t, ok := r.find(unescape(dest))
	if ok && t.file != nil {
		if r.file(l, t) {
			p.Own = r.images.size(*t.file)
		}
		return
	}
	r.lost(l, r.fileHint(dest), "unknown image %q", l.Dest)
}

// file makes a link lead to a file, if that can be published.
func (r *resolver) file(l *policy.Link, t target) bool {
	if t.file.Unfit != nil {
		l.Kind = policy.LinkDead
		if t.file.Borrowed {
			r.list = append(r.list, t.file.UnfitAt(l.Pos))
		} else {
			r.images.unfit(t.file)
		}
		return false
	}
	l.Kind, l.To, l.File = policy.LinkFile, t.ref, t.file.Name
	return true
}

// dead makes a link lead nowhere and reports it as the site wishes. What nobody
// may edit any more is passed over: there the words are shown as plain text.
func (r *resolver) dead(l *policy.Link, hint, format string, args ...any) {
	cutOff(l)
	if !r.policy.Settled(r.version, r.site.Today) {
		r.report(l, hint, format, args...)
	}
}

// cutOff makes a link lead nowhere. Its address is gone with it: it may name what
// is not public, and a redline would say it.
func cutOff(l *policy.Link) { l.Kind, l.Dest = policy.LinkDead, "" }

// lost is dead for images, which can be put back whatever the text. The address of
// one beside the text stays, so that two that are lost go on being two.
func (r *resolver) lost(l *policy.Link, hint, format string, args ...any) {
	l.Kind = policy.LinkDead
	if folder := path.Dir(r.text.Source) + "/"; schemeOf(l.Dest) == "" && !strings.HasPrefix(path.Join(folder, l.Dest), folder) {
		cutOff(l)
	}
	r.report(l, hint, format, args...)
}

func (r *resolver) report(l *policy.Link, hint, format string, args ...any) {
	r.cfg.Report(&r.list, diag.Problem{Pos: l.Pos, Rule: diag.Link, Hint: hint, Text: fmt.Sprintf(format, args...)})
}

// foreign recognises addresses that lead out of the site but do not say so in
// a way that browsers understand.
func foreign(dest string) (hint, text string) {
	switch scheme := schemeOf(dest); {
	case strings.HasPrefix(dest, "//"):
		return "did you mean https:" + dest + "?", "link to " + dest + " says neither http: nor https:"
	case scheme != "":
		return "use https:, http:, mailto: or tel:", "link with " + scheme + ": is not published"
	case strings.Contains(dest, "@") && !strings.ContainsAny(dest, "/ "):
		return "did you mean mailto:" + dest + "?", "link to " + dest + " does not say that it is a mail address"
	case strings.HasPrefix(dest, "www."):
		return "did you mean https://" + dest + "?", "link to " + dest + " says neither http: nor https:"
	}
	return "", ""
}

// schemeOf returns what stands before the colon of an address (RFC 3986,
// section 3.1), or "".
func schemeOf(dest string) string {
	for i, c := range []byte(dest) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		switch {
		case c == ':' && i > 0:
			return strings.ToLower(dest[:i])
		case !letter && (i == 0 || (c < '0' || c > '9') && c != '+' && c != '-' && c != '.'):
			return ""
		}
	}
	return ""
}

// unescape undoes % escapes; what is not one stays.
func unescape(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return out
	}
	return s
}
