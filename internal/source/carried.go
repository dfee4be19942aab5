package source

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Limits on the files of one version: how deep they may lie, and how many.
const (
	maxFolders = 16
	maxFiles   = 10_000
)

// carry returns the files that are carried along beside the pages of a
// version, in order of name.
func (ld *loader) carry(folder entry, items []entry, l *diag.List) []policy.File {
	var out []policy.File
	ld.carryInto(&out, folder, items, []string{folder.real}, l)
	slices.SortFunc(out, func(a, b policy.File) int { return strings.Compare(a.Name, b.Name) })
	seen := map[string]string{}
	for i := range out {
		f := &out[i]
		key := nameKey(f.Name)
		if other, ok := seen[key]; ok && f.Unfit == nil {
			var l diag.List
			l.Errorf(diag.Pos{File: path.Join(folder.path, f.Name)}, diag.Name, "rename one of them",
				"%s and %s differ only in upper and lower case, which some disks and servers do not tell apart", other, f.Name)
			f.Unfit = &l[0]
		}
		seen[key] = f.Name
	}
	return out
}

// carryInto adds the files among items. way holds the real paths of the
// folders around them, the version's first.
func (ld *loader) carryInto(out *[]policy.File, folder entry, items []entry, way []string, l *diag.List) {
	for _, e := range items {
		if ld.ctx.Err() != nil {
			return
		}
		name := strings.TrimPrefix(e.path, folder.path+"/")
		pos := diag.Pos{File: e.path}
		switch {
		case len(*out) >= maxFiles:
			l.Errorf(diag.Pos{File: folder.path}, diag.File, "", "more than %d files in one version", maxFiles)
			return
		case e.dir && len(way) > maxFolders:
			l.Errorf(pos, diag.File, "", "folders lie too deep: more than %d below the version", maxFolders)
		case e.dir && slices.Contains(way, e.real):
			l.Errorf(pos, diag.File, "remove the link", "the symbolic link leads to a folder around itself")
		case e.dir:
			ld.carryInto(out, folder, ld.tree.list(e, l), append(slices.Clip(way), e.real), l)
		case isMarkdown(e):
			l.Warnf(pos, diag.File, "texts stand directly in the folder of their version; names that begin with _ are passed over",
				"%s is not published: it is not a text", name)
		default:
			*out = append(*out, ld.carryFile(e, name))
		}
	}
}

// carryFile is a file beside the texts. What is wrong with it concerns nobody
// unless a text shows it, links to it or attaches it.
func (ld *loader) carryFile(e entry, name string) policy.File {
	out := policy.File{Name: name, Source: e.real, Place: e.path}
	var l diag.List
	ld.judgeFile(&out, e, &l)
	if len(l) > 0 {
		out.Unfit = &l[0]
	}
	return out
}

// judgeFile says why a file cannot be published.
func (ld *loader) judgeFile(f *policy.File, e entry, l *diag.List) {
	pos, ext := diag.Pos{File: e.path}, path.Ext(f.Name)
	const export = "export it as PNG or PDF, or link to it on another site"
	for i := range len(f.Name) + 1 { // the folders, then the file
		if i < len(f.Name) && f.Name[i] != '/' {
			continue
		}
		if why := badFileName(f.Name[:i]); why != "" {
			pos.File = strings.TrimSuffix(e.path, f.Name[i:])
			l.Errorf(pos, diag.Name, betterName(f.Name[:i]), "%s %s", path.Base(f.Name[:i]), why)
			return
		}
	}
	if what := runnable(ext); what != "" {
		l.Errorf(pos, diag.File, export, "%s is %s, which a browser would run", f.Name, what)
		return
	}
	info, err := fs.Stat(ld.tree.fsys, e.real)
	switch {
	case err != nil:
		l.Errorf(pos, diag.File, "", "cannot read the file: %v", diag.Reason(err))
		return
	case info.Size() > maxFile:
		tooBig(l, e.path, "file", info.Size(), maxFile)
		return
	}
	f.Size = info.Size()
	switch {
	case strings.EqualFold(ext, ".svg"):
		ld.judgeDrawing(e, f.Name, l)
	case !harmless(ext) && ld.looksLikeMarkup(e.real):
		l.Errorf(pos, diag.File, export, "%s looks like a web page, which a browser would run", f.Name)
	}
}

