package theme

import (
	"slices"

	"diptych/internal/page"
)

// A style file holds one concern. Every page joins those of commonFirst, then
// those of its kind, which page.Kinds lists, then those of commonLast, and
// themes/custom.css.
var (
	commonFirst = []string{"tokens", "reset", "language", "layout", "components"}
	commonLast  = []string{"print", "forced-colors"}
)

// spoken is the concern of pages with inserted and deleted words. It needs the
// words that assistive technology says for the marks.
const spoken = "redline"

// styleFiles returns the style files of a kind of page in the order in which
// they are joined.
func styleFiles(kind page.Spec) []string {
	names := slices.Concat(commonFirst, kind.Styles, commonLast)
	for i, name := range names {
		names[i] = styleFile(name)
	}
	return names
}

func styleFile(concern string) string { return "assets/" + concern + ".css" }
