package words

// Settled returns a token of both leaves up to which they are spelled the same
// and from which on nothing depends on what stands before: of whole leaves it is
// enough to compare the spelling from there. It looks at what stayed before the
// first hunk.
func (d *Diff) Settled() int {
	if len(d.Hunks) == 0 {
		return 0
	}
	a, b, n := d.Old, d.New, d.Hunks[0].A0-lookAhead
	if n <= 0 || a.Tokens[n].Start != b.Tokens[n].Start {
		return 0
	}
	end := a.Tokens[n+lookAhead-1].End
	if end > len(b.Text) || a.Text[:end] != b.Text[:end] {
		return 0
	}
	for i := range n {
		if a.Tokens[i].Kind == Object {
			return 0 // the same note may have another number
		}
	}
	for n > 0 && !a.settles(n) {
		n--
	}
	return n
}

// lookAhead is how many tokens behind it the spelling of a token depends on.
const lookAhead = 2

// settles reports whether token i is spelled the same whatever was spelled
// before it.
func (l *Leaf) settles(i int) bool {
	t := &l.Tokens[i]
	if t.Kind == Han {
		return true
	}
	c := l.Text[t.Start]
	return t.Kind == Word && (c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9')
}
