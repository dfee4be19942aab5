package figure

import (
	"strconv"
	"strings"
)

// sums lets two periods that follow each other be answered by one that is as long
// as both: 2小时30分钟 is two and a half hours, and 5年3个月 are 63 months.
func sums(parts []Figure, l []bool, wholes []Figure, r []bool) {
	for i := 1; i < len(parts); i++ {
		if l[i-1] || l[i] {
			continue
		}
		a, base, ok := length(parts[i-1])
		b, other, also := length(parts[i])
		if !ok || !also || base != other || a <= b {
			continue
		}
		for j := range wholes {
			if n, of, ok := length(wholes[j]); ok && !r[j] && of == base && n == a+b {
				l[i-1], l[i], r[j] = true, true, true
				break
			}
		}
	}
}

// length returns how long a period is: in minutes, days, working days or months.
func length(f Figure) (n int, base string, ok bool) {
	v, unit, _ := strings.Cut(f.Value, " ")
	n, err := strconv.Atoi(v)
	switch {
	case f.Kind != Period || err != nil || n <= 0 || n > 1e6:
		return 0, "", false
	case unit == "h":
		return 60 * n, "min", true
	}
	return n, unit, true
}
