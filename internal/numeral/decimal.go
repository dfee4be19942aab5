package numeral

// maxDigits is how many digits a number has at most.
const maxDigits = 18

// Decimal reads ASCII and full-width digits, up to 18 of them; more are
// counted but make no number.
func Decimal(s string) Number {
	var n Number
	for n.Size < len(s) {
		v, size := Digit(s[n.Size:])
		if size == 0 {
			break
		}
		if n.Count < maxDigits {
			n.Value = n.Value*10 + uint64(v)
		}
		n.Count++
		n.Size += size
	}
	if n.Count > 0 && n.Count <= maxDigits {
		n.Form = Digits
	}
	return n
}

// Digit returns the value of the ASCII or full-width digit at the start of s,
// and its size in bytes; the size is 0 where there is none.
func Digit(s string) (value, size int) {
	if s == "" {
		return 0, 0
	}
	if c := s[0]; c < 0x80 {
		if c >= '0' && c <= '9' {
			return int(c - '0'), 1
		}
		return 0, 0
	}
	// ０ is EF BC 90.
	if len(s) >= 3 && s[0] == 0xef && s[1] == 0xbc && s[2] >= 0x90 && s[2] <= 0x99 {
		return int(s[2] - 0x90), 3
	}
	return 0, 0
}
