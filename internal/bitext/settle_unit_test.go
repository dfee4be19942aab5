package bitext

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/policy"
)

// bench makes two sides of units from words such as "h p3ab i5": a kind (head,
// paragraph, item; "!" for one that is declared), a length, the cues as letters,
// each of which weighs 4, and figures as capitals: Z is one that nobody misses.
// A head begins a section; "^" marks a paragraph that begins a labelled one.
func bench(left, right string) *aligner {
	a := &aligner{known: Known{}, partner: map[*policy.Clause]*policy.Clause{}, ratio: 1}
	for k, words := range [...]string{left, right} {
		s := &a.sides[k]
		s.lang = "en"
		for n, w := range strings.Fields(words) {
			u := unit{kind: map[byte]kind{'h': headKind, 'p': paraKind, 'i': itemKind}[w[0]]}
			if u.kind == headKind || n == 0 {
				c := &policy.Clause{Form: policy.Heading}
				s.sections = append(s.sections, section{clause: c, from: n})
			}
			s.sections[len(s.sections)-1].to = n + 1
			u.section = len(s.sections) - 1
			u.Clause = s.sections[u.section].clause
			if u.kind != headKind {
				u.Block = &policy.Block{}
			}
			for _, c := range w[1:] {
				switch {
				case c == '!':
					u.Clause = &policy.Clause{Only: "zh"}
				case c == '^':
					u.first = &policy.Clause{Form: policy.Paragraph}
				case c == 'Z':
					u.Words += "the three parties, "
				case c >= 'A' && c <= 'Y':
					u.Words += strconv.Itoa(int(c)) + " days, "
				case c >= '0' && c <= '9':
					u.size = u.size*10 + float64(c-'0')
				default:
					one := fours(int(c - 'a'))
					u.cues = u.cues.join(&one)
				}
			}
			s.units = append(s.units, u)
		}
	}
	for i := range min(len(a.sides[0].sections), len(a.sides[1].sections)) {
		a.pair(a.sides[0].sections[i].clause, a.sides[1].sections[i].clause)
	}
	return a
}

// rowsOf reads rows such as "0-0 1- -1": the units of both sides by number.
func (a *aligner) rowsOf(words string) []Row {
	var out []Row
	for _, w := range strings.Fields(words) {
		l, r, _ := strings.Cut(w, "-")
		var row Row
		for _, c := range l {
			row.Left = append(row.Left, a.sides[0].units[c-'0'].Unit)
		}
		for _, c := range r {
			row.Right = append(row.Right, a.sides[1].units[c-'0'].Unit)
		}
		out = append(out, row)
	}
	return out
}

