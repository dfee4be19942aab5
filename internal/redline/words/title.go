package words

// titleReach is how far from a place a 《 is looked for, in tokens.
const titleReach = 40

// inTitle reports whether position i lies between 《 and 》.
func (l *Leaf) inTitle(i int) bool {
	if !l.titled {
		return false
	}
	for k := i - 1; k >= max(0, i-titleReach); k-- {
		switch l.Word(k) {
		case "》":
			return false
		case "《":
			for k := i; k < min(len(l.Tokens), i+titleReach); k++ {
				switch l.Word(k) {
				case "》":
					return true
				case "《":
					return false
				}
			}
			return false
		}
	}
	return false
}

func isOpener(w string) bool {
	switch w {
	case "（", "(", "《", "“", "「", "『", "【", "[", "‘":
		return true
	}
	return false
}

func isCloser(w string) bool {
	switch w {
	case "）", ")", "》", "”", "」", "』", "】", "]":
		return true
	}
	return false
}
