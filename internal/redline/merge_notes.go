package redline

import "diptych/internal/policy"

// cite counts the changes of notes for the sections that cite them: what a note
// says, its clause says, and so does what a note in that note says. Notes that
// came or went did so with their references. A reference of the old text is
// plain words (outdate), so those that are met are of the new one.
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
	now := map[*policy.Clause]Verdict{}
	said := noteReader{changed: changed, cites: r.notesInNotes(), read: map[int][]int{}}
	for i := range r.Sections {
		s := &r.Sections[i]
		counted := map[int]bool{}
		policy.EachNoteRef(s.Clause.Head, s.Clause.Blocks, func(run *policy.Run) {
			for _, at := range said.behind(run.Num) {
				if counted[at] {
					continue
				}
				counted[at] = true
				s.Notes = append(s.Notes, at)
				s.Changed = true
				s.verdict = max(s.verdict, r.Changes[at].Verdict)
				r.Changes[at].Cited = append(r.Changes[at].Cited, s.Clause)
				now[s.New] = s.verdict
			}
		})
	}
	for i := range r.Sections {
		if s := &r.Sections[i]; s.New != nil { // the other end of a move
			s.verdict = max(s.verdict, now[s.New])
		}
	}
}

// notesInNotes returns the notes that each note of the new text cites, by number.
func (r *Redline) notesInNotes() map[int][]int {
	out := map[int][]int{}
	for i := range r.Sections {
		if c := r.Sections[i].Clause; c.Form == policy.Endnotes {
			for k := range c.Blocks {
				b := &c.Blocks[k]
				n, ok := policy.NoteNumber(itemID(b))
				if !ok {
					continue
				}
				policy.EachNoteRef(b.Runs, b.Blocks, func(run *policy.Run) { out[n] = append(out[n], run.Num) })
			}
		}
	}
	return out
}

// noteReader finds the notes that changed behind a reference: the note itself,
// and those that it cites in turn.
type noteReader struct {
	changed map[int]int   // number of a note -> index of its change
	cites   map[int][]int // see notesInNotes
	read    map[int][]int // number of a note -> what behind returned
}

// notesBehind is how many notes are read behind one reference. It bounds the time
// where many notes cite many.
const notesBehind = 200

// behind returns the changes that a reference to a note leads to, the nearest
// first.
func (n *noteReader) behind(num int) []int {
	if out, ok := n.read[num]; ok {
		return out
	}
	var out []int
	seen, next := map[int]bool{num: true}, []int{num}
	for i := 0; i < len(next); i++ {
		if at, ok := n.changed[next[i]]; ok {
			out = append(out, at)
		}
		for _, k := range n.cites[next[i]] {
			if !seen[k] && len(next) < notesBehind {
				seen[k] = true
				next = append(next, k)
			}
		}
	}
	n.read[num] = out
	return out
}
