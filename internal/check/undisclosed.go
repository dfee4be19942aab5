package check

import (
	"fmt"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// undisclosed holds what the publisher says has changed, [[changes]], against
// what has: a substantive change in a clause that no item names, and an item
// that names a clause which has not changed or does not exist. An item speaks
// for its clause and all below it. A version without items says nothing and is
// left alone, as is one without a version before it in its language.
func undisclosed(s subject, l *diag.List) {
	if s.cfg.Level(diag.UndisclosedChange) == diag.LevelOff {
		return
	}
	for _, v := range s.policy.Versions {
		prev := s.policy.Previous(v)
		for _, t := range v.Texts {
			if prev != nil && prev.Text(t.Lang) != nil && len(t.Changes) > 0 {
				undisclosedIn(s, s.texts.Compare(prev.Text(t.Lang), t), prev.Name, l)
			}
		}
	}
}

func undisclosedIn(s subject, r *redline.Redline, prev string, l *diag.List) {
	named := make(map[string]bool, len(r.New.Changes))
	for _, item := range r.New.Changes {
		named[item.Clause] = true
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
				reportUndisclosed(s, r, sec, ch, prev, l)
			}
		}
	}
	for _, item := range r.New.Changes {
		if changed[item.Clause] {
			continue
		}
		text, hint := "has not changed since version "+prev, "leave the item out, or name the clause that has"
		if r.New.Clause(item.Clause) == nil && r.Old.Clause(item.Clause) == nil {
			text, hint = "does not exist", diag.DidYouMean(item.Clause, clauseIDs(r.New), "name a clause by its id")
		}
		s.cfg.Report(l, diag.Problem{
			Pos: item.Pos, Rule: diag.UndisclosedChange, Hint: hint,
			Text: fmt.Sprintf("[[changes]] names clause %q, which %s", item.Clause, text),
		})
	}
}

func reportUndisclosed(s subject, r *redline.Redline, sec *redline.Section, ch *redline.Change, prev string, l *diag.List) {
	pos, id := r.New.Pos, strings.TrimPrefix(ch.ClauseID, "was-")
	if c := r.New.Clause(ch.ClauseID); c != nil {
		pos = c.Pos
	} else if sec.New != nil {
		pos, id = sec.New.Pos, sec.New.ID
	} else if sec.Old != nil {
		id = sec.Old.ID
	}
	s.cfg.Report(l, diag.Problem{
		Pos: pos, Rule: diag.UndisclosedChange,
		Text: fmt.Sprintf("clause %s was %s since version %s, and no item of [[changes]] names it", id, ch.Kind, prev),
		Hint: fmt.Sprintf("add an item with clause = %q, or with a clause above it", id),
	})
}

// lineage lists the ids of the clause that a change is in, old and new, and of
// all clauses above it.
func lineage(sec *redline.Section, ch *redline.Change) []string {
	out := []string{strings.TrimPrefix(ch.ClauseID, "was-")}
	for _, c := range []*policy.Clause{sec.New, sec.Old} {
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
