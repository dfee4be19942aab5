package check

import (
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// undisclosedChange holds what the publisher says has changed, [[changes]], against
// what has: a substantive change in a clause that no item names, and an item
// that names a clause which has not changed or does not exist. An item speaks
// for its clause and all below it. A version without items says nothing and is
// left alone, as is one without a version before it in its language.
func undisclosedChange(s subject, v *policy.Version, say voice) {
	prev := s.policy.Previous(v)
	for _, t := range v.Texts {
		if prev != nil && prev.Text(t.Lang) != nil && len(t.Changes) > 0 {
			undisclosedIn(s.alignments.Compare(s.ctx, prev.Text(t.Lang), t), prev.Name, say)
		}
	}
}

func undisclosedIn(r *redline.Redline, prev string, say voice) {
	named := make(map[string]bool, len(r.New.Changes))
	for _, item := range r.New.Changes {
		named[clauseOf(r, item)] = true
	}
	changed := make(map[string]bool) // clauses in which, or below which, anything changed but a label
	for i := range r.Sections {
		sec := &r.Sections[i]
		for _, n := range sec.Changes {
			ch := &r.Changes[n]
			if ch.Kind == redline.Renumbered {
				continue
			}
			over := lineage(sec, ch)
			told := false
			for _, id := range over {
				changed[id] = true
				told = told || named[id]
			}
			if !told && ch.Kind.Substantive() {
				sayUndisclosed(r, sec, ch, prev, say)
			}
		}
	}
	for _, item := range r.New.Changes {
		if !changed[clauseOf(r, item)] {
			sayIdleItem(r, item, prev, say)
		}
	}
}

func sayUndisclosed(r *redline.Redline, sec *redline.Section, ch *redline.Change, prev string, say voice) {
	pos, id := r.New.Pos, strings.TrimPrefix(ch.ClauseID, "was-")
	if len(ch.Cited) > 0 {
		pos, id = ch.Cited[0].Pos, ch.Cited[0].ID
	} else if c := r.New.Clause(ch.ClauseID); c != nil {
		pos = c.Pos
	} else if sec.New != nil {
		pos, id = sec.New.Pos, sec.New.ID
	} else if sec.Old != nil {
		id = sec.Old.ID
	}
	values := []any{"Clause", id, "Version", prev}
	switch kind := ch.Kind; {
	case kind == redline.Inserted:
		say.at(pos, 1, values...)
	case kind == redline.Deleted:
		say.at(pos, 2, values...)
	case kind == redline.Moved && ch.Verdict < redline.Words:
		say.at(pos, 3, values...)
	default:
		say.at(pos, 4, values...)
	}
}

// sayIdleItem reports an item of [[changes]] whose clause has not changed or
// does not exist.
func sayIdleItem(r *redline.Redline, item policy.Change, prev string, say voice) {
	name := diag.Words(item.Clause)
	if r.New.Clause(item.Clause) != nil || r.Old.Clause(item.Clause) != nil {
		say.at(item.Pos, 5, "Clause", name, "Version", prev)
	} else if near := say.search.Nearest(item.Clause, clauseIDs(r.New)); near != "" {
		say.at(item.Pos, 6, "Clause", name, "Near", near)
	} else {
		say.at(item.Pos, 7, "Clause", name)
	}
}

// clauseOf returns the first id of the clause that an item names by any of its ids.
func clauseOf(r *redline.Redline, item policy.Change) string {
	for _, t := range [...]*policy.Text{r.New, r.Old} {
		if c := t.Clause(item.Clause); c != nil {
			return c.ID
		}
	}
	return item.Clause
}

// lineage lists the ids of the clause that a change is in, old and new, of those
// that cite it where it is one of a note, and of all clauses above them.
func lineage(sec *redline.Section, ch *redline.Change) []string {
	out := []string{strings.TrimPrefix(ch.ClauseID, "was-")}
	for _, c := range append([]*policy.Clause{sec.New, sec.Old}, ch.Cited...) {
		for ; c != nil; c = c.Parent {
			out = append(out, c.ID)
		}
	}
	return out
}

func clauseIDs(t *policy.Text) []string {
	var out []string
	for _, c := range t.Clauses {
		out = append(out, c.ID)
	}
	return out
}
