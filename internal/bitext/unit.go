package bitext

import (
	"regexp"
	"slices"
	"strings"

	"diptych/internal/policy"
)

// Unit is what is aligned: the head of a clause, a paragraph, an item's
// paragraph, a row of a table, or another block of words.
type Unit struct {
	Clause *policy.Clause // the innermost clause in which it stands
	Block  *policy.Block  // nil for the head of a clause
	Top    *policy.Block  // the block of the section in which it stands, or Block itself; nil for a head
	Item   *policy.Block  // the outermost ListItem in Top in which it stands, or nil
	Words  string         // without label; the cells of a row parted by tabs
}

// unit is a Unit with what the aligner knows of it.
type unit struct {
	Unit
	kind    kind
	depth   int // of lists around it
	level   int // of what it stands in: clauses, lists, a table
	section int // index of the section in which it stands
	size    float64
	hints   []hint // of which the cues are those that tell something
	cues    cueSet
	two     *cueSet        // with those of the next unit; made when it is asked for
	first   *policy.Clause // whose first words it is, or nil

	runIn     bool // it begins with a bold title
	elsewhere bool // its section has a partner in another place
	declared  bool // its clause or section says itself that it stands in one text only
}

// opens reports whether the unit is the first of a section.
func (u *unit) opens() bool { return u.first != nil && u.first.Form != policy.Item }

// preamble reports whether the unit is the first of what stands before all
// headings.
func (u *unit) preamble() bool { return u.first != nil && u.first.Form == policy.Preamble }

// kind is the shape of a unit.
type kind uint8

const (
	headKind kind = iota
	paraKind
	itemKind // the first words of an item
	rowKind
	otherKind
)

// section is a clause that is not an item, with the units of its own content; or
// a part of one that begins with a bold title.
type section struct {
	clause *policy.Clause
	part   bool // it does not begin the clause
	titled bool // it begins with a heading, or with what stands for one
	from   int  // of its units; the first is its head, where it has one
	to     int
	reach  int    // where the units end whose cues count for it
	cues   cueSet // set by weigh
	size   float64
}

// whole reports whether the section begins with a heading of its own.
func (s *section) whole() bool { return !s.part && s.clause.Form == policy.Heading }

// newSide lists the units of a text. Where bold lines do the work of headings,
// each begins a section.
func newSide(t *policy.Text, cues *Cues, bold bool) side {
	s := side{lang: t.Language(), sections: make([]section, 0, len(t.Clauses)), units: make([]unit, 0, unitsAtMost(t))}
	for _, c := range t.Clauses {
		if c.Form == policy.Item {
			continue
		}
		w := walker{s: &s, cues: cues, lang: t.Language(), clause: c, bold: bold}
		w.open(section{clause: c, titled: c.Form == policy.Heading})
		if c.Form == policy.Heading {
			w.add(unit{Unit: Unit{Clause: c, Words: policy.PlainRuns(c.Head)}, kind: headKind, first: c}, c.Head)
		} else {
			w.first = c
			s.sections[len(s.sections)-1].titled = labelLine(c)
		}
		for i := range c.Blocks {
			w.top = &c.Blocks[i]
			if bold && (boldLine(w.top) || runIn(w.top)) {
				if i > 0 || c.Form == policy.Heading {
					w.open(section{clause: c, part: true})
				}
				s.sections[len(s.sections)-1].titled = true
			}
			w.block(w.top)
		}
		s.sections[len(s.sections)-1].to = len(s.units)
	}
	for i := range s.sections {
		s.sum(i)
	}
	return s
}

// unitsAtMost returns a number that a text does not have more units than.
func unitsAtMost(t *policy.Text) int {
	var in func(blocks []policy.Block) int
	in = func(blocks []policy.Block) int {
		n := 0
		for i := range blocks {
			if b := &blocks[i]; b.Blocks == nil || b.Kind == policy.Row {
				n++
			} else {
				n += in(b.Blocks)
			}
		}
		return n
	}
	n := 0
	for _, c := range t.Clauses {
		if c.Form != policy.Item { // items stand in the blocks of others
			n += 1 + in(c.Blocks)
		}
	}
	return n
}

// open begins a section, and ends the one before.
func (w *walker) open(sec section) {
	sec.from = len(w.s.units)
	if n := len(w.s.sections); n > 0 {
		w.s.sections[n-1].to = sec.from
	}
	w.section = len(w.s.sections)
	w.s.sections = append(w.s.sections, sec)
}

// sum gathers what a section holds. That of a titled one goes on to the next
// such: whether paragraphs below it have labels is often told in one language
// only.
func (s *side) sum(i int) {
	sec := &s.sections[i]
	sec.reach = sec.to
	for k := i + 1; sec.titled && k < len(s.sections) && !s.sections[k].titled && s.sections[k].clause.Form == policy.Paragraph; k++ {
		sec.reach = s.sections[k].to
	}
	for i := sec.from; i < sec.reach; i++ {
		sec.size += s.units[i].size
	}
}

