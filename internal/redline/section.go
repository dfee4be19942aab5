package redline

import (
	"context"

	"diptych/internal/policy"
)

// InPlace returns the merged clause of a section as if it had not moved: what
// was deleted in it stands beside what was inserted.
func (r *Redline) InPlace(ctx context.Context, s *Section) *policy.Clause {
	if s.Old == nil || s.New == nil || s.Clause.Op == policy.Same {
		return s.Clause
	}
	alone := func(t *policy.Text, c *policy.Clause) *policy.Text {
		return &policy.Text{Lang: t.Lang, Tag: t.Tag, Clauses: []*policy.Clause{c}}
	}
	if here := Compare(ctx, alone(r.Old, s.Old), alone(r.New, s.New)); len(here.Sections) == 1 {
		return here.Sections[0].Clause
	}
	return s.Clause
}

// Titles returns the title as it was and as it is, each marked.
func (r *Redline) Titles() (old, new []policy.Run) {
	return sideRuns(r.Title, policy.Op.InOld), sideRuns(r.Title, policy.Op.InNew)
}

// NotesOf returns the merged notes that a section cites and that changed, as a
// list without ids, their numbers as words.
func (r *Redline) NotesOf(s *Section) []policy.Block {
	if s == nil || len(s.Notes) == 0 {
		return nil
	}
	list := policy.Block{Kind: policy.List}
	for i := range r.Sections {
		for k := range r.Sections[i].Clause.Blocks {
			b := &r.Sections[i].Clause.Blocks[k]
			for _, n := range s.Notes {
				if itemID(b) == r.Changes[n].ClauseID {
					list.Blocks = append(list.Blocks, anonymous(b))
				}
			}
		}
	}
	return []policy.Block{list}
}

// anonymous copies a block without ids; labels are words of its first leaf.
func anonymous(b *policy.Block) policy.Block {
	out := *b
	out.ID, out.Clause = "", nil
	out.Runs = anonymousRuns(b.Runs)
	if b.Blocks != nil {
		out.Blocks = make([]policy.Block, len(b.Blocks))
		for i := range b.Blocks {
			out.Blocks[i] = anonymous(&b.Blocks[i])
		}
	}
	var label policy.Label
	switch {
	case b.Kind == policy.Note:
		out.Kind, label = policy.ListItem, noteLabel(b.Level)
	case b.Clause != nil:
		label = b.Clause.Label
	}
	if !label.IsZero() {
		lead := policy.Block{Kind: policy.Para, Runs: []policy.Run{{Op: b.Op, Text: label.Text + label.Gap}}}
		if len(out.Blocks) > 0 && out.Blocks[0].Kind == policy.Para {
			lead.Op, lead.Runs = out.Blocks[0].Op, append(lead.Runs, out.Blocks[0].Runs...)
			out.Blocks = out.Blocks[1:]
		}
		out.Blocks = append([]policy.Block{lead}, out.Blocks...)
	}
	return out
}

func anonymousRuns(runs []policy.Run) []policy.Run {
	out := make([]policy.Run, 0, len(runs))
	for _, r := range runs {
		if r.ID = ""; r.Kind != policy.Anchor {
			out = append(out, r)
		}
	}
	return out
}
