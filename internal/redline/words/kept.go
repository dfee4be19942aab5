package words

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// Piece is words that stayed and lie in one run on either side.
type Piece struct {
	Old, New *policy.Run
	Words    string // as the new leaf has them
	From     int    // where they begin in the text of the new leaf
}

// Kept yields what stayed, in order: tokens, and the white space between two of
// them, as much of it at once as lies in one run on either side and is the same. It yields tokens that are equal by their names alone, too.
func (d *Diff) Kept() iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		i, j := 0, 0
		stayed := true // what stands before the tokens i and j stayed
		for k := 0; k <= len(d.Hunks); k++ {
			to := len(d.Old.Tokens)
			if k < len(d.Hunks) {
				to = d.Hunks[k].A0
			}
			for i < to {
				if stayed && !d.space(i, j, yield) {
					return
				}
				n := d.Alike(i, j, to)
				if n == 0 {
					n = 1
					if !d.token(i, j, yield) {
						return
					}
				} else if from, at := d.Old.Tokens[i].Start, d.New.Tokens[j].Start; !d.pieces(from, at, d.Old.Text[from:d.Old.Tokens[i+n-1].End], d.New.Text[at:d.New.Tokens[j+n-1].End], yield) {
					return
				}
				i, j, stayed = i+n, j+n, true
			}
			if k == len(d.Hunks) {
				break
			}
			h := d.Hunks[k]
			if d.IsAlias(h) && !yield(Piece{d.Old.RunOf(i), d.New.RunOf(j), d.New.Word(j), d.New.Tokens[j].Start}) {
				return
			}
			i, j, stayed = h.A1, h.B1, false
		}
		if stayed {
			d.space(i, j, yield)
		}
	}
}

// Alike returns how many tokens are the same to the byte, with the white space
// between them and no object among them: from token i of the old leaf and j of
// the new one on, up to one of the old leaf.
func (d *Diff) Alike(i, j, to int) int {
	from, at := d.Old.Tokens[i].Start, d.New.Tokens[j].Start
	n := 0
	for ; i+n < to; n++ {
		t, u := &d.Old.Tokens[i+n], &d.New.Tokens[j+n]
		if t.Kind == Object || t.End-from != u.End-at || d.Old.Text[from:t.End] != d.New.Text[at:u.End] {
			break
		}
		from, at = t.End, u.End
	}
	return n
}

// space yields the white space before the tokens i and j.
func (d *Diff) space(i, j int, yield func(Piece) bool) bool {
	x, y := d.Old.Space(i), d.New.Space(j)
	return d.pieces(d.Old.before(i)-len(x), d.New.before(j)-len(y), x, y, yield)
}

// token yields the tokens i and j, which are equal.
func (d *Diff) token(i, j int, yield func(Piece) bool) bool {
	t, u := &d.Old.Tokens[i], &d.New.Tokens[j]
	if u.Kind == Object {
		return yield(Piece{&d.Old.Runs[t.Run], &d.New.Runs[u.Run], d.New.Word(j), u.Start})
	}
	return d.pieces(t.Start, u.Start, d.Old.Word(i), d.New.Word(j), yield)
}

// pieces yields two stretches that are the same up to white space, cut where a
// run ends on either side.
func (d *Diff) pieces(at, from int, old, new string, yield func(Piece) bool) bool {
	for old != "" && new != "" {
		x, endX := d.Old.RunAt(at)
		y, endY := d.New.RunAt(from)
		n := min(len(old), len(new), endX-at, endY-from)
		m := n
		if old[:n] != new[:n] { // white space differs: character by character
			n, m = skipSpace(old, new)
		}
		if m > 0 && n > 0 && !yield(Piece{&d.Old.Runs[x], &d.New.Runs[y], new[:m], from}) {
			return false
		}
		old, new, at, from = old[n:], new[m:], at+n, from+m
	}
	return true
}

// skipSpace returns how far to go on either side of two stretches that are the
// same up to white space: a character on both, or white space on one.
func skipSpace(old, new string) (n, m int) {
	r, n := utf8.DecodeRuneInString(old)
	s, m := utf8.DecodeRuneInString(new)
	switch a, b := unicode.IsSpace(r), unicode.IsSpace(s); {
	case a && !b:
		return n, 0
	case b && !a:
		return 0, m
	}
	return n, m
}

// before returns where token i begins, or the leaf ends.
func (l *Leaf) before(i int) int {
	if i < len(l.Tokens) {
		return l.Tokens[i].Start
	}
	return len(l.Text)
}

// IsPlain reports whether all of a leaf is words without any format, link or
// language of its own.
func (l *Leaf) IsPlain() bool {
	for i := range l.Runs {
		if r := &l.Runs[i]; r.Marks != 0 || r.Link != nil || r.Lang != "" || r.Kind == policy.Image {
			return false
		}
	}
	return true
}
