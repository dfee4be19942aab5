package policy

import "strings"

// Name returns the words by which people call the clause, without its label:
// its heading or, where it has none, its first words. In a redline they are
// those that it has now or, where it is gone, had last.
func (c *Clause) Name() string {
	if s := wordsOf(c.Head, c.Op); s != "" {
		return s
	}
	return FirstWords(c.Blocks, c.Op)
}

// FirstWords returns the words of the first leaf in the blocks that has any,
// shortened, without labels. op is that of what holds the blocks.
func FirstWords(bs []Block, op Op) string {
	for i := range bs {
		s := wordsOf(bs[i].Runs, op)
		if s == "" {
			s = FirstWords(bs[i].Blocks, op)
		}
		if s != "" {
			return cutName(s)
		}
	}
	return ""
}

// wordsOf returns the words of runs as they read now or, in what is gone, read
// last, on one line.
func wordsOf(runs []Run, op Op) string {
	var b strings.Builder
	for i := range runs {
		if r := &runs[i]; r.Op.InNew() || !op.InNew() && r.Op.InOld() {
			writePlain(&b, r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// nameLength is how many runes of a clause without heading name it.
const nameLength = 40

// cutName cuts words to nameLength runes, at a word's end where there is one
// near.
func cutName(s string) string {
	n := 0
	for i := range s {
		if n++; n > nameLength {
			if k := strings.LastIndexByte(s[:i], ' '); k > i/2 {
				i = k
			}
			return s[:i] + "…"
		}
	}
	return s
}
