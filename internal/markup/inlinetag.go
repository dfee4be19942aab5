package markup

import (
	"golang.org/x/net/html/atom"

	"diptych/internal/policy"
)

// inlineTag is an open tag of raw HTML that formats words.
type inlineTag struct {
	tag   string
	marks policy.Marks
	link  *policy.Link
	lang  string
	depth int  // how many containers were open
	leaf  bool // opened inside a block of words that ends it
	pos   int
}

// openInline opens a tag that formats the words up to its end tag.
func (b *builder) openInline(t *tag, marks policy.Marks) {
	in := inlineTag{tag: t.name, marks: marks, pos: t.pos, lang: t.lang}
	if t.atom == atom.A && t.hasHref {
		in.link = b.newLink(t.href, t.title, t.pos)
	}
	b.pushTag(in)
}

func (b *builder) pushTag(in inlineTag) {
	if len(b.tags) >= maxDepth {
		b.warnDeep(in.pos)
		return
	}
	in.depth, in.leaf = len(b.frames), b.leaf.open && !b.leaf.implicit
	b.tags = append(b.tags, in)
}

// closeTagsAbove ends the tags that were opened in containers which are no
// longer open.
func (b *builder) closeTagsAbove(depth int) {
	for i := len(b.tags) - 1; i >= 0 && b.tags[i].depth > depth; i-- {
		b.unclosed(b.tags[i])
		b.tags = b.tags[:i]
	}
}

// endTags ends the tags that were opened inside a block of words; all of them
// at the end of the text.
func (b *builder) endTags(depth int, all bool) {
	kept := b.tags[:0]
	for _, t := range b.tags {
		if all || t.leaf && t.depth >= depth {
			b.unclosed(t)
			continue
		}
		kept = append(kept, t)
	}
	b.tags = kept
}

func (b *builder) unclosed(t inlineTag) {
	b.warn(t.pos, 6, "Tag", "<"+t.tag+">", "End", "</"+t.tag+">")
}
