package format

import (
	"slices"
	"strings"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// What follows is said in words, because marks in a text cannot show it.

// Says returns which words of a change look different, where its links and images
// led and lead, and what else was reformatted, in the language of tool.
func Says(c *redline.Change, tool *locale.Tool) []string {
	return append(addresses(c, tool, func(s string) string { return s }), names(c.OtherFormats(), tool)...)
}

// addresses says which words look different and where links and images led and
// lead. Words of the texts are escaped.
func addresses(c *redline.Change, tool *locale.Tool, escape func(string) string) []string {
	var out []string
	or := func(s string) string {
		if s == "" {
			return tool.T("diff.nowhere")
		}
		return escape(policy.ShowUnseen(s))
	}
	for _, l := range looks(tool, c) {
		out = append(out, escape(l))
	}
	for _, l := range c.Links {
		out = append(out, tool.T("diff.link", "Words", escape(l.Words), "Old", or(l.Old), "New", or(l.New)))
	}
	for _, x := range c.Images {
		image := tool.T("diff.image") + tool.T("diff.colon")
		if x.OldDest == x.NewDest {
			out = append(out, image+escape(x.NewDest)+tool.T("diff.colon")+escape(policy.ShowUnseen(x.OldWords))+" → "+escape(policy.ShowUnseen(x.NewWords)))
			continue
		}
		out = append(out, image+or(x.OldDest)+" → "+or(x.NewDest))
	}
	return out
}

// names names formats.
func names(fs []redline.Format, tool *locale.Tool) []string {
	var out []string
	for _, f := range fs {
		out = append(out, tool.T("diff.format."+f.String()))
	}
	return out
}

// kindOf names the kind of a change.
func kindOf(c *redline.Change, tool *locale.Tool) string {
	switch {
	case slices.Contains(c.Formats, redline.Column):
		return tool.T("diff.column", "Words", c.Heading)
	case c.Kind == redline.Moved:
		return movedKind(c.MovedAndChanged(), tool)
	}
	return tool.T("diff.kind." + c.Kind.String())
}

func movedKind(changed bool, tool *locale.Tool) string {
	if changed {
		return tool.T("diff.moved_changed")
	}
	return tool.T("diff.kind." + redline.Moved.String())
}

// NoteSays says of a clause that a note which it cites changed.
func NoteSays(c *redline.Change, tool *locale.Tool) string {
	return tool.T("diff.note", "Label", c.NewLabel.Text, "Kind", kindOf(c, tool))
}

// cited names the clauses that cite a note.
func cited(c *redline.Change, tool *locale.Tool) string {
	var out []string
	for _, d := range c.Cited {
		name := d.Label.Text + d.Label.Gap + d.Name()
		out = append(out, strings.TrimSpace(name))
	}
	return strings.Join(out, tool.T("diff.and"))
}
