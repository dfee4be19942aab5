package reference

// List returns the range [from,to) of the mentions that stand in one list with
// mention i, those that they are in among them: 第三条和第四条第二款. Nothing but
// joiners is between them.
func (l *Leaf) List(i int) (from, to int) {
	for from = i; from > 0 && l.joined(from); from-- {
	}
	for to = i + 1; to < len(l.Mentions) && l.joined(to); to++ {
	}
	return from, to
}

// joined reports whether mention i goes on with the list of the one before it.
func (l *Leaf) joined(i int) bool {
	end, next := l.Mentions[i-1].To, l.Mentions[i].From
	return next <= end || joinsOnly(l.Words[end:next])
}
