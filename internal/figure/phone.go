package figure

import "strings"

// dialled is a run of groups of digits, as a telephone number has them.
type dialled struct {
	digits  []byte
	ends    [8]int // of the groups, in digits
	stops   [8]int // of the groups, in the words
	groups  int
	plus    bool
	bracket bool // the first group stands in brackets
	dotted  bool // a stop parts groups: 650.555.0100
}

// phone reads a telephone number: +86 10 5550 1234, (650) 555-0100,
// 010-55501234, 13800000000, 400-555-0100.
func (s *scanner) phone(i int) int {
	var room [20]byte
	d := dialled{digits: room[:0]}
	at := i
	for at < len(s.w) && d.groups < len(d.ends) {
		open := s.hasRune(at, "(（")
		if open {
			at += len(string(s.at(at)))
		}
		if d.groups == 0 && !d.plus && s.hasRune(at, "+＋") {
			d.plus = true
			at += len(string(s.at(at)))
		}
		from, was := at, len(d.digits)
		for len(d.digits) < 16 {
			v, size := s.digit(at)
			if size == 0 {
				break
			}
			d.digits = append(d.digits, byte('0'+v))
			at += size
		}
		if at == from {
			break
		}
		if _, size := s.digit(at); size > 0 {
			return i // too long for a telephone
		}
		if s.hasRune(at, ")）") {
			at += len(string(s.at(at)))
			if open && d.groups == 0 {
				d.bracket = true
			}
			if open && d.groups > 0 && len(d.digits) == was+1 && d.digits[was] == '0' {
				d.digits = d.digits[:was] // +44 (0) 20
			}
		} else if open {
			break
		}
		d.ends[d.groups], d.stops[d.groups] = len(d.digits), at
		d.groups++
		if s.has(at, ".") && (d.groups == 1 || d.dotted) {
			d.dotted = true
			at++
		} else if s.hasRune(at, "- ‑－") {
			at += len(string(s.at(at)))
		} else if !s.closed(at) {
			break
		}
	}
	for ; d.groups > 0; d.groups-- {
		if value, ok := d.number(); ok {
			return s.add(Phone, value, i, d.stops[d.groups-1], false)
		}
	}
	return i
}

// closed reports whether a bracket closes in front of i.
func (s *scanner) closed(i int) bool {
	return strings.HasSuffix(s.w[:i], ")") || strings.HasSuffix(s.w[:i], "）")
}

// number returns the digits without what depends on where one calls from: none of
// 000-0000-0000.
func (d *dialled) number() (string, bool) {
	if d.ends[d.groups-1] < 8 {
		return "", false
	}
	digits := string(d.digits[:d.ends[d.groups-1]])
	size := func(k int) int {
		switch {
		case k >= d.groups:
			return 0
		case k == 0:
			return d.ends[0]
		}
		return d.ends[k] - d.ends[k-1]
	}
	total, last := len(digits), size(d.groups-1)
	mobile := total == 11 && digits[0] == '1' && digits[1] >= '3' && (d.groups == 1 || size(0) == 3 && size(1) == 4)
	american := size(0) == 3 && size(1) == 3 && size(2) == 4 && d.groups == 3
	freephone := d.groups > 1 && total == 10 && (digits[:3] == "400" || digits[:3] == "800")
	trunk := digits[0] == '0' && size(0) >= 3 && last >= 4 && (d.groups == 1 && total >= 11 && total <= 12 || d.groups > 1 && size(0) <= 4 && total >= 10 && total <= 12)
	abroad := (size(0) == 2 && digits[:2] == "86" || size(0) == 4 && digits[:4] == "0086") && d.groups > 1 && total >= 12 && total <= 16
	switch {
	case d.dotted && !american:
		return "", false
	case d.plus && total >= 8:
		if total == 11 && digits[0] == '1' {
			digits = digits[1:]
		}
		digits = strings.TrimPrefix(digits, "86")
	case abroad:
		digits = strings.TrimPrefix(strings.TrimPrefix(digits, "00"), "86")
	case d.groups == 4 && digits[0] == '1' && size(0) == 1 && size(1) == 3 && size(2) == 3 && size(3) == 4:
		digits = digits[1:]
	case mobile, american, freephone, trunk:
	case d.bracket && d.groups > 1 && size(0) >= 3 && total >= 10 && total <= 12:
	default:
		return "", false
	}
	return strings.TrimLeft(digits, "0"), true
}
