package source

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// headAttachment is an item of [[attachments]]: a file beside the text that its
// page offers.
type headAttachment struct {
	File  strict.Value[string] `toml:"file"`
	Title strict.Value[string] `toml:"title"`
	Kind  strict.Value[string] `toml:"kind"`
}

// attach finds the files that the texts of a version attach.
func (ld *loader) attach(v *versionDraft, l *diag.List) {
	for i := range v.texts {
		t := &v.texts[i]
		seen := map[string]diag.Pos{}
		for _, a := range t.head.Attachments {
			if !a.IsSet() { // no table; reported already
				continue
			}
			f := v.attached(a, l)
			switch {
			case f == nil:
				continue
			case seen[f.Name].Line > 0:
				l.Errorf(a.V.File.Pos, diag.FrontMatter, "take one of them out", "%s is attached twice; see line %d", f.Name, seen[f.Name].Line)
				continue
			case !ld.weigh(f, l):
				continue
			}
			seen[f.Name] = a.V.File.Pos
			t.attached = append(t.attached, policy.Attachment{
				Name: f.Name, Title: strings.Join(strings.Fields(a.V.Title.V), " "), Kind: a.V.Kind.V, Size: f.Size, SHA256: f.SHA256, Pos: a.V.File.Pos,
			})
		}
	}
}

// attached returns the file that an item names, or nil where the item is not right.
func (v *versionDraft) attached(a strict.Value[headAttachment], l *diag.List) *policy.File {
	const example = `each [[attachments]] has file = "signed.pdf" and title = "…"`
	item, kinds := a.V, policy.AttachmentKinds
	switch {
	case item.File.V == "":
		l.Errorf(a.Pos, diag.FrontMatter, example, "an item of attachments names no file")
		return nil
	case strings.TrimSpace(item.Title.V) == "":
		l.Errorf(a.Pos, diag.FrontMatter, `add title = "…": what readers are told that it is`, "the attachment %s has no title", item.File.V)
		return nil
	case item.Kind.IsSet() && !slices.Contains(kinds, item.Kind.V):
		l.Errorf(item.Kind.Pos, diag.FrontMatter, diag.DidYouMean(item.Kind.V, kinds, "kind may be left out"),
			"kind must be one of %s, not %q", strings.Join(kinds, ", "), item.Kind.V)
		return nil
	}
	name := norm.NFC.String(strings.TrimPrefix(item.File.V, "./"))
	if name = path.Clean(name); path.IsAbs(name) || name == ".." || strings.HasPrefix(name, "../") {
		l.Errorf(item.File.Pos, diag.FrontMatter, "put the file, or a copy of it, beside the text", "the attachment %s does not lie in the folder of the version", item.File.V)
		return nil
	}
	var all []string
	for i := range v.files {
		f := &v.files[i]
		if norm.NFC.String(f.Name) != name {
			all = append(all, f.Name)
			continue
		}
		if f.Unfit != nil {
			*l = append(*l, *f.Unfit)
			return nil
		}
		return f
	}
	l.Errorf(item.File.Pos, diag.FrontMatter, diag.DidYouMean(name, all, "files stand in the folder of the version, beside the text"),
		"the attachment %s is not there", item.File.V)
	return nil
}

// weigh finds the size of a file that is attached and the sum of its bytes, by
// which a reader knows it again.
func (ld *loader) weigh(f *policy.File, l *diag.List) bool {
	if f.SHA256 != "" {
		return true
	}
	file, err := ld.tree.fsys.Open(f.Source)
	if err == nil {
		sum := sha256.New()
		f.Size, err = io.Copy(sum, reader{ld.ctx.Err, file})
		if closed := file.Close(); err == nil {
			err = closed
		}
		f.SHA256 = hex.EncodeToString(sum.Sum(nil))
	}
	if err != nil {
		f.SHA256 = ""
		l.Errorf(diag.Pos{File: f.Source}, diag.File, "", "cannot read the file: %v", diag.Reason(err))
	}
	return err == nil
}

// Sum is the SHA-256 of bytes, in hexadecimal digits.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// reader reads until it is told to stop.
type reader struct {
	stopped func() error
	from    io.Reader
}

func (r reader) Read(b []byte) (int, error) {
	if err := r.stopped(); err != nil {
		return 0, err
	}
	return r.from.Read(b)
}
