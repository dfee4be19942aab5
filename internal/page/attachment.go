package page

import (
	"slices"
	"strconv"

	"diptych/internal/policy"
)

// attachments are the files that a text's page offers.
func (m *Maker) attachments(p *policy.Policy, v *policy.Version, t *policy.Text, from policy.Ref) []Attachment {
	var out []Attachment
	for _, a := range t.Attachments {
		at := policy.Link{To: policy.Ref{Policy: p.Slug, Version: v.Name}, File: a.Name}
		item := Attachment{
			Link: Link{Href: m.fileHref(&at, from), Text: a.Title, Tag: m.tagUnless(t.Lang, from.Lang)},
			Kind: a.Kind, SHA256: a.SHA256,
		}
		item.Size, item.Unit = sized(a.Size)
		out = append(out, item)
	}
	return out
}

// unlisted are the attachments that are not among others, by file.
func unlisted(list, among []Attachment) []Attachment {
	return slices.DeleteFunc(list, func(a Attachment) bool {
		return slices.ContainsFunc(among, func(b Attachment) bool { return a.Link.Href == b.Link.Href })
	})
}

// sized spells a size in bytes by two or three digits and the unit that has them:
// b, kb or mb, of 1,000 each.
func sized(bytes int64) (number, unit string) {
	switch {
	case bytes < 1000:
		return strconv.FormatInt(bytes, 10), "b"
	case bytes < 999_500:
		return strconv.FormatInt((bytes+500)/1000, 10), "kb"
	}
	return strconv.FormatFloat(float64(bytes)/1e6, 'f', 1, 64), "mb"
}
