package page

import (
	"slices"

	"diptych/internal/policy"
)

// withoutNotes returns a clause in which references to footnotes are plain
// superscript, for pages that do not show the notes.
func withoutNotes(c *policy.Clause) *policy.Clause {
	if !runsNoted(c.Head) && !blocksNoted(c.Blocks) {
		return c
	}
	out := *c
	out.Head, out.Blocks = plainNoteRuns(c.Head), plainNotes(c.Blocks)
	return &out
}

func runsNoted(runs []policy.Run) bool {
	return slices.ContainsFunc(runs, func(r policy.Run) bool { return r.Kind == policy.NoteRef })
}

func blocksNoted(blocks []policy.Block) bool {
	return slices.ContainsFunc(blocks, func(b policy.Block) bool { return runsNoted(b.Runs) || blocksNoted(b.Blocks) })
}

func plainNotes(blocks []policy.Block) []policy.Block {
	out := slices.Clone(blocks)
	for i := range out {
		out[i].Runs, out[i].Blocks = plainNoteRuns(out[i].Runs), plainNotes(out[i].Blocks)
	}
	return out
}

func plainNoteRuns(runs []policy.Run) []policy.Run {
	out := slices.Clone(runs)
	for i := range out {
		if out[i].Kind == policy.NoteRef {
			out[i] = policy.Run{Kind: policy.Words, Op: out[i].Op, Marks: out[i].Marks | policy.Superscript, Text: out[i].Text}
		}
	}
	return out
}
