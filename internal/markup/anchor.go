package markup

import "diptych/internal/policy"

// anchor adds a target before the next words.
func (b *builder) anchor(id string, pos int) {
	if b.drop.tag != "" {
		return
	}
	if !b.leaf.open && b.inner() == 0 {
		b.pending = append(b.pending, id)
		return
	}
	b.ensureLeaf(pos)
	b.flushPending()
	b.flushWords()
	b.runs = append(b.runs, policy.Run{Kind: policy.Anchor, ID: id})
	b.anchors++
}

// keepAnchor keeps the id of something that is not kept itself.
func (b *builder) keepAnchor(id string) {
	if id != "" {
		b.pending = append(b.pending, id)
	}
}

// flushPending puts the anchors that wait before the words that come now.
func (b *builder) flushPending() {
	if len(b.pending) == 0 {
		return
	}
	b.flushWords()
	for _, id := range b.pending {
		b.runs = append(b.runs, policy.Run{Kind: policy.Anchor, ID: id})
		b.anchors++
	}
	b.pending = b.pending[:0]
}
