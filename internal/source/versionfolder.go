package source

import (
	"bytes"
	"hash/fnv"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// versionDraft is a version in the making.
type versionDraft struct {
	policy  *policyDraft
	folder  entry
	texts   []textDraft // in the order of the site's languages
	files   []policy.File
	isDraft bool            // left out unless drafts are wanted
	unsure  bool            // front matter holds a mistake, so that nothing is said of what it lacks
	broken  bool            // a text could not be read, so that nothing is said of what is missing
	facts   facts           // what the texts say of the version
	until   policy.Date     // the day until which it is held back; zero where it is not
	made    *policy.Version // nil where there is nothing to publish
}

// textDraft is a text in the making.
type textDraft struct {
	lang     policy.Lang
	entry    entry
	head     head
	left     bool // left out for itself
	size     int64
	sum      uint64 // of the front matter
	attached []policy.Attachment
	made     *policy.Text
}

// readVersion reads the heads of the texts and finds the carried files.
func (ld *loader) readVersion(v *versionDraft) {
	var l diag.List
	defer func() { ld.add(l) }()
	var files []entry
	for _, e := range ld.tree.list(v.folder, &l) {
		switch lang, ok := ld.textLang(e); {
		case ok:
			ld.readText(v, textDraft{lang: lang, entry: e}, &l)
		case isMarkdown(e):
			if ld.strayText(e, &l) {
				v.broken = true
			}
		default:
			files = append(files, e)
		}
	}
	v.broken = v.broken || len(v.texts) == 0 && l.HasErrors()
	v.files = ld.carry(v.folder, files, &l)
	slices.SortFunc(v.texts, func(a, b textDraft) int {
		return slices.Index(ld.cfg.Languages, a.lang) - slices.Index(ld.cfg.Languages, b.lang)
	})
	if len(v.texts) == 0 && !v.broken {
		l.Errorf(diag.Pos{File: v.folder.path}, diag.File, "add "+textNames(ld.cfg), "version %s has no text", v.folder.name)
	}
	v.facts = mergeFacts(v, &l)
	ld.checkFacts(v, &l)
	ld.attach(v, &l)
}

// textLang reports whether an entry is a text in a language of the site.
func (ld *loader) textLang(e entry) (policy.Lang, bool) {
	name, ok := strings.CutSuffix(e.name, ".md")
	lang := policy.Lang(name)
	return lang, ok && !e.dir && slices.Contains(ld.cfg.Languages, lang)
}

func isMarkdown(e entry) bool {
	switch strings.ToLower(path.Ext(e.name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx":
		return !e.dir
	}
	return false
}

// strayText reports a Markdown file that is no text of the version; it reports
// whether it was probably meant to be one.
func (ld *loader) strayText(e entry, l *diag.List) bool {
	stem := strings.ToLower(strings.TrimSuffix(e.name, path.Ext(e.name)))
	base, _, _ := strings.Cut(strings.ReplaceAll(stem, "_", "-"), "-")
	pos := diag.Pos{File: e.path}
	if slices.Contains(ld.cfg.Languages, policy.Lang(base)) && isTag(stem) {
		hint := "rename it to " + base + ".md"
		if policy.CheckLang(stem) == nil && e.name == stem+".md" {
			hint += `, or add "` + stem + `" to languages in site.toml`
		}
		l.Errorf(pos, diag.Name, hint, "%s is not the name of a text", e.name)
		return true
	}
	if policy.CheckLang(stem) == nil && isTag(stem) && e.name == stem+".md" {
		l.Errorf(pos, diag.Name, `add "`+stem+`" to languages in site.toml, or let the file's name begin with _`,
			"%s is in a language that the site does not list", e.name)
		return true
	}
	l.Warnf(pos, diag.File, "the texts of a version are "+textNames(ld.cfg)+"; names that begin with _ are passed over",
		"%s is not published: it is not a text", e.name)
	return false
}

func isTag(s string) bool {
	_, err := language.Parse(s)
	return err == nil
}

// textNames lists the files that a version may have as texts.
func textNames(cfg *config.Site) string {
	out := make([]string, len(cfg.Languages))
	for i, l := range cfg.Languages {
		out[i] = string(l) + ".md"
	}
	return strings.Join(out, " or ")
}

// readText reads the front matter of a text.
func (ld *loader) readText(v *versionDraft, t textDraft, l *diag.List) {
	pos := diag.Pos{File: t.entry.path}
	src, size, err := ld.tree.read(ld.ctx, t.entry.real, maxText, fenced)
	if err != nil {
		v.broken = true
		l.Errorf(pos, diag.File, "", "cannot read the file: %v", diag.Reason(err))
		return
	}
	if src == nil {
		v.broken = true
		tooBig(l, t.entry.path, "text", size, maxText)
		return
	}
	if int64(len(src)) < size {
		src = wholeLines(src) // so that no character is cut in two
	}
	h, parts, list := readHead(t.entry.path, src)
	if len(list) > 0 {
		v.unsure = v.unsure || list.HasErrors()
		v.broken = v.broken || !h.Effective.IsSet()
		*l = append(*l, list...)
	}
	t.head, t.left, t.size, t.sum = h, h.Draft.V == textDrafted, size, checksum(parts.head)
	v.texts = append(v.texts, t)
}

// readHead takes a text, or as much of it as holds the front matter, apart.
func readHead(file string, src []byte) (head, parts, diag.List) {
	src, l := strict.UTF8(file, src)
	if l != nil {
		return head{}, parts{}, l
	}
	p, l := cut(file, src)
	if l != nil {
		return head{}, parts{}, l
	}
	h, l := decodeHead(file, p)
	return h, p, l
}

// wholeLines leaves out what follows the last line feed.
func wholeLines(src []byte) []byte {
	if i := bytes.LastIndexByte(src, '\n'); i >= 0 {
		return src[:i+1]
	}
	return src
}

// checksum is FNV-1a; it guards against accidents, not against people.
func checksum(b []byte) uint64 {
	h := fnv.New64a()
	h.Write(b)
	return h.Sum64()
}
