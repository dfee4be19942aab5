package markup

// Limits on how much a text holds. A page of this many parts is no page that
// anybody reads, and each part is aligned, compared and written many times. A
// text that passes one of them has no clauses.
const (
	maxClauses  = 2_500
	maxBlocks   = 6_000  // paragraphs, lists, items, tables, rows, cells and so on
	maxParts    = 20_000 // runs: words of one look, line breaks, images, anchors
	maxLinks    = 5_000
	maxProblems = 1_000 // errors that are said of a text, and likewise warnings
)

var (
	limitClauses = limit{24, maxClauses, true}
	limitBlocks  = limit{25, maxBlocks, true}
	limitParts   = limit{26, maxParts, true}
	limitLinks   = limit{27, maxLinks, true}
)

// tally counts what a text holds.
type tally struct{ clauses, blocks, parts, links int }

// count adds n to what a text holds of something. Beyond the limit the text is
// full, which is said once.
func (b *builder) count(sum *int, n int, l limit, offset int) {
	if *sum += n; *sum > l.most && !b.full {
		b.full = true
		b.fail(offset, l.message, "Limit", l.most)
	}
}
