package page

// Budget is what a kind of page may weigh, in bytes. The tests of package theme
// and the checks in a browser hold pages to it.
type Budget struct {
	Page      int  `json:"page"`      // without policy text, after gzip
	Wordless  bool `json:"wordless"`  // it shows no policy text; others have room for theirs
	Style     int  `json:"style"`     // as it stands
	StyleGzip int  `json:"styleGzip"` // after gzip
	Script    int  `json:"script"`    // after gzip
}

var (
	usual     = Budget{Page: 6000, Style: 8000, StyleGzip: 3000, Script: 1000}
	wordless  = Budget{Page: 6000, Style: 8000, StyleGzip: 3000, Script: 1000, Wordless: true}
	searching = Budget{Page: 8000, Style: 8000, StyleGzip: 3000, Script: 3000} // its script may weigh 2000 more
)
