package source

import (
	"strconv"

	"diptych/internal/policy"
)

// agree gives the clauses of a version one id in all its languages, as far as
// the outlines of the texts show which clauses belong together: an explicit id
// counts in every language, and derived ids come from places that are counted
// alike. The prevailing language leads.
func agree(v *policy.Version, prevails policy.Lang) {
	if namedByPlace(v) {
		return
	}
	lead := v.TextOr(prevails)
	outlines := make([]*outline, 0, len(v.Texts))
	outlines = append(outlines, newOutline(lead))
	for _, t := range v.Texts {
		if t != lead {
			outlines = append(outlines, newOutline(t))
		}
	}
	// Twice, so that what the lead takes over from one text reaches the others.
	for range 2 {
		for _, o := range outlines[1:] {
			pairRows(outlines[0], o, nil, nil)
		}
	}
	for _, o := range outlines {
		o.derive(v.Name)
	}
}

// namedByPlace tells whether all ids of a version are those that markup made
// of places, and will stay so: there is no other id to share or to evade, and
// nothing that is counted in another way here.
func namedByPlace(v *policy.Version) bool {
	for _, t := range v.Texts {
		for _, c := range t.Clauses {
			if c.Origin != policy.Derived || c.Only != "" || c.Form == policy.Endnotes {
				return false
			}
		}
		if len(t.Anchors()) > len(t.Clauses) {
			return false
		}
	}
	return true
}

// outline is the tree of a text's clauses.
type outline struct {
	text  *policy.Text
	rows  map[*policy.Clause][]*policy.Clause // clause, or nil for the text -> the clauses right below it
	fixed map[string]bool                     // anchors that are not derived
}

func newOutline(t *policy.Text) *outline {
	o := &outline{t, map[*policy.Clause][]*policy.Clause{}, map[string]bool{}}
	derived := map[string]bool{}
	for _, c := range t.Clauses {
		o.rows[c.Parent] = append(o.rows[c.Parent], c)
		if c.Origin == policy.Derived {
			derived[c.ID] = true
		} else {
			o.fixed[c.ID] = true
		}
	}
	for _, a := range t.Anchors() {
		if !derived[a] {
			o.fixed[a] = true
		}
	}
	return o
}

// row is what is counted and paired below a clause: neither what stands in one
// language only nor what stands before and behind the clauses.
func (o *outline) row(c *policy.Clause) []*policy.Clause {
	out := make([]*policy.Clause, 0, len(o.rows[c]))
	for _, c := range o.rows[c] {
		if c.Only == "" && counted(c) {
			out = append(out, c)
		}
	}
	return out
}

func counted(c *policy.Clause) bool {
	return c.Form != policy.Preamble && c.Form != policy.Endnotes
}

// pairRows pairs the clauses below a pair of clauses, and those below them.
// Rows that agree pair one to one; in others only equal ids count.
func pairRows(a, b *outline, under, below *policy.Clause) {
	for _, c := range a.rows[under] {
		for _, d := range b.rows[below] {
			if !counted(c) && c.Form == d.Form {
				pairRows(a, b, c, d) // the items in them
			}
		}
	}
	left, right := a.row(under), b.row(below)
	if rowsAgree(left, right) {
		for i := range left {
			a.adopt(left[i], right[i])
			b.adopt(right[i], left[i])
			pairRows(a, b, left[i], right[i])
		}
		return
	}
	byID := map[string]*policy.Clause{}
	for _, c := range right {
		if c.Origin != policy.Derived {
			byID[c.ID] = c
		}
	}
	for _, c := range left {
		if other := byID[c.ID]; other != nil && c.Origin != policy.Derived {
			pairRows(a, b, c, other)
		}
	}
}

// rowsAgree tells whether two rows are equally long, alike in form, and do not
// contradict each other in their explicit ids.
func rowsAgree(left, right []*policy.Clause) bool {
	if len(left) != len(right) {
		return false
	}
	at := make(map[string]int, len(right))
	for i, c := range right {
		if c.Origin != policy.Derived {
			at[c.ID] = i
		}
	}
	for i, c := range left {
		d := right[i]
		if c.Form != d.Form {
			return false
		}
		if c.Origin == policy.Derived {
			continue
		}
		if j, ok := at[c.ID]; ok && j != i || !ok && d.Origin != policy.Derived {
			return false
		}
	}
	return true
}

// adopt gives c, a clause of o, the explicit id of its counterpart, unless it
// has one or the text uses that id elsewhere.
func (o *outline) adopt(c, other *policy.Clause) {
	if c.Origin != policy.Derived || other.Origin == policy.Derived || o.fixed[other.ID] {
		return
	}
	c.ID, c.Origin = other.ID, policy.Adopted
	o.fixed[c.ID] = true
}

// derive gives the clauses without an explicit id one made of their places:
// c-3-2 is the second clause below the third. What stands in one language only
// is counted apart, with the language before its number: c-3-zh1. An id that is
// taken gets the name of the version appended.
func (o *outline) derive(version string) {
	taken := make(map[string]bool, len(o.fixed))
	for id := range o.fixed {
		taken[id] = true
	}
	var walk func(c *policy.Clause, prefix string)
	walk = func(parent *policy.Clause, prefix string) {
		n, only := 0, 0
		for _, c := range o.rows[parent] {
			place := ""
			switch {
			case !counted(c):
				place = map[policy.Form]string{policy.Preamble: "c-0", policy.Endnotes: "notes"}[c.Form]
			case c.Only != "":
				only++
				place = prefix + "-" + string(c.Only) + strconv.Itoa(only)
			default:
				n++
				place = prefix + "-" + strconv.Itoa(n)
			}
			if c.Origin == policy.Derived {
				c.ID = free(place, version, taken)
				taken[c.ID] = true
			}
			walk(c, place)
		}
	}
	walk(nil, "c")
}

// free returns the id, with the version appended as often as it takes until
// nothing else has it.
func free(id, version string, taken map[string]bool) string {
	for taken[id] {
		id += "-" + version
	}
	return id
}
