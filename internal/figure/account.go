package figure

import "strings"

// accountMost is how many digits a number of an account has at most.
const accountMost = 34

// account reads the number of an account or card that spaces or hyphens cut into
// four and more groups of four digits, the last of which may be shorter: 6222 0210
// 0111 6245 702. The other language may write it in one piece.
func (s *scanner) account(i int) int {
	var digits strings.Builder
	groups, end, sep := 0, i, rune(0)
	for at := i; digits.Len() <= accountMost; at += len("-") {
		from := at
		for at < len(s.w) && isDigit(s.w[at]) {
			at++
		}
		if at == from || at-from > 4 {
			break
		}
		digits.WriteString(s.w[from:at])
		groups, end = groups+1, at
		r := s.at(at)
		if at-from < 4 || r != ' ' && r != '-' || groups > 1 && r != sep {
			break
		}
		sep = r
	}
	if groups < 4 || digits.Len() > accountMost || end < len(s.w) && isAlnum(s.w[end]) {
		return i
	}
	return s.add(Code, plain(digits.String()), i, end, false)
}
