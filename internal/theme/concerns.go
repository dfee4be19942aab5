package theme

import (
	"slices"

	"diptych/internal/page"
)

// A style file holds one concern. Every page joins those of commonFirst, then
// those of its kind, then those of commonLast, and themes/custom.css.
var (
	commonFirst = []string{"tokens", "reset", "language", "layout", "components"}
	commonLast  = []string{"print", "forced-colors"}
)

// concerns lists what the kinds of pages need besides, in the order in which
// it is joined. Pages with inserted and deleted words need redline, which also
// brings the words that assistive technology says for the marks.
var concerns = map[page.Kind][]string{
	page.KindChooser:   {"chooser"},
	page.KindHome:      {"status", "home"},
	page.KindText:      {"side", "status", "text", "since", "definition", "outline", "contents"},
	page.KindEmbed:     {"side", "status", "text", "since", "definition", "outline", "contents"},
	page.KindHistory:   {"side", "status", "history"},
	page.KindClauses:   {"text", "redline", "clauses"},
	page.KindRedline:   {"side", "text", "redline", "changes"},
	page.KindTable:     {"text", "redline", "table"},
	page.KindParallel:  {"status", "text", "outline", "parallel"},
	page.KindBilingual: {"text", "redline", "parallel"},
	page.KindSearch:    {"search"},
	page.KindNotFound:  {"chooser"},
	page.KindMoved:     {},
}

// spoken is the concern that needs the words said for marks.
const spoken = "redline"

// styleFiles returns the style files of a kind of page in the order in which
// they are joined.
func styleFiles(kind page.Kind) []string {
	names := slices.Concat(commonFirst, concerns[kind], commonLast)
	for i, name := range names {
		names[i] = styleFile(name)
	}
	return names
}

func styleFile(concern string) string { return "assets/" + concern + ".css" }
