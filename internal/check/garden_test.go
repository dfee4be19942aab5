package check

import (
	"context"
	"reflect"
	"slices"
	"sync"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// garden is a bed that was read, and can be judged.
type garden struct {
	subject
	texts  [2]*policy.Text
	alike  func() bool               // the texts are alike block for block
	leaves func() [][2]*policy.Block // their paragraphs that answer to each other, as they were read
	kept   []func()                  // what puts each part of the texts back as it was read
}

// garden reads the bed.
func (b bed) garden() garden {
	cfg, _ := config.Load(b.files)
	site, _ := source.Load(context.Background(), b.files, cfg, source.Options{Today: policy.Date{Year: 2026, Month: 11, Day: 23}})
	full, _ := source.Parse(context.Background(), b.files, cfg, site, site.Policies[0])
	v := full.Versions[0]
	g := garden{subject: subject{context.Background(), cfg, site, full, &bitext.Alignments{Cues: b.cues}}, texts: [2]*policy.Text{v.Text("zh"), v.Text("en")}}
	g.alike = sync.OnceValue(func() bool { return shape(g.texts[0]) == shape(g.texts[1]) })
	g.leaves = sync.OnceValue(func() [][2]*policy.Block { return leaves(g) })
	return g
}

// gardens are the gardens of a bed in which nothing is planted, for all who dig.
type gardens struct {
	mu   sync.Mutex
	free []garden
}

// dig returns a garden of the bed in which nothing is planted.
func (b bed) dig() garden {
	b.fallow.mu.Lock()
	defer b.fallow.mu.Unlock()
	if n := len(b.fallow.free); n > 0 {
		g := b.fallow.free[n-1]
		b.fallow.free = b.fallow.free[:n-1]
		return g
	}
	g := b.garden()
	g.keep()
	return g
}

// leave gives back a garden in which nothing is planted.
func (b bed) leave(g garden) {
	b.fallow.mu.Lock()
	defer b.fallow.mu.Unlock()
	b.fallow.free = append(b.fallow.free, g)
}

// keep notes what the texts are, so that weed can take out what was planted; see
// weeded.
func (g *garden) keep() {
	for _, t := range g.texts {
		was := *t
		g.kept = append(g.kept, func() { *t = was })
		for _, c := range t.Clauses {
			was := *c
			g.kept = append(g.kept, func() { *c = was })
			g.keepBlocks(c.Blocks)
		}
	}
}

func (g *garden) keepBlocks(bs []policy.Block) {
	keepAll(g, bs)
	for i := range bs {
		g.keepRuns(bs[i].Runs)
		g.keepBlocks(bs[i].Blocks)
	}
}

func (g *garden) keepRuns(rs []policy.Run) {
	keepAll(g, rs)
	for i := range rs {
		if l := rs[i].Link; l != nil {
			was := *l
			g.kept = append(g.kept, func() { *l = was })
		}
	}
}

// keepAll notes what is in a slice, whoever else has it.
func keepAll[T any](g *garden, all []T) {
	if len(all) > 0 {
		was := slices.Clone(all)
		g.kept = append(g.kept, func() { copy(all, was) })
	}
}

// weed takes out what was planted.
func (g *garden) weed() {
	for _, back := range g.kept {
		back()
	}
	g.alignments = &bitext.Alignments{Cues: g.alignments.Cues}
}

// judge applies the rules that two texts can break, and those of one text.
func (g garden) judge() diag.List {
	var out diag.List
	for _, x := range g.twins() {
		judge(g.cfg, &out, func(r rule, say voice) {
			switch {
			case r.twin != nil:
				r.twin(g.subject, x, say)
			case r.id == diag.Figure:
				r.version(g.subject, x.version, say)
			}
		})
	}
	return out
}

// weeded holds the gardens of beds to be as they were read.
func weeded(t *testing.T, all []bed) {
	t.Helper()
	for _, b := range all {
		for _, g := range b.fallow.free {
			if read, _ := b.untouched(); !reflect.DeepEqual(g.texts, read.texts) {
				t.Errorf("%s is not as it was read: something that was planted is left", b.name)
			}
		}
	}
}
