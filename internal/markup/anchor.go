package markup

import (
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

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

// former returns the ids that a clause is said to have had, in a group whose id
// is its own.
func (b *builder) former(a *attributes, own string) []string {
	var out []string
	for _, id := range a.was {
		switch {
		case b.checkID(id, a.offset) == "" || slices.Contains(out, id):
		case id == own:
			b.report(b.pos(a.offset), diag.Warning, diag.ID, 6, "ID", diag.Words(id))
		default:
			out = append(out, id)
		}
	}
	return out
}

// noFormer reports was= on what is no clause: nothing is known of what that was
// called.
func (b *builder) noFormer(a *attributes) {
	if len(a.was) > 0 {
		b.report(b.pos(a.offset), diag.Warning, diag.ID, 7, "ID", diag.Words(strings.Join(a.was, " ")))
	}
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
