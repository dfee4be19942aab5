package redline

import "diptych/internal/policy"

// cite counts the changes of notes for the sections that cite them: what a note
// says, its clause says. Notes that came or went did so with their references.
func (r *Redline) cite() {
	changed := map[int]int{} // number of a note -> index of its change
	for i := range r.Changes {
		c := &r.Changes[i]
		if n, ok := policy.NoteNumber(c.ClauseID); ok && c.Kind != Inserted && c.Kind != Deleted && c.Verdict > Same {
			changed[n] = i
		}
	}
	if len(changed) == 0 {
		return
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		if !s.Clause.Op.InNew() {
			continue
		}
		cited := map[int]bool{}
		eachNoteRef(s.Clause.Head, s.Clause.Blocks, func(run *policy.Run) {
			if at, ok := changed[run.Num]; ok && run.Op.InNew() && !cited[at] {
				cited[at] = true
				s.Notes = append(s.Notes, at)
				s.Changed = true
				s.verdict = max(s.verdict, r.Changes[at].Verdict)
				r.Changes[at].Cited = append(r.Changes[at].Cited, s.Clause)
			}
		})
	}
}

// eachNoteRef calls f for each reference to a note.
func eachNoteRef(runs []policy.Run, blocks []policy.Block, f func(*policy.Run)) {
	for i := range runs {
		if runs[i].Kind == policy.NoteRef {
			f(&runs[i])
		}
	}
	for i := range blocks {
		eachNoteRef(blocks[i].Runs, blocks[i].Blocks, f)
	}
}
