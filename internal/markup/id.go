package markup

import (
	"strconv"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// checkID reports an id that cannot be one and returns "", or the id.
func (b *builder) checkID(id string, offset int) string {
	if !validID(id) {
		b.report(b.pos(offset), diag.Error, diag.ID, 2, "ID", diag.Words(id))
		return ""
	}
	if reservedID(id) {
		b.report(b.pos(offset), diag.Error, diag.ID, 3, "ID", diag.Words(id))
		return ""
	}
	return id
}

func validID(id string) bool {
	for i := 0; i < len(id); i++ {
		c := id[i]
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			continue
		}
		if i == 0 || (c < '0' || c > '9') && c != '_' && c != '.' && c != ':' && c != '-' {
			return false
		}
	}
	return id != "" && len(id) <= 128
}

// reservedID reports whether the pages use the id themselves.
func reservedID(id string) bool {
	switch id {
	case "notes":
		return true
	}
	for _, p := range [...]string{"fn-", "fnref-", "was-", "d-"} {
		if strings.HasPrefix(id, p) {
			return true
		}
	}
	return false
}

func (b *builder) checkAttributes(a *attributes) {
	for _, name := range a.other {
		b.warn(a.offset, 14, "Attribute", name)
	}
	a.other = nil
}

// name makes the ids of the clauses unique and derives those that the source
// does not give, and drops anchors that are taken.
func (b *builder) name(clauses []*policy.Clause) {
	taken := map[string]diag.Pos{}
	for _, c := range clauses {
		if c.Origin != policy.Explicit {
			continue
		}
		if first, ok := taken[c.ID]; ok {
			b.report(c.Pos, diag.Error, diag.ID, 4, "ID", diag.Words(c.ID), "Place", first)
			c.ID, c.Origin = "", policy.Derived
			continue
		}
		taken[c.ID] = c.Pos
	}
	if b.anchors > 0 {
		u := &unique{b: b, taken: taken}
		for _, c := range clauses {
			u.clause = c
			if c.Form != policy.Item {
				c.Head = u.runs(c.Head)
				u.blocks(c.Blocks)
			}
		}
	}
	b.derive(clauses, taken)
}

// derive names clauses by their place in the outline: c-3-2 is the second
// clause in the third. The items of a clause and the clauses below it are
// counted together, in reading order.
func (b *builder) derive(clauses []*policy.Clause, taken map[string]diag.Pos) {
	var path []int // the place of the last clause, and of those around it
	buf := make([]byte, 0, 64)
	clash := false
	for _, c := range clauses {
		if c.Form == policy.Preamble {
			path = append(path[:0], 0)
		} else if c.Depth <= len(path) {
			path = path[:c.Depth]
			path[c.Depth-1]++
		} else {
			path = append(path, 1)
		}
		if c.ID != "" {
			continue
		}
		buf = append(buf[:0], 'c')
		for _, n := range path {
			buf = strconv.AppendInt(append(buf, '-'), int64(n), 10)
		}
		c.ID = string(buf)
		if _, ok := taken[c.ID]; ok {
			clash = true
		}
	}
	if clash {
		b.evade(clauses, taken)
	}
}

// evade appends the version to derived ids that are taken, as often as it
// takes until nothing else has them.
func (b *builder) evade(clauses []*policy.Clause, taken map[string]diag.Pos) {
	suffix := "-x"
	if b.opt.Version != "" {
		suffix = "-" + b.opt.Version
	}
	derived := map[string]bool{}
	for _, c := range clauses {
		derived[c.ID] = true
	}
	for _, c := range clauses {
		if _, ok := taken[c.ID]; !ok || c.Origin == policy.Explicit {
			continue
		}
		for free := false; !free; {
			c.ID += suffix
			_, isTaken := taken[c.ID]
			free = !isTaken && !derived[c.ID]
		}
		derived[c.ID] = true
	}
}

// unique drops anchors whose name is taken.
type unique struct {
	b      *builder
	taken  map[string]diag.Pos
	clause *policy.Clause
}

// claim reports whether an anchor may keep its name. That of the clause in which
// it stands it does not need.
func (u *unique) claim(id string) bool {
	first, ok := u.taken[id]
	if !ok {
		u.taken[id] = u.clause.Pos
		return true
	}
	if id != u.clause.ID {
		u.b.report(u.clause.Pos, diag.Warning, diag.ID, 5, "ID", diag.Words(id), "Place", first)
	}
	return false
}

func (u *unique) blocks(blocks []policy.Block) {
	for i := range blocks {
		blk := &blocks[i]
		outer := u.clause
		if blk.Clause != nil {
			u.clause = blk.Clause
		}
		if blk.ID != "" && blk.Kind != policy.Note && !u.claim(blk.ID) {
			blk.ID = ""
		}
		blk.Runs = u.runs(blk.Runs)
		u.blocks(blk.Blocks)
		u.clause = outer
	}
}

func (u *unique) runs(runs []policy.Run) []policy.Run {
	kept := runs[:0]
	for i := range runs {
		if runs[i].Kind != policy.Anchor || u.claim(runs[i].ID) {
			kept = append(kept, runs[i])
		}
	}
	return kept
}
