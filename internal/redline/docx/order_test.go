package docx_test

import "strings"

// orders are the children of elements in the order that ECMA-376 asks for; Word
// calls a file broken that has another.
var orders = map[string]string{
	"pPr":    "pStyle keepNext numPr pBdr shd spacing ind jc outlineLvl rPr pPrChange",
	"rPr":    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs strike color sz szCs highlight u bdr shd vertAlign lang rPrChange",
	"trPr":   "tblHeader ins del",
	"tcPr":   "tcW gridSpan vMerge",
	"tblPr":  "tblStyle tblW",
	"tbl":    "tblPr tblGrid tr",
	"tr":     "trPr tc",
	"tc":     "tcPr p",
	"numPr":  "ilvl numId",
	"sectPr": "footerReference pgSz pgMar",
}

// order checks the order of children, and that there are no others.
func (a *archive) order(t reporter, name string) {
	t.Helper()
	for _, root := range []*node{a.body, a.notes, a.comments} {
		root.walk(func(n *node) {
			want, known := orders[n.name]
			if !known {
				return
			}
			at := 0
			for _, k := range n.kids {
				if k.name == "" {
					continue
				}
				i := strings.Index(" "+want+" ", " "+k.name+" ")
				if i < at {
					t.Errorf("%s: <%s> in <%s> is unknown or too late", name, k.name, n.name)
				}
				at = i
			}
			if n.name == "tc" && n.kids[len(n.kids)-1].name != "p" {
				t.Errorf("%s: a cell does not end with a paragraph", name)
			}
		})
	}
}

// whole checks that the end of a paragraph moves only with all its words: from
// another one, LibreOffice leaves the end behind.
func (a *archive) whole(t reporter, name string) {
	t.Helper()
	a.body.walk(func(n *node) {
		for _, move := range []string{"moveFrom", "moveTo"} {
			if n.name != "p" || n.child("pPr", "rPr", move) == nil {
				continue
			}
			for _, k := range n.kids {
				if in([]string{"r", "ins", "del"}, k.name) && k.child("commentReference") == nil {
					t.Errorf("%s: a paragraph moves with a <%s> in it", name, k.name)
				}
			}
		}
	})
}

// unique checks that numbers are given once: of tracked changes, of references to
// notes, of remarks; and that the ends of moves are pairs.
func (a *archive) unique(t reporter, name string) {
	t.Helper()
	seen, starts, ends, moves := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]string{}
	for _, root := range []*node{a.body, a.notes} {
		root.walk(func(n *node) {
			key := ""
			switch n.name {
			case "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange":
				key = "change " + n.attr["id"]
			case "moveFromRangeStart", "moveToRangeStart":
				key = "change " + n.attr["id"]
				starts[n.attr["id"]] = true
				moves[n.attr["name"]] += n.name[:6]
			case "moveFromRangeEnd", "moveToRangeEnd":
				ends[n.attr["id"]] = true
				if !starts[n.attr["id"]] {
					t.Errorf("%s: a move ends before it begins", name)
				}
			case "footnoteReference", "commentReference":
				key = n.name + " " + n.attr["id"]
			}
			if n.name == "commentReference" && seen["footnoteReference "+n.attr["id"]] || n.name == "footnoteReference" && seen["commentReference "+n.attr["id"]] {
				t.Errorf("%s: a note and a remark have the number %s", name, n.attr["id"])
			}
			if key != "" && seen[key] {
				t.Errorf("%s: %s twice", name, key)
			}
			seen[key] = true
		})
	}
	if len(starts) != len(ends) {
		t.Errorf("%s: %d moves begin and %d end", name, len(starts), len(ends))
	}
	remarks := 0
	for _, c := range a.comments.kids {
		if c.name == "comment" {
			remarks++
			if !seen["commentReference "+c.attr["id"]] {
				t.Errorf("%s: nothing refers to remark %s", name, c.attr["id"])
			}
		}
	}
	for k := range seen {
		if strings.HasPrefix(k, "commentReference ") {
			remarks--
		}
	}
	if remarks != 0 {
		t.Errorf("%s: references to remarks that there are not: %d", name, -remarks)
	}
	for m, sides := range moves {
		if sides != "moveFrmoveTo" && sides != "moveTomoveFr" {
			t.Errorf("%s: %s has the ends %s", name, m, sides)
		}
	}
}
