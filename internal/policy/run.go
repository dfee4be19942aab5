package policy

import (
	"math"

	"diptych/internal/diag"
)

// RunKind is the kind of a run.
type RunKind uint8

const (
	Words   RunKind = iota // Text is the words
	Break                  // hard line break
	Image                  // Text is the alternative text
	NoteRef                // reference to the footnote Num; Text is its printed form, "[1]"
	Anchor                 // an empty target, from <a id="…"> in the source; ID is its name
)

// Marks is a set of character formats.
type Marks uint16

const (
	Strong Marks = 1 << iota
	Emphasis
	CodeMark
	Strike // ~~…~~; never an editing mark, and what is struck is no longer said
	Underline
	Subscript
	Superscript
	Small
	Highlight // <mark>
	Keyboard
)

// Wording are the formats that are part of what is said: a text with a struck
// "not" says another thing, and so does one in which 10⁵ became 105.
const Wording = Strike | Subscript | Superscript

// markNames are the names of the formats, in their order.
var markNames = [...]string{"strong", "emphasis", "code", "strike", "underline", "subscript", "superscript", "small", "highlight", "keyboard"}

// Names returns the names of the formats in the set.
func (m Marks) Names() []string {
	var out []string
	for i, name := range markNames {
		if m>>i&1 != 0 {
			out = append(out, name)
		}
	}
	return out
}

// Run is a stretch of text of one format. Adjacent runs of the same format
// are joined when a text is made.
type Run struct {
	Kind  RunKind
	Op    Op // in a redline: what happened to the run
	Marks Marks
	Text  string
	Link  *Link  // runs of one link share the pointer
	Lang  string // BCP 47 tag where the source says that it differs from the text's
	ID    string // Anchor: its name. NoteRef: the id of this reference
	Num   int    // NoteRef: number of the note
	Image *Picture
	Was   *Run   // in a redline: the run as it was, where the same words looked different or led elsewhere
	Stale *Stale // in a redline: the run ends with a reference that went stale
}

// Stale is a reference to a clause whose words stayed while its label came to
// mean another clause: 第三条 was 保存期限 and is now 跨境提供.
type Stale struct {
	Words    string // the reference
	Was, Now string // what the clauses are called; Now is "" where there is none any more
}

// Picture is what an Image run shows.
type Picture struct {
	Link               // where the image file is; Dest as written
	Width, Height int  // CSS pixels, as the source says; 0 when it does not
	Own           Size // of the file, set with the link; zero when not known. It is no part of the text
}

// Box returns the size at which the picture is shown, 0 where that is not
// known. It keeps the proportions of the file, whatever the source says.
func (p *Picture) Box() Size {
	switch {
	case p.Own.IsZero():
		return Size{p.Width, p.Height}
	case p.Width > 0:
		return Size{p.Width, scaled(p.Own.Height, p.Width, p.Own.Width)}
	case p.Height > 0:
		return Size{scaled(p.Own.Width, p.Height, p.Own.Height), p.Height}
	}
	return p.Own
}

// Size is the size of an image in CSS pixels.
type Size struct{ Width, Height int }

// IsZero reports whether the size is not known.
func (s Size) IsZero() bool { return s.Width <= 0 || s.Height <= 0 }

// Shrunk returns the size of an image of which n pixels make a CSS pixel.
func (s Size) Shrunk(n int) Size {
	if s.IsZero() {
		return s
	}
	return Size{scaled(s.Width, 1, n), scaled(s.Height, 1, n)}
}

// scaled returns n*to/from, rounded and at least 1.
func scaled(n, to, from int) int {
	return max(int(math.Round(float64(n)*float64(to)/float64(from))), 1)
}

// LinkKind says where a link leads.
type LinkKind uint8

const (
	LinkUnresolved LinkKind = iota
	LinkExternal            // http, https, mailto, tel: Dest as written
	LinkRef                 // To, inside the site
	LinkFile                // a carried file: To is the version, File the name
	LinkDead                // leads nowhere; reported, shown as plain words
)

// Link is where words or an image lead. Dest is what the source says; the
// other fields are set when the site's policies are known.
type Link struct {
	Kind  LinkKind
	Dest  string
	Title string
	To    Ref    // LinkRef and LinkFile. Lang "" means the reader's language
	File  string // LinkFile: File.Name
	Pos   diag.Pos
}
