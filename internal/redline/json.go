package redline

import (
	"strings"

	"diptych/internal/policy"
)

// JSON is the redline as data for programs.
type JSON struct {
	Counts  map[string]int `json:"counts"` // by kind, those above zero
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
// clause or item in either text, "" where there is none.
type JSONChange struct {
	Kind     string     `json:"kind"`
	Clause   string     `json:"clause"`
	From     string     `json:"from,omitempty"`
	OldLabel string     `json:"oldLabel,omitempty"`
	NewLabel string     `json:"newLabel,omitempty"`
	Heading  string     `json:"heading"`
	Old      string     `json:"old,omitempty"`
	New      string     `json:"new,omitempty"`
	Tally    JSONTally  `json:"tally"`
	Links    []JSONLink `json:"links,omitempty"`
}

// JSONLink is a link that leads elsewhere now.
type JSONLink struct {
	Words string `json:"words"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// JSON returns the redline as data, in the order of Changes.
func (r *Redline) JSON() JSON {
	out := JSON{Counts: map[string]int{}, Tally: JSONTally(r.Counts.Tally), Changes: make([]JSONChange, len(r.Changes))}
	for _, k := range Kinds {
		if n := r.Counts.Of(k); n > 0 {
			out.Counts[k.String()] = n
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		j := JSONChange{
			Kind: c.Kind.String(), Clause: c.ClauseID, From: c.Other, Heading: c.Heading,
			OldLabel: c.OldLabel.Text, NewLabel: c.NewLabel.Text, Tally: JSONTally(c.Tally),
			Old: strings.Join(plainOf(c.old), "\n"), New: strings.Join(plainOf(c.new), "\n"),
		}
		for _, l := range c.Links {
			j.Links = append(j.Links, JSONLink(l))
		}
		out.Changes[i] = j
	}
	return out
}

// plainOf returns the words of a clause or block.
func plainOf(x any) []string {
	switch x := x.(type) {
	case *policy.Clause:
		if x != nil {
			return x.Plain()
		}
	case *policy.Block:
		if x != nil {
			return policy.PlainBlocks([]policy.Block{*x})
		}
	}
	return nil
}