// walker lists the units of one section.
type walker struct {
	s       *side
	cues    *Cues
	lang    policy.Tag
	section int
	clause  *policy.Clause // innermost
	first   *policy.Clause // whose first words the next unit is
	top     *policy.Block
	item    *policy.Block
	begins  bool // the next unit begins an item
	bold    bool // bold lines do the work of headings
	depth   int
}

func (w *walker) add(u unit, runs []policy.Run) {
	u.section, u.declared = w.section, w.clause.Only != "" || w.clause.Section().Only != ""
	u.level = w.level(u.kind)
	words := u.Words
	if u.Block != nil && u.Block.Kind == policy.Code { // what stands too far in may have been meant as words
		words, runs = linksIn(words)
	}
	read := w.cues.in(words, w.lang)
	u.size, u.hints = read.size, read.hints
	if links := linkCues(runs); links != nil {
		u.hints = w.cues.distinct(slices.Concat(u.hints, links))
	}
	w.s.units = append(w.s.units, u)
}

// writtenLink is a link as Markdown has it.
var writtenLink = regexp.MustCompile(`\[([^\[\]]*)\]\(([^()\s]+)\)`)

// linksIn returns words in which links stand as Markdown has them without their
// targets, and a run for each target.
func linksIn(words string) (string, []policy.Run) {
	var out []policy.Run
	for _, m := range writtenLink.FindAllStringSubmatch(words, -1) {
		out = append(out, policy.Run{Link: &policy.Link{Dest: m[2]}})
	}
	return writtenLink.ReplaceAllString(words, "$1"), out
}

// level is how deep a unit stands. Labelled paragraphs are as deep as the items
// of a list would be.
func (w *walker) level(k kind) int {
	n := w.depth + w.clause.Section().Depth
	if w.clause.Section().Form == policy.Preamble {
		n-- // what leads to labelled paragraphs
	}
	if k == rowKind {
		n++
	}
	return n
}

// leaf adds a unit that stands in the block.
func (w *walker) leaf(b *policy.Block, k kind, words string, runs []policy.Run) {
	if strings.TrimSpace(words) == "" && len(runs) == 0 {
		return
	}
	top := w.bold && b == w.top
	switch {
	case w.begins && k == paraKind:
		k = itemKind
	case top && boldLine(b), w.first != nil && w.first == w.clause && labelLine(w.clause):
		k = headKind
	}
	u := unit{Unit: Unit{Clause: w.clause, Block: b, Top: w.top, Item: w.item, Words: words}, kind: k, depth: w.depth, first: w.first, runIn: top && runIn(b)}
	w.begins, w.first = false, nil
	w.add(u, runs)
}

func (w *walker) block(b *policy.Block) {
	switch b.Kind {
	case policy.Rule:
	case policy.List:
		w.depth++
		for i := range b.Blocks {
			w.listItem(&b.Blocks[i])
		}
		w.depth--
	case policy.Row:
		w.leaf(b, rowKind, rowWords(b), runsOf(b, nil))
	case policy.Para, policy.Cell:
		if b.Blocks != nil {
			w.blocks(b)
			return
		}
		w.leaf(b, paraKind, policy.PlainRuns(b.Runs), b.Runs)
	default:
		if b.Blocks != nil {
			w.blocks(b)
			return
		}
		w.leaf(b, otherKind, policy.PlainRuns(b.Runs), b.Runs)
	}
}

func (w *walker) blocks(b *policy.Block) {
	for i := range b.Blocks {
		w.block(&b.Blocks[i])
	}
}

func (w *walker) listItem(b *policy.Block) {
	outer, item := w.clause, w.item
	if b.Clause != nil {
		w.clause, w.first = b.Clause, b.Clause
	}
	if w.item == nil {
		w.item = b
	}
	w.begins = true
	w.blocks(b)
	w.begins = false
	w.clause, w.item = outer, item
}

func rowWords(row *policy.Block) string {
	var b strings.Builder
	for i := range row.Blocks {
		if i > 0 {
			b.WriteByte('\t')
		}
		if c := &row.Blocks[i]; c.Blocks != nil {
			b.WriteString(strings.Join(policy.PlainBlocks(c.Blocks), " "))
		} else {
			b.WriteString(policy.PlainRuns(c.Runs))
		}
	}
	return b.String()
}

// runsOf appends the runs of all leaves in the block.
func runsOf(b *policy.Block, out []policy.Run) []policy.Run {
	out = append(out, b.Runs...)
	for i := range b.Blocks {
		out = runsOf(&b.Blocks[i], out)
	}
	return out
}

// UnitKey tells the units of two texts apart.
type UnitKey struct {
	Clause *policy.Clause // of a head; nil else
	Block  *policy.Block
}

// Key returns the key of the unit.
func (u *Unit) Key() UnitKey {
	if u.Block == nil {
		return UnitKey{Clause: u.Clause}
	}
	return UnitKey{Block: u.Block}
}
