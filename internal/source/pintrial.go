package source

import (
	"context"

	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// textPinner writes names into one text, as many of them as change no name of the
// policy.
type textPinner struct {
	ctx   context.Context
	raw   []byte // the file
	body  []byte
	opt   markup.Options
	was   *policy.Text
	trial Trial
	names []markup.Name // of each clause
	taken []bool        // which of them are written

	now      *policy.Text // the text as it is, or with what is written
	out      []byte
	pinned   []markup.Pinned
	problems diag.List // of what is written
	trials   int
}

// maxTrials bounds how often the names of a policy are found again for one text.
const maxTrials = 64

// maxWork bounds roughly how often the name of a clause is found for a policy: by
// it half a second goes.
const maxWork = 800_000

// groupSize returns how many texts are written before names are found again: one,
// but more in policies so large that pin would take long. Finding them takes each
// clause on the day of each version.
func groupSize(p *policy.Policy) int {
	texts, clauses := 0, 0
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			texts++
			clauses += len(t.Clauses)
		}
	}
	return 1 + texts*clauses*len(p.Versions)/maxWork
}

// pinGroup writes into texts what it can: all of it, else what it can into one
// after another.
func pinGroup(group []*textPinner, trial Trial) {
	var old, new []*policy.Text
	tried := make([]reading, len(group))
	for i, x := range group {
		if tried[i] = x.read(0, len(x.names)); tried[i].text != nil {
			old, new = append(old, x.now), append(new, tried[i].text)
		}
	}
	if len(new) == 0 || trial.Write(old, new) {
		for i, x := range group {
			x.take(tried[i], 0, len(x.names))
		}
		return
	}
	for _, x := range group {
		x.add(0, len(x.names))
	}
}

// reading is a source with ids, read again.
type reading struct {
	out      []byte
	pinned   []markup.Pinned
	text     *policy.Text // nil where nothing new is written
	problems diag.List
}

// read writes names from one index to another, and those that are taken.
func (x *textPinner) read(from, to int) reading {
	names := make([]markup.Name, len(x.names))
	for i, n := range x.names {
		if x.taken[i] || from <= i && i < to {
			names[i] = n
		}
	}
	var r reading
	r.out, r.pinned, r.problems = markup.Pin(x.body, x.opt, names)
	if len(r.pinned) > len(x.pinned) {
		text := *x.was
		text.Clauses, _ = markup.Parse(r.out, x.opt)
		r.text = &text
	}
	return r
}

func (x *textPinner) take(r reading, from, to int) {
	x.out, x.pinned, x.problems = r.out, r.pinned, r.problems
	if r.text != nil {
		x.now = r.text
	}
	for i := from; i < to; i++ {
		x.taken[i] = true
	}
}

// add writes the names from one index to another, or as many of them as may be:
// where not all may, it tries each half.
func (x *textPinner) add(from, to int) {
	if from == to || x.trials >= maxTrials || x.ctx.Err() != nil {
		return
	}
	x.trials++
	r := x.read(from, to)
	if r.text == nil || x.trial.Write([]*policy.Text{x.now}, []*policy.Text{r.text}) {
		x.take(r, from, to)
		return
	}
	if half := (from + to) / 2; half > from {
		x.add(from, half)
		x.add(half, to)
	}
}

// said says what was left out.
func (x *textPinner) said() diag.List {
	l := x.problems
	for i, c := range x.was.Clauses {
		if n := x.names[i]; !x.taken[i] && n.ID != "" && x.ctx.Err() == nil {
			l.Errorf(c.Pos, diag.Pin, "the clause keeps its id without one; leave it as it is", "with the id of clause %s in its source a clause would be called something else", n.ID)
		}
	}
	return l
}
