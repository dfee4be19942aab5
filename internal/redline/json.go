package redline

import (
	"strings"

	"diptych/internal/policy"
)

// JSON is the redline as data for programs: what `diptych diff --format json`
// prints and index.json beside a redline page holds.
type JSON struct {
	Title   string         `json:"title"`
	Was     string         `json:"was,omitempty"` // the old title, where it differs
	Clauses int            `json:"clauses"`       // in the merged text, items not counted
	Changed int            `json:"changed"`       // of them
	Counts  map[string]int `json:"counts"`        // changes by kind, those above zero
	Tally   JSONTally      `json:"tally"`
	Changes []JSONChange   `json:"changes"`
}

// JSONTally counts spans, words and characters.
type JSONTally struct {
	Insertions    int `json:"insertions"`
	Deletions     int `json:"deletions"`
	InsertedWords int `json:"insertedWords"`
	DeletedWords  int `json:"deletedWords"`
	InsertedChars int `json:"insertedChars"`
	DeletedChars  int `json:"deletedChars"`
}

// JSONChange is one change. Old and New are the whole plain text of the
// clause or item in either text, a paragraph a line, "" where there is none.
type JSONChange struct {
	Kind       string      `json:"kind"`
	Clause     string      `json:"clause"` // "" is the title
	From       string      `json:"from,omitempty"`
	Along      int         `json:"along,omitempty"`
	OldLabel   string      `json:"oldLabel,omitempty"`
	NewLabel   string      `json:"newLabel,omitempty"`
	Heading    string      `json:"heading"`
	Old        string      `json:"old,omitempty"`
	New        string      `json:"new,omitempty"`
	Tally      JSONTally   `json:"tally"`
	Links      []JSONLink  `json:"links,omitempty"`
	Images     []JSONImage `json:"images,omitempty"`
	References []JSONRef   `json:"references,omitempty"`
	Formats    []string    `json:"formats,omitempty"`
}

// JSONLink is a link that leads elsewhere now.
type JSONLink struct {
	Words string `json:"words"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// JSONImage is an image that was replaced, came or went.
type JSONImage struct {
	Old      string `json:"old,omitempty"`
	OldWords string `json:"oldWords,omitempty"`
	New      string `json:"new,omitempty"`
	NewWords string `json:"newWords,omitempty"`
}

// JSONRef is a reference that follows a renumbering.
type JSONRef struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// JSON returns the redline as data, in the order of Changes.
func (r *Redline) JSON() JSON {
	out := JSON{Counts: map[string]int{}, Tally: JSONTally(r.Counts.Tally), Changes: make([]JSONChange, len(r.Changes))}
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
	for _, k := range Kinds {
		if n := r.Counts.Of(k); n > 0 {
			out.Counts[k.String()] = n
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		j := JSONChange{
			Kind: c.Kind.String(), Clause: c.ClauseID, From: c.Other, Along: c.Along, Heading: c.Heading,
			OldLabel: c.OldLabel.Text, NewLabel: c.NewLabel.Text, Tally: JSONTally(c.Tally),
			Old: plainOf(c.old), New: plainOf(c.new),
		}
		for _, l := range c.Links {
			j.Links = append(j.Links, JSONLink(l))
		}
		for _, x := range c.Images {
			j.Images = append(j.Images, JSONImage{x.OldDest, x.OldWords, x.NewDest, x.NewWords})
		}
		for _, x := range c.Refs {
			j.References = append(j.References, JSONRef(x))
		}
		for _, f := range c.Formats {
			j.Formats = append(j.Formats, f.String())
		}
		out.Changes[i] = j
	}
	return out
}

// plainOf returns the words of clauses and blocks, a paragraph a line.
func plainOf(xs []any) string {
	var out []string
	for _, x := range xs {
		switch x := x.(type) {
		case *policy.Clause:
			out = append(out, x.Plain()...)
		case *policy.Block:
			out = append(out, policy.PlainBlocks([]policy.Block{*x})...)
		case string:
			out = append(out, x)
		}
	}
	return strings.Join(out, "\n")
}
