package identity

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/policy"
)

// TestTrialLaw: whatever sources write, and whichever ids are written into them in
// which order, what a trial takes changes no name of the policy and no second
// target, and where it refuses everything is as it was.
func TestTrialLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, of := drawHistory(t)
		if rapid.Bool().Draw(t, "former") {
			drawFormer(t, h)
		}
		want := inOrder(h, settle(h, of))
		before := spellResult(h, of, settle(h, of))
		x := newTrial(h, of)
		for _, old := range rapid.Permutation(textsOf(h)).Draw(t, "texts") {
			leave := rapid.IntRange(0, 5).Draw(t, "leave out")
			x.Write([]*policy.Text{old}, []*policy.Text{x.spelledOut(old, func(i int) bool { return i != leave })})
			got := settle(x.history, maps.Clone(x.of))
			if !slices.EqualFunc(want, inOrder(h, got), sameName) {
				t.Fatalf("%s\nonce some are written:\n%s", before, spellResult(h, x.of, got))
			}
			for c, y := range got {
				if id, also := x.Name(c); id != y.name || !slices.Equal(also, y.also) {
					t.Fatalf("the trial calls a clause %s %v, and it is %s %v\n%s", id, also, y.name, y.also, spellResult(h, x.of, got))
				}
			}
		}
	})
}

// TestAgreedLaw: where sources write every id for one clause alone, none that
// looks like a place, and do not say what clauses were called, ids may be written
// into whichever texts in whichever order, with their second targets: none is
// refused.
func TestAgreedLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, of := drawHistory(t)
		number := map[*lineage]int{}
		for c := range h.clauses {
			if number[of[c]] == 0 {
				number[of[c]] = len(number) + 1
			}
			if _, ok := written(c); ok {
				c.ID = fmt.Sprint("w", number[of[c]], c.ID[:1])
			}
		}
		x := newTrial(h, of)
		for _, old := range rapid.Permutation(textsOf(h)).Draw(t, "texts") {
			before := spellResult(h, of, x.names)
			text := x.spelledOut(old, func(int) bool { return true })
			if !x.Write([]*policy.Text{old}, []*policy.Text{text}) {
				x.put(old, text)
				t.Fatalf("%s\nonce more are written:\n%s", before, spellResult(h, of, settle(h, of)))
			}
		}
	})
}

// TestRefused: a trial refuses what would change a name, here of a clause whose
// source cannot take an id. The words before the first clause are c-0: those of the
// leading text were so in public, and cannot say so.
func TestRefused(t *testing.T) {
	h, of := fromNotation("1 zh: A | 1 en: B A | 2 zh: A:w B | 2 en: B A")
	for _, c := range []*policy.Clause{h[0].texts[0].Clauses[0], h[0].texts[1].Clauses[0]} {
		c.Form = policy.Preamble
	}
	x := newTrial(h, of)
	old := h[0].texts[1]
	before := inOrder(h, x.names)
	if x.Write([]*policy.Text{old}, []*policy.Text{x.spelledOut(old, func(i int) bool { return i > 0 })}) {
		t.Errorf("taken:\n%s", spellResult(h, of, x.names))
	}
	if h[0].texts[1] != old || !slices.EqualFunc(before, inOrder(h, settle(h, of)), sameName) {
		t.Error("what was refused was written")
	}
}

// TestPublicBefore: an id that a clause is said to have had joins it with no other
// clause that would have it today, where it was the first's in public.
func TestPublicBefore(t *testing.T) {
	h, of := fromNotation("1 zh: A B:b | 2 zh: C | 2 en: D:c A:a B | 3 zh: A")
	x := newTrial(h, of)
	for _, old := range []*policy.Text{h[2].texts[0], h[1].texts[1]} {
		if !x.Write([]*policy.Text{old}, []*policy.Text{x.spelledOut(old, func(int) bool { return true })}) {
			t.Errorf("refused:\n%s", spellResult(h, of, x.names))
		}
	}
}

// TestDaysOfWritten: a clause whose sources write all ids may count under a newer
// one, once that is said; so the days before are looked at.
func TestDaysOfWritten(t *testing.T) {
	h, of := fromNotation("1 en: A:a=b | 1 fr: B:a | 2 fr: A:b B:a")
	if got := settle(h, of)[h[0].texts[0].Clauses[0]]; got.name != "b" || !slices.Equal(got.also, []string{"a"}) {
		t.Errorf("%s %v, want b [a]", got.name, got.also)
	}
}

// spelledOut returns a text with the names of its clauses written out, of those
// that some accepts. What would join two clauses is left alone, as source.Pin
// leaves it.
func (x *Trial) spelledOut(t *policy.Text, some func(int) bool) *policy.Text {
	taken := map[string]bool{}
	for _, y := range x.names {
		taken[y.name] = true
	}
	out := &policy.Text{Lang: t.Lang}
	for i, c := range t.Clauses {
		d, y := *c, x.names[c]
		_, explicit := written(c)
		if !explicit && some(i) && len(c.Former) == 0 && !slices.ContainsFunc(y.also, func(id string) bool { return taken[id] }) {
			d.ID, d.Origin, d.Former = y.name, policy.Explicit, y.also
		}
		out.Clauses = append(out.Clauses, &d)
	}
	return out
}

func textsOf(h history) []*policy.Text {
	var out []*policy.Text
	for _, e := range h {
		out = append(out, e.texts...)
	}
	return out
}

// inOrder lists what the clauses of a history are called.
func inOrder(h history, names result) []called {
	var out []called
	for c := range h.clauses {
		out = append(out, names[c])
	}
	return out
}

func sameName(x, y called) bool { return x.name == y.name && slices.Equal(x.also, y.also) }