func (a *aligner) spell(rows []Row) string {
	number := [2]map[UnitKey]byte{{}, {}}
	for k := range number {
		for i := range a.sides[k].units {
			number[k][a.sides[k].units[i].Key()] = '0' + byte(i)
		}
	}
	var out []string
	for _, r := range rows {
		w := ""
		for _, u := range r.Left {
			w += string(number[0][u.Key()])
		}
		w += "-"
		for _, u := range r.Right {
			w += string(number[1][u.Key()])
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestSettleUnits(t *testing.T) {
	for _, tt := range []struct{ name, left, right, rows, moved, want string }{
		{"all that stands below two heads", "h4 p30abc", "h4 p31xyz", "0-0 1- -1", "", "0-0 1-1 |"},
		{"of other lengths", "h4 p30", "h4 p60", "0-0 1- -1", "", "0-0 1- -1 |"},
		{"whose words say too much against it", "h4 p30abcd", "h4 p31wxyz", "0-0 1- -1", "", "0-0 1- -1 |"},
		{"below heads that are no pair", "h4 p30ab", "h4 h4 p31yz", "-0 0-1 1- -2", "", "-0 0-1 1- -2 |"},
		{"not all that stands there", "h4 p9 p30ab", "h4 p9 p31yz", "0-0 1-1 2- -2", "", "0-0 1-1 2- -2 |"},
		{"not all, but words speak for it", "h4 p9 p30ab p30cd", "h4 p9 p31abcd p31", "0-0 1-1 2- 3- -2 -3", "", "0-0 1-1 23-23 |"},
		{"one says what the other says, and more", "h4 p9 p30ab", "h4 p9 p99abcdefg", "0-0 1-1 2- -2", "", "0-0 1-1 2-2 |"},
		{"other figures speak against it", "h4 p30abcA", "h4 p31xyzB", "0-0 1- -1", "", "0-0 1- -1 |"},
		{"so does one that is missed", "h4 p30abcA", "h4 p31xyz", "0-0 1- -1", "", "0-0 1- -1 |"},
		{"on either side", "h4 p30abc", "h4 p31xyzA", "0-0 1- -1", "", "0-0 1- -1 |"},
		{"a figure of both", "h4 p30abcAB", "h4 p31xyzAC", "0-0 1- -1", "", "0-0 1-1 |"},
		{"one that nobody misses", "h4 p30abcZ", "h4 p31xyz", "0-0 1- -1", "", "0-0 1-1 |"},
		{"says more, but lacks a figure", "h4 p9 p30abA", "h4 p9 p99abcdefg", "0-0 1-1 2- -2", "", "0-0 1-1 2- -2 |"},
		{"the left one lacks it", "h4 p9 p99abcdefg", "h4 p9 p30abA", "0-0 1-1 2- -2", "", "0-0 1-1 2- -2 |"},
		{"says more, and figures", "h4 p9 p30ab", "h4 p9 p99abcdefgA", "0-0 1-1 2- -2", "", "0-0 1-1 2-2 |"},
		{"the left one says more", "h4 p9 p99abcdefgA", "h4 p9 p30ab", "0-0 1-1 2- -2", "", "0-0 1-1 2-2 |"},
		{"another says as much of it", "h4 p9 p30ab", "h4 p9ab p99abcdefg", "0-0 1-1 2- -2", "", "0-0 1-1 2- -2 |"},
		{"another says some of it", "h4 p9 p30ab", "h4 p9a p99abcdefg", "0-0 1-1 2- -2", "", "0-0 1-1 2-2 |"},
		{"another behind, and it leaves out some", "h4 p9 p30abc h4 p9", "h4 p9 p99abdefg h4 p9a", "0-0 1-1 2- -2 3-3 4-4", "", "0-0 1-1 2- -2 3-3 4-4 |"},
		{"it leaves out some", "h4 p9 p30abc", "h4 p9 p99abdefg", "0-0 1-1 2- -2", "", "0-0 1-1 2-2 |"},
		{"declared", "h4 p!30", "h4 p31", "0-0 1- -1", "", "0-0 1- -1 |"},
		{"declared, though words speak for it", "h4 p9 p!30abcd", "h4 p9 p31abcd", "0-0 1-1 2- -2", "", "0-0 1-1 2- -2 |"},
		{"labelled, though words speak for it", "h4 p9 p30abcd", "h4 p9 p^31abcd", "0-0 1-1 2- -2", "", "0-0 1-1 2- -2 |"},
		{"three beside three", "h4 p10a p10b p10c", "h4 p10a p10b p10c", "0-0 1- 2- 3- -1 -2 -3", "", "0-0 1- 2- 3- -1 -2 -3 |"},
		{"two sections", "h4 p9 p20ab h9 p9", "h4 p9 p20ab", "0-0 1-1 2- 3- 4- -2", "", "0-0 1-1 2- 3- 4- -2 |"},
		{"heads", "h4 p9 h9ab", "h4 p9 h9ab", "0-0 1-1 2- -2", "", "0-0 1-1 2- -2 |"},
		{"a pair that has not moved", "p9 h9 p9", "p9 h9 p9", "0-0 1- -1 2-2", "1-1", "0-0 1-1 2-2 |"},
		{"a pair that has", "p9 h9 p9 p9", "p9 p9 p9 h9", "0-0 1- 2-1 3-2 -3", "1-3", "0-0 1- 2-1 3-2 -3 | 1-3"},
		{"two that changed places", "p9 p9a p9b", "p9 p9b p9a", "0-0 1- -1 2- -2", "1-2 2-1", "0-0 1- -1 2- -2 | 1-2 2-1"},
		{"two that did not", "p9 h9a h9b", "p9 h9a h9b", "0-0 1- 2- -1 -2", "2-2 1-1", "0-0 1-1 2-2 |"},
		{"one is found far away", "h4 p30 h9 p9", "h4 p31 h9 p30", "0-0 1- -1 2-2 3- -3", "1-3", "0-0 1- -1 2-2 3- -3 | 1-3"},
		{"the second answers to what stands behind", "p20ab p9c", "p30abx p40cdey", "01-0 -1", "", "0-0 1-1 |"},
		{"the first answers to what stands before", "p9c p20ab", "p40cdey p30abx", "-0 01-1", "", "0-0 1-1 |"},
		{"the second of the right one", "p30abx p40cdey", "p20ab p9c", "0-01 1-", "", "0-0 1-1 |"},
		{"both have another, and one goes", "p9c p9d", "p40cefg p30xy p40dhij", "-0 01-1 -2", "", "-0 0-1 1-2 |"},
		{"it shares something with its own", "p20ab p9cx", "p30abx p40cdey", "01-0 -1", "", "01-0 -1 |"},
		{"it shares nothing", "p20ab p9c", "p30abx p40dey", "01-0 -1", "", "01-0 -1 |"},
		{"another section", "h4 p20ab p9c", "h4 p30abx h4", "0-0 12-1 -2", "", "0-0 12-1 -2 |"},
		{"behind nothing of its section", "p20ab p9c h9 p9", "p30abx h9 p40cdey", "01-0 2- -1 -2 3-", "", "01-0 2- -1 -2 3- |"},
		{"it begins one", "p20ab h9c", "p30abx p40cdey", "01-0 -1", "", "01-0 -1 |"},
		{"items that belong to a sentence", "h4 p60ab", "h4 p9 i20 i20b i9a", "0-0 -1 -2 1-34", "", "0-0 1-1234 |"},
		{"items behind", "h4 p60ab", "h4 p9a i20b i20 i9", "0-0 1-12 -3 -4", "", "0-0 1-1234 |"},
		{"items of the left", "h4 p9a i20b i20 i9", "h4 p60ab", "0-0 12-1 3- 4-", "", "0-0 1234-1 |"},
		{"paragraphs do not", "h4 p60ab", "h4 p9a p20b p20 p9", "0-0 1-12 -3 -4", "", "0-0 1-12 -3 -4 |"},
		{"too many words for it", "h4 p60ab", "h4 p9a i20b i80 i9", "0-0 1-12 -3 -4", "", "0-0 1-12 -3 -4 |"},
		{"items of another section", "h4 p60ab", "h4 p9a i20b h9 i20", "0-0 1-12 -3 -4", "", "0-0 1-12 -3 -4 |"},
		{"items of two sentences, one behind the other", "h4 p60ab p60cd", "h4 p9a i20b i20 i9 p9c i20d i20 i9", "0-0 1-12 -3 -4 2-56 -7 -8", "", "0-0 1-1234 2-5678 |"},
		{"the first item of a text", "p60ab", "i20 i20b i20a", "-0 0-12", "", "0-012 |"},
		{"a declared item", "h4 p60ab", "h4 p9 i!20 i20b i9a", "0-0 -1 -2 1-34", "", "0-0 -1 -2 1-34 |"},
		{"words speak against it", "h4 p60ab", "h4 p9a i20b i20cdefgh i9", "0-0 1-12 -3 -4", "", "0-0 1-12 -3 -4 |"},
		{"words speak for it", "h4 p60ab", "h4 p9a i49 i9b", "0-0 1-12 -3", "", "0-0 1-123 |"},
		{"nearer by 0.8", "h4 p60", "h4 p9 i44 i7", "0-0 1-12 -3", "", "0-0 1-12 -3 |"},
		{"nearer by 1.6", "h4 p60", "h4 p9 i39 i12", "0-0 1-12 -3", "", "0-0 1-123 |"},
		{"a pair of two", "h4 p60ab", "h4 i20b i20a i20", "0-0 1-1 -2 -3", "", "0-0 1-1 -2 -3 |"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := bench(tt.left, tt.right)
			b := &Bitext{Rows: a.rowsOf(tt.rows), Moved: a.rowsOf(tt.moved)}
			a.settle(b)
			if got := strings.TrimSpace(a.spell(b.Rows) + " | " + a.spell(b.Moved)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestSamePlaceSpan: no more units are one thing than a span has.
func TestSamePlaceSpan(t *testing.T) {
	for _, n := range []int{maxSpan, maxSpan + 1} {
		a := bench("p"+strconv.Itoa(2*n)+"a", strings.Repeat("i2a ", n))
		if got := a.samePlace(place{}, place{1, n}); got != (n == maxSpan) {
			t.Errorf("%d units: %v", n, got)
		}
		s := &settler{a: a}
		if got := s.nearer(place{}, place{1, 2}, place{}, place{1, n}); got != (n == maxSpan) {
			t.Errorf("%d units are nearer: %v", n, got)
		}
	}
}

// TestHolds: only what stands near it is asked whether it says as much.
func TestHolds(t *testing.T) {
	for _, between := range []int{rivals - 1, rivals} {
		far := strings.Repeat("p9 ", between)
		for at, right := range map[int]string{0: "p99abcdefg " + far + "p9ab", between + 1: "p9ab " + far + "p99abcdefg"} {
			if got := bench("p30ab", right).holds(place{0, at}); got != (between == rivals) {
				t.Errorf("%d between: %v", between, got)
			}
		}
	}
}

// TestSettledIsWhole: whatever settles, every unit of either side is in one row,
// in order, and one of more than two stands beside one unit.
func TestSettledIsWhole(t *testing.T) {
	units := func(t *rapid.T, name string) string {
		unit := rapid.SampledFrom([]string{"h4", "h9a", "p9", "p20ab", "p60abcA", "p9c", "i9B", "i9a", "i20b", "i20cd", "p!9"})
		return strings.Join(rapid.SliceOfN(unit, 1, 10).Draw(t, name), " ")
	}
	rapid.Check(t, func(t *rapid.T) {
		left, right := units(t, "left"), units(t, "right")
		a := bench(left, right)
		b := &Bitext{}
		var lone [2][]int
		var at place
		for at[0] < len(a.sides[0].units) || at[1] < len(a.sides[1].units) {
			size := rapid.SampledFrom([]place{{1, 0}, {0, 1}, {1, 1}, {2, 1}, {1, 2}, {1, 3}, {3, 1}, {2, 2}}).Draw(t, "row")
			var row Row
			for k, us := range [...]*[]Unit{&row.Left, &row.Right} {
				to := min(at[k]+size[k], len(a.sides[k].units))
				if size[0]+size[1] == 1 && to > at[k] {
					lone[k] = append(lone[k], at[k])
				}
				for ; at[k] < to; at[k]++ {
					*us = append(*us, a.sides[k].units[at[k]].Unit)
				}
			}
			if len(row.Units()) > 0 {
				b.Rows = append(b.Rows, row)
			}
		}
		for i := range min(len(lone[0]), len(lone[1]), rapid.IntRange(0, 3).Draw(t, "moved")) { // some of what is alone is found elsewhere
			l, r := lone[0][i], lone[1][len(lone[1])-1-i]
			b.Moved = append(b.Moved, Row{Left: []Unit{a.sides[0].units[l].Unit}, Right: []Unit{a.sides[1].units[r].Unit}})
		}
		before := a.spell(b.Rows) + " | " + a.spell(b.Moved)
		a.settle(b)
		n := place{}
		for _, row := range b.Rows {
			for k, us := range [...][]Unit{row.Left, row.Right} {
				for _, u := range us {
					if n[k] == len(a.sides[k].units) || a.sides[k].units[n[k]].Key() != u.Key() {
						t.Fatalf("%s beside %s as %s: unit %d of side %d is not in its place", left, right, before, n[k], k)
					}
					n[k]++
				}
			}
			if l, r := len(row.Left), len(row.Right); l > 2 && r > 1 || r > 2 && l > 1 {
				t.Fatalf("%s beside %s as %s: a row of %d and %d", left, right, before, l, r)
			}
		}
		if n != (place{len(a.sides[0].units), len(a.sides[1].units)}) {
			t.Fatalf("%s beside %s as %s: %v units are in rows", left, right, before, n)
		}
	})
}
