package docx_test

import "strings"

// decide accepts or rejects every tracked change.
func (a *archive) decide(accept bool) *archive {
	drop, keep := "del moveFrom", "ins moveTo"
	if !accept {
		drop, keep = keep, drop
	}
	d := decision{accept, strings.Fields(drop), strings.Fields(keep)}
	out := &archive{body: d.container(a.body), notes: &node{name: "footnotes"}}
	for _, n := range a.notes.kids {
		if n.name == "footnote" {
			out.notes.kids = append(out.notes.kids, d.container(n))
		}
	}
	return out
}

type decision struct {
	accept     bool
	drop, keep []string
}

func has(names []string, n *node) bool {
	for _, x := range names {
		if n != nil && n.child(x) != nil {
			return true
		}
	}
	return false
}

func in(names []string, name string) bool {
	return strings.Contains(" "+strings.Join(names, " ")+" ", " "+name+" ")
}

// container decides what stands in a body, cell or note: a paragraph whose end
// goes is one with the next.
func (d decision) container(n *node) *node {
	out := &node{name: n.name, attr: n.attr}
	var waiting []*node
	for _, k := range n.kids {
		switch k.name {
		case "p":
			runs := append(waiting, d.inline(k.kids)...)
			waiting = nil
			if has(d.drop, k.child("pPr", "rPr")) {
				waiting = append([]*node{}, runs...) // not nil: the end is tracked
				continue
			}
			props := k.child("pPr")
			if was := props.child("pPrChange"); was != nil && !d.accept {
				props = was.child("pPr")
			}
			out.kids = append(out.kids, &node{name: "p", kids: append([]*node{props}, runs...)})
		case "tbl":
			if waiting != nil {
				out.kids = append(out.kids, &node{name: "p", kids: append([]*node{nil}, waiting...)})
				waiting = nil
			}
			t := &node{name: "tbl"}
			for _, r := range k.kids {
				if r.name != "tr" || has(d.drop, r.child("trPr")) {
					continue
				}
				row := &node{name: "tr"}
				for _, c := range r.kids {
					if c.name == "tc" {
						x := d.container(c)
						x.kids = append(x.kids, c.child("tcPr"))
						row.kids = append(row.kids, x)
					}
				}
				t.kids = append(t.kids, row)
			}
			out.kids = append(out.kids, t)
		}
	}
	if waiting != nil {
		out.kids = append(out.kids, &node{name: "p", kids: []*node{nil}, text: "an end that is tracked is the last"})
	}
	return out
}

func (d decision) inline(ns []*node) []*node {
	out := []*node{}
	for _, n := range ns {
		switch {
		case in(d.drop, n.name):
		case in(d.keep, n.name), n.name == "hyperlink":
			out = append(out, d.inline(n.kids)...)
		case n.name == "r":
			out = append(out, n)
		}
	}
	return out
}
