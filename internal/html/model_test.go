package html

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"diptych/internal/policy"
)

// maker makes texts at random: everything that the model can hold, with words
// that were chosen to break what writes them.
type maker struct {
	*rand.Rand
	clauses []*policy.Clause
	ids     int
	notes   int
	refs    []int // how often each note was referred to
	ops     bool  // as in a redline
}

// makeText returns the text of a seed.
func makeText(seed uint64) *policy.Text {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 7)), ops: seed%3 == 0}
	m.notes = m.IntN(3)
	m.refs = make([]int, m.notes+1)
	for range 1 + m.IntN(5) {
		m.clause()
	}
	if m.notes > 0 {
		end := &policy.Clause{ID: "notes", Form: policy.Endnotes, Depth: 1}
		for n := 1; n <= m.notes; n++ {
			end.Blocks = append(end.Blocks, policy.Block{
				Kind: policy.Note, ID: policy.NoteID(n), Level: n, Op: m.op(), Blocks: m.many(1, func() policy.Block { return m.leaf(policy.Para) }),
			})
		}
		m.clauses = append(m.clauses, end)
	}
	return &policy.Text{Lang: "en", Clauses: m.clauses}
}

// hostile are words that mean something to a browser, to the writer or to those
// who decode UTF-8.
var hostile = []string{
	"<script>alert(1)</script>", `" onmouseover="alert(1)`, "'><img src=x onerror=y>", "&amp;", "&lt;b&gt;", "&#34;", "&", "<!--", "]]>", "</p></div>",
	"\x00", "a\u00a0b", "\u2028", "<", ">", `"`, "“甲「乙」是指丙”是指丁", "“数据”是指信息", "“Data” means facts", "means ", "见 you may opt out of it 。",
	"the 微信 app", "一、", "[1]", "javascript:alert(1)", "第一条", "plain words that need no escape at all, long enough to be looked at in one go",
}

func (m *maker) words() string {
	s := hostile[m.IntN(len(hostile))]
	if m.IntN(2) == 0 {
		s += " " + hostile[m.IntN(len(hostile))]
	}
	return s
}

func (m *maker) id() string {
	m.ids++
	return fmt.Sprintf("i%d", m.ids)
}

// maybe returns an id, a language and the mark of the drafter, each now and then.
func (m *maker) maybe() (id, lang string, key bool) {
	if m.IntN(4) == 0 {
		id = m.id()
	}
	if m.IntN(6) == 0 {
		lang = []string{"zh-Hans", "fr", `x"y`}[m.IntN(3)]
	}
	return id, lang, m.IntN(5) == 0
}

func (m *maker) op() policy.Op {
	if !m.ops {
		return policy.Same
	}
	return policy.Op(m.IntN(5))
}

func (m *maker) label() policy.Label {
	if m.IntN(2) == 0 {
		return policy.Label{}
	}
	return policy.Label{Text: []string{"1.", "第一条", "(a)", "<1>"}[m.IntN(4)], Gap: []string{"", " "}[m.IntN(2)], Style: policy.StyleDecimal, Path: []int{1}}
}

func (m *maker) clause() {
	c := &policy.Clause{ID: m.id(), Form: policy.Form(m.IntN(3)), Depth: 1 + m.IntN(7), Key: m.IntN(4) == 0, Op: m.op()}
	if m.IntN(5) == 0 {
		c.Only = `z"h`
	}
	if c.Form == policy.Heading {
		c.Head = m.runs()
	}
	if c.Form != policy.Preamble {
		c.Label = m.label()
	}
	m.clauses = append(m.clauses, c)
	c.Blocks = m.blocks(3)
}

func (m *maker) many(least int, one func() policy.Block) []policy.Block {
	out := []policy.Block{}
	for range least + m.IntN(3) {
		out = append(out, one())
	}
	return out
}

func (m *maker) blocks(depth int) []policy.Block {
	return m.many(1, func() policy.Block { return m.block(depth) })
}

