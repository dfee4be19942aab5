package markup

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Pinned is an id that Pin has written, and where.
type Pinned struct {
	ID  string
	Pos diag.Pos // in the source as it was
}

// maxTrials bounds how often a text is read again to find the ids that it does
// not take.
const maxTrials = 256

// Pin writes ids of clauses into a source and changes nothing else of it. ids
// has one for each clause that Parse returns, in order; those that are empty or
// that the source has already are left alone, as are those of what stands
// before the first clause and of the notes. What Pin returns was read again:
// its clauses are those of src in everything but these ids. A clause whose id
// cannot be written so is a problem; a source with errors is returned as it is.
func Pin(src []byte, opt Options, ids []string) ([]byte, []Pinned, diag.List) {
	if !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0 {
		var l diag.List
		l.Errorf(diag.Pos{File: opt.File}, diag.Pin, "save the file as plain text in UTF-8", "the text is not UTF-8 and is left as it is")
		return src, nil, l
	}
	opt.UTF8 = true
	b := newBuilder(src, opt)
	b.spots, b.places = map[int]spot{}, map[*policy.Clause]spot{}
	b.document()
	clauses := b.clauses()
	if b.problems.HasErrors() {
		return src, nil, b.problems
	}
	if len(ids) != len(clauses) {
		var l diag.List
		l.Errorf(diag.Pos{File: opt.File}, diag.Pin, "run the command again", "the text has changed meanwhile")
		return src, nil, l
	}
	p := pinner{src: src, opt: opt, was: newReading(clauses, b.problems), out: src}
	for i, c := range clauses {
		if ids[i] == "" || p.was.ids[i] != "" || c.Form == policy.Preamble || c.Form == policy.Endnotes {
			continue
		}
		p.all = append(p.all, pin{clause: i, id: ids[i], spot: b.places[c], pos: p.was.pos[i]})
	}
	slices.SortStableFunc(p.all, func(x, y pin) int { return cmp.Compare(x.spot.at, y.spot.at) })
	p.add(0, len(p.all))
	return p.result(b)
}

// pin is one id and its clause.
type pin struct {
	clause int // index
	id     string
	spot   spot
	pos    diag.Pos // of the clause
	taken  bool     // the source takes it
}

// pinner is one call of Pin.
type pinner struct {
	src    []byte
	opt    Options
	was    reading
	all    []pin // in the order of their spots
	out    []byte
	trials int
}

// add takes the pins from one index to another into the source, or as many of
// them as it goes on reading the same with: where it does not with all, it tries
// each half.
func (p *pinner) add(from, to int) {
	if from == to || p.trials >= maxTrials {
		return
	}
	mark := func(taken bool) {
		for i := from; i < to; i++ {
			p.all[i].taken = taken && p.all[i].spot.kind != nowhere
		}
	}
	mark(true)
	p.trials++
	out := p.insert()
	if p.reads(out) {
		p.out = out
		return
	}
	mark(false)
	if half := (from + to) / 2; half > from {
		p.add(from, half)
		p.add(half, to)
	}
}

// insert returns the source with the pins that are taken. Their offsets count
// a line end as one byte, as clean makes it.
func (p *pinner) insert() []byte {
	out := make([]byte, 0, len(p.src)+16*len(p.all))
	i, at := 0, 0
	for _, x := range p.all {
		if !x.taken {
			continue
		}
		from := i
		for ; at < x.spot.at && i < len(p.src); at++ {
			if p.src[i] == '\r' && i+1 < len(p.src) && p.src[i+1] == '\n' {
				i++
			}
			i++
		}
		out = append(append(out, p.src[from:i]...), x.spot.spell(x.id)...)
	}
	return append(out, p.src[i:]...)
}

// reads reports whether a source reads as the first did, with the ids that are
// taken.
func (p *pinner) reads(src []byte) bool {
	want := slices.Clone(p.was.ids)
	for _, x := range p.all {
		if x.taken {
			want[x.clause] = x.id
		}
	}
	clauses, problems := Parse(src, p.opt)
	return !problems.HasErrors() && p.was.same(newReading(clauses, problems), want)
}

// result returns what was written, and a problem for each id that was not.
func (p *pinner) result(b *builder) (out []byte, pinned []Pinned, l diag.List) {
	for _, x := range p.all {
		switch {
		case x.taken:
			pinned = append(pinned, Pinned{x.id, b.pos(x.spot.at)})
		case x.spot.kind == nowhere:
			l.Errorf(x.pos, diag.Pin, "give the clause words of its own, and write the id by hand: {#"+x.id+"} at the end of them",
				"clause %s has no words behind which its id could stand", x.id)
		default:
			l.Errorf(x.pos, diag.Pin, "write the id by hand: {#"+x.id+`}, or id="`+x.id+`" in a tag of raw HTML`,
				"the text would read differently with the id of clause %s", x.id)
		}
	}
	return p.out, pinned, l
}
