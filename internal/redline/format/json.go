package format

import (
	"encoding/json"
	"io"
	"strings"

	"diptych/internal/redline"
)

// JSON writes the redline for programs; notCompared is as in DataOf.
func JSON(w io.Writer, r *redline.Redline, notCompared string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(DataOf(r, notCompared))
}

// Data is the redline as data for programs: what JSON writes and index.json
// beside a redline page holds.
type Data struct {
	Title   string         `json:"title"`
	Was     string         `json:"was,omitempty"` // the old title, where it differs
	Clauses int            `json:"clauses"`       // in the merged text, items not counted
	Changed int            `json:"changed"`       // of them
	Counts  map[string]int `json:"counts"`        // changes by kind, those above zero
	Tally   TallyData      `json:"tally"`
	Changes []ChangeData   `json:"changes"`
	// Stale are references whose words stayed while their label came to mean
	// another clause. They are no changes.
	Stale       []StaleData `json:"staleReferences,omitempty"`
	NotCompared string      `json:"notCompared"` // for people: what differs without being a change
}

// StaleData is a stale reference. Now is "" where its label means none any more.
type StaleData struct {
	Clause string `json:"clause"` // in which it stands
	Words  string `json:"words"`
	Was    string `json:"was"`
	Now    string `json:"now,omitempty"`
}

// TallyData counts spans, words and characters.
type TallyData struct {
	Insertions    int `json:"insertions"`
	Deletions     int `json:"deletions"`
	InsertedWords int `json:"insertedWords"`
	DeletedWords  int `json:"deletedWords"`
	InsertedChars int `json:"insertedChars"`
	DeletedChars  int `json:"deletedChars"`
}

// ChangeData is one change. Old and New are the whole plain text of the
// clause or item in either text, a paragraph a line, "" where there is none;
// what is struck out reads ~~…~~, and what is raised or lowered m², x₁, ^(…).
type ChangeData struct {
	Kind     string    `json:"kind"`
	Clause   string    `json:"clause"` // "" is the title
	From     string    `json:"from,omitempty"`
	Along    int       `json:"along,omitempty"`
	Changed  bool      `json:"changed,omitempty"` // of a move: what moved did not stay as it was
	Cited    []string  `json:"cited,omitempty"`   // of a note: the clauses that cite it
	OldLabel string    `json:"oldLabel,omitempty"`
	NewLabel string    `json:"newLabel,omitempty"`
	Heading  string    `json:"heading"`
	Old      string    `json:"old,omitempty"`
	New      string    `json:"new,omitempty"`
	Tally    TallyData `json:"tally"`
	// Punctuation says that punctuation differs and no word does.
	Punctuation bool        `json:"punctuation,omitempty"`
	Looks       []LookData  `json:"looks,omitempty"`
	Links       []LinkData  `json:"links,omitempty"`
	Images      []ImageData `json:"images,omitempty"`
	References  []RefData   `json:"references,omitempty"`
	Formats     []string    `json:"formats,omitempty"`
}

// LookData is words that stayed and got, or lost, one format: the names are
// those of policy.Marks, and language.
type LookData struct {
	Format string   `json:"format"`
	Lost   bool     `json:"lost,omitempty"`
	Words  []string `json:"words"`
}

// LinkData is a link that leads elsewhere now.
type LinkData struct {
	Words string `json:"words"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// ImageData is an image that was replaced, came or went.
type ImageData struct {
	Old      string `json:"old,omitempty"`
	OldWords string `json:"oldWords,omitempty"`
	New      string `json:"new,omitempty"`
	NewWords string `json:"newWords,omitempty"`
}

// RefData is a reference that follows a renumbering.
type RefData struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// DataOf returns the redline as data, in the order of Changes. What is not
// compared is said in the words notCompared.
func DataOf(r *redline.Redline, notCompared string) Data {
	out := Data{NotCompared: notCompared, Counts: map[string]int{}, Tally: TallyData(r.Counts.Tally), Changes: make([]ChangeData, len(r.Changes))}
	out.Title = r.New.Title
	if r.Old.Title != r.New.Title {
		out.Was = r.Old.Title
	}
	out.Clauses = len(r.Sections)
	for i := range r.Sections {
		if r.Sections[i].Changed {
			out.Changed++
		}
	}
	for _, k := range redline.Kinds {
		if n := r.Counts.Of(k); n > 0 {
			out.Counts[k.String()] = n
		}
	}
	for i := range r.Changes {
		out.Changes[i] = dataOf(&r.Changes[i])
	}
	for i := range r.Stale {
		x := &r.Stale[i]
		out.Stale = append(out.Stale, StaleData{x.ClauseID, x.Words, x.Was, x.Now})
	}
	return out
}

func dataOf(c *redline.Change) ChangeData {
	old, new := c.Plain()
	out := ChangeData{
		Kind: c.Kind.String(), Clause: c.ClauseID, From: c.Other, Along: c.Along, Heading: c.Heading,
		OldLabel: c.OldLabel.Text, NewLabel: c.NewLabel.Text, Tally: TallyData(c.Tally),
		Old: strings.Join(old, "\n"), New: strings.Join(new, "\n"), Punctuation: c.Punctuation, Changed: c.MovedAndChanged(),
	}
	for _, d := range c.Cited {
		out.Cited = append(out.Cited, d.ID)
	}
	for _, l := range c.Looks() {
		out.Looks = append(out.Looks, LookData(l))
	}
	for _, l := range c.Links {
		out.Links = append(out.Links, LinkData{l.Words, l.Old, l.New})
	}
	for _, x := range c.Images {
		out.Images = append(out.Images, ImageData{x.OldDest, x.OldWords, x.NewDest, x.NewWords})
	}
	for _, x := range c.Refs {
		out.References = append(out.References, RefData(x))
	}
	for _, f := range c.Formats {
		out.Formats = append(out.Formats, f.String())
	}
	return out
}
