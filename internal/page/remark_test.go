package page

import (
	"fmt"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestRemarks: what each version after the old one, to the new one, says of its
// clauses stands with these: of an item with the clause that holds it, of a clause
// that went with that; of no clause nowhere.
func TestRemarks(t *testing.T) {
	p := &policy.Policy{}
	for i, src := range []string{
		"# Fees {#fees}\n\nNine.\n",
		"# Fees {#fees}\n\nTen.\n\n# Data {#data}\n\nNames.\n",
		"# Fees {#fees}\n\n1. Eleven. {#eleven}\n\n# Data {#data}\n\nNames.\n",
		"# Fees {#fees}\n\n1. Twelve. {#eleven}\n\n# New {#new}\n\nWords.\n",
		"# Fees {#fees}\n\n1. Thirteen. {#eleven}\n",
	} {
		text := &policy.Text{Lang: "en"}
		text.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "en.md", Lang: "en"})
		for _, id := range []string{"eleven", "data", "gone"} {
			text.Changes = append(text.Changes, policy.Change{Clause: id, Note: id})
		}
		p.Versions = append(p.Versions, &policy.Version{Name: fmt.Sprint(i), Texts: []*policy.Text{text}})
	}
	p.Versions = append(p.Versions[:3:3], append([]*policy.Version{{Name: "2.5"}}, p.Versions[3:]...)...) // in another language only
	s := &Series{policy: p}
	old, now := p.Versions[1], p.Versions[4]
	r := redline.Compare(t.Context(), old.Text("en"), now.Text("en"))
	got := ""
	for i := range r.Sections {
		got += r.Sections[i].Clause.ID + ":"
		for _, x := range s.remarks(policy.Pair{Old: old, New: now}, "en", r)[i] {
			got += fmt.Sprintf(" %s says %s at %s,", x.Version, x.Note, x.Clause.Href)
		}
		got += "\n"
	}
	if want := "fees: 2 says eleven at #fees, 3 says eleven at #fees,\nwas-data: 2 says data at #was-data, 3 says data at #was-data,\nnew:\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
