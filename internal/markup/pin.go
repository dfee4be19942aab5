package markup

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Name is what a clause is called: its id, and its second targets.
type Name struct {
	ID  string
	Was []string
}

// group spells the name as attributes of Markdown.
func (n Name) group() string {
	if len(n.Was) == 0 {
		return "#" + n.ID
	}
	return "#" + n.ID + ` was="` + strings.Join(n.Was, " ") + `"`
}

// Pinned is a name that Pin has written, and where.
type Pinned struct {
	Name
	Pos diag.Pos // in the source as it was
}

// maxTrials bounds how often a text is read again to find the ids that it does
// not take.
const maxTrials = 256

// Pin writes ids of clauses into a source and changes nothing else of it. names
// has one for each clause that Parse returns, in order; those without an id are
// left alone, as are clauses to which the source gives one, what stands before
// the first clause, and the notes. What Pin returns was read again: its clauses
// are those of src in everything but these names. A clause whose name cannot be
// written so is a problem; a source with errors is returned as it is.
func Pin(src []byte, opt Options, names []Name) ([]byte, []Pinned, diag.List) {
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
	if len(names) != len(clauses) {
		var l diag.List
		l.Errorf(diag.Pos{File: opt.File}, diag.Pin, "run the command again", "the text has changed meanwhile")
		return src, nil, l
	}
	p := pinner{src: src, opt: opt, was: newReading(clauses, b.problems), out: src}
	for i, c := range clauses {
		if names[i].ID == "" || p.was.ids[i] != "" || c.Form == policy.Preamble || c.Form == policy.Endnotes {
			continue
		}
		p.all = append(p.all, pin{Name: names[i].without(p.was.former[i]), clause: i, spot: b.places[c], pos: p.was.pos[i]})
	}
	slices.SortStableFunc(p.all, func(x, y pin) int { return cmp.Compare(x.spot.at, y.spot.at) })
	p.add(0, len(p.all))
	return p.result(b)
}

// without returns the name but for what a source says already that it was.
func (n Name) without(former []string) Name {
	n.Was = slices.DeleteFunc(slices.Clone(n.Was), func(id string) bool { return slices.Contains(former, id) })
	return n
}

// pin is one name and its clause.
type pin struct {
	Name
	clause int // index
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
			p.all[i].taken = taken && p.all[i].spot.takes(p.all[i].Name)
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
		out = append(append(out, p.src[from:i]...), x.spot.spell(x.Name)...)
	}
	return append(out, p.src[i:]...)
}

// reads reports whether a source reads as the first did, with the ids that are
// taken.
func (p *pinner) reads(src []byte) bool {
	ids, former := slices.Clone(p.was.ids), slices.Clone(p.was.former)
	for _, x := range p.all {
		if x.taken {
			ids[x.clause] = x.ID
			former[x.clause] = slices.Concat(x.Was, former[x.clause])
		}
	}
	clauses, problems := Parse(src, p.opt)
	return !problems.HasErrors() && p.was.same(newReading(clauses, problems), ids, former)
}

// result returns what was written, and a problem for each id that was not.
func (p *pinner) result(b *builder) (out []byte, pinned []Pinned, l diag.List) {
	for _, x := range p.all {
		switch {
		case x.taken:
			pinned = append(pinned, Pinned{x.Name, b.pos(x.spot.at)})
		case x.spot.kind == nowhere:
			l.Errorf(x.pos, diag.Pin, "give the clause words of its own, and write the id by hand: {"+x.group()+"} at the end of them",
				"clause %s has no words behind which its id could stand", x.ID)
		case x.spot.kind == insideTag && len(x.Was) > 0:
			l.Errorf(x.pos, diag.Pin, "write the clause as Markdown, with {"+x.group()+"} at the end of its words",
				"a tag of raw HTML cannot say what clause %s was called", x.ID)
		default:
			l.Errorf(x.pos, diag.Pin, "write the id by hand: {"+x.group()+`}, or id="`+x.ID+`" in a tag of raw HTML`,
				"the text would read differently with the id of clause %s", x.ID)
		}
	}
	return p.out, pinned, l
}