func (m *maker) block(depth int) policy.Block {
	if depth == 0 {
		return m.leaf(policy.Para)
	}
	kinds := []policy.BlockKind{policy.Para, policy.Para, policy.List, policy.Table, policy.Quote, policy.Code, policy.Rule, policy.Details, policy.Subheading}
	b := policy.Block{Kind: kinds[m.IntN(len(kinds))]}
	switch b.Kind {
	case policy.Para, policy.Subheading, policy.Code:
		return m.leaf(b.Kind)
	case policy.Rule:
		return b
	case policy.List:
		b.Ordered, b.Start, b.Tight = m.IntN(2) == 0, m.IntN(4), m.IntN(2) == 0
		labelled := m.IntN(2) == 0
		b.Blocks = m.many(1, func() policy.Block { return m.item(depth, labelled) })
	case policy.Quote:
		b.Blocks = m.blocks(depth - 1)
	case policy.Details:
		b.Blocks = slices.Concat([]policy.Block{m.leaf(policy.Summary)}, m.blocks(depth-1))
	case policy.Table:
		columns := 1 + m.IntN(4)
		if m.IntN(2) == 0 {
			b.Blocks = []policy.Block{m.leaf(policy.Caption)}
		}
		rows := m.many(1, func() policy.Block { return m.row(columns, depth) })
		b.Head = m.IntN(len(rows) + 1)
		b.Blocks = append(b.Blocks, rows...)
	}
	b.ID, b.Lang, b.Key = m.maybe()
	b.Op = m.op()
	return b
}

func (m *maker) item(depth int, labelled bool) policy.Block {
	b := policy.Block{Kind: policy.ListItem, Op: m.op()}
	if !labelled {
		b.ID, b.Lang, b.Key = m.maybe()
		b.Blocks = m.blocks(depth - 1)
		return b
	}
	label := m.label()
	for label.IsZero() {
		label = m.label()
	}
	c := &policy.Clause{ID: m.id(), Form: policy.Item, Depth: 2, Label: label, Op: m.op()}
	m.clauses = append(m.clauses, c)
	c.Blocks = m.blocks(depth - 1)
	b.Clause, b.Blocks = c, c.Blocks
	return b
}

func (m *maker) row(columns, depth int) policy.Block {
	row := policy.Block{Kind: policy.Row, Op: m.op()}
	for range columns {
		cell := m.leaf(policy.Cell)
		cell.Header, cell.Align, cell.ColSpan, cell.RowSpan = m.IntN(3) == 0, policy.Align(m.IntN(4)), m.IntN(3), m.IntN(3)
		if m.IntN(6) == 0 {
			cell.Runs, cell.Blocks = nil, m.blocks(depth-1)
		}
		row.Blocks = append(row.Blocks, cell)
	}
	return row
}

func (m *maker) leaf(kind policy.BlockKind) policy.Block {
	b := policy.Block{Kind: kind, Runs: m.runs(), Op: m.op()}
	if kind == policy.Subheading {
		b.Level = 1 + m.IntN(6)
	}
	b.ID, b.Lang, b.Key = m.maybe()
	return b
}

func (m *maker) runs() []policy.Run {
	var out []policy.Run
	var link *policy.Link
	for range m.IntN(5) {
		r := policy.Run{Kind: policy.RunKind(m.IntN(5)), Op: m.op(), Text: m.words()}
		if m.IntN(3) == 0 {
			r.Marks = policy.Marks(m.IntN(1 << 10))
		}
		if m.IntN(5) == 0 {
			r.Lang = "fr"
		}
		switch m.IntN(4) {
		case 0:
			link = &policy.Link{Kind: policy.LinkKind(m.IntN(5)), Dest: m.words(), Title: m.words()}
		case 1:
			link = nil
		}
		r.Link = link
		switch r.Kind {
		case policy.Break:
			r.Text = ""
		case policy.Anchor:
			r.Text, r.ID = "", m.id()
		case policy.Image:
			r.Image = &policy.Picture{Link: policy.Link{Kind: policy.LinkKind(m.IntN(5)), Dest: m.words(), Title: m.words()}, Width: m.IntN(3)}
		case policy.NoteRef:
			if m.notes == 0 {
				r.Kind = policy.Words
				break
			}
			r.Num = 1 + m.IntN(m.notes)
			m.refs[r.Num]++
			r.Text, r.ID = fmt.Sprintf("[%d]", r.Num), fmt.Sprintf("fnref-%d-%d", r.Num, m.refs[r.Num])
		}
		out = append(out, r)
	}
	return out
}