// runnable says what a file is, by the ending of its name, where a browser
// would run it or show it as a page, or "".
func runnable(ext string) string {
	switch strings.ToLower(ext) {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht", ".hta":
		return "a web page"
	case ".svgz":
		return "a packed SVG image"
	case ".xml", ".xsl", ".xslt", ".rdf", ".rss", ".atom":
		return "an XML file"
	case ".js", ".mjs", ".cjs", ".jsm", ".htc":
		return "a script"
	case ".css":
		return "a style sheet"
	case ".wasm", ".swf", ".jar":
		return "a program"
	case ".php", ".jsp", ".asp", ".aspx", ".cgi":
		return "a program for a server"
	}
	return ""
}

// harmless reports whether browsers show a file of the type as what it is, or
// download it. A file of any other type is looked into.
func harmless(ext string) bool {
	switch strings.ToLower(ext) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".pdf", ".ofd", ".mp3", ".mp4", ".webm",
		".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".zip":
		return true
	}
	return false
}

// judgeDrawing says what of an SVG image is not still.
func (ld *loader) judgeDrawing(e entry, name string, l *diag.List) {
	src, size, err := ld.tree.read(ld.ctx, e.real, maxDrawing, nil)
	switch {
	case err != nil:
		l.Errorf(diag.Pos{File: e.path}, diag.File, "", "cannot read the file: %v", diag.Reason(err))
	case src == nil:
		tooBig(l, e.path, "drawing", size, maxDrawing)
	default:
		if h := judgeDrawing(src); h != nil {
			l.Errorf(diag.Pos{File: e.path, Line: h.line}, diag.File,
				"save it as plain SVG, with shapes and words alone, or export it as PNG", "%s %s", name, h.text)
		}
	}
}

// looksLikeMarkup reports whether a browser that guesses the type of a file from
// its first bytes (WHATWG MIME Sniffing, section 7.1) might take it for a page.
func (ld *loader) looksLikeMarkup(real string) bool {
	f, err := ld.tree.fsys.Open(real)
	if err != nil {
		return false
	}
	defer f.Close()
	buf := make([]byte, 1024)
	n, _ := f.Read(buf)
	start := bytes.TrimPrefix(buf[:n], []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(bytes.TrimLeft(start, "\t\n\f\r \x00"), []byte("<"))
}

// badFileName says what is wrong with the path of a carried file below its
// version, or "". Letters and digits of every script are allowed, and . - _
// between them; addresses escape what they must.
func badFileName(name string) string {
	base := path.Base(name)
	first, _, _ := strings.Cut(strings.ToLower(name), "/")
	switch stem, _, _ := strings.Cut(first, "."); {
	case first == "from" || first == "with" || first == "history" || first == "embed" || first == "feed":
		return "has a name that addresses use"
	case stem == "index" && first == strings.ToLower(name):
		return "has a name that pages use"
	case len(name) > 200:
		return "has a path longer than 200 bytes"
	case strings.HasPrefix(base, "-"):
		return "has a name that begins with -"
	case strings.HasSuffix(base, "."):
		return "has a name that ends in ."
	case !norm.NFC.IsNormalString(base):
		return "has accents written as characters of their own (Unicode NFD)"
	}
	for _, x := range policy.Hidings(base) {
		if x.Like == 0 {
			return "has a name with " + policy.CharacterName(x.Letter) + ", which nobody sees"
		}
	}
	for _, r := range withoutDensity(base) {
		if r == ' ' {
			return "has a name with a space"
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune(".-_", r) {
			return "has a name with " + string(r) + "; only letters, digits and . - _ are allowed"
		}
	}
	return ""
}

// betterName offers a name that is allowed.
func betterName(name string) string {
	ext := path.Ext(name)
	better := strings.Map(func(r rune) rune {
		for range policy.Hidings("-" + string(r)) {
			return -1
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-_", r) {
			return r
		}
		return '-'
	}, norm.NFC.String(strings.TrimSuffix(path.Base(name), ext)))
	if better = strings.Trim(better, "-.") + ext; badFileName(path.Join(path.Dir(name), better)) == "" {
		return "rename it, for example to " + better
	}
	return "rename it"
}

// nameKey is equal for names that some disks hold to be the same.
func nameKey(name string) string { return strings.ToLower(norm.NFC.String(name)) }
