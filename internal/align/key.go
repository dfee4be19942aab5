package align

// Key is what elements are known by: equal elements have equal keys, so keys
// find candidates. Words are a polynomial of their bytes, modulo 2^64 (Karp and
// Rabin 1987), which is made eight bytes at a time. Where elements must be equal,
// the caller looks at the elements themselves.
type Key uint64

// NewKey returns the key of nothing, to which parts are added.
func NewKey() Key { return 14695981039346656037 }

// The powers of the polynomial's variable.
const (
	p1 = 0x9E3779B97F4A7C15
	p2 = p1 * p1 % (1 << 64)
	p3 = p2 * p1 % (1 << 64)
	p4 = p3 * p1 % (1 << 64)
	p5 = p4 * p1 % (1 << 64)
	p6 = p5 * p1 % (1 << 64)
	p7 = p6 * p1 % (1 << 64)
	p8 = p7 * p1 % (1 << 64)
)

// Bytes adds words whose end does not count: "ab" and "c" are "a" and "bc".
func (k Key) Bytes(s string) Key {
	for ; len(s) >= 8; s = s[8:] {
		k = k*p8 + (Key(s[0])*p7 + Key(s[1])*p6 + Key(s[2])*p5 + Key(s[3])*p4 +
			Key(s[4])*p3 + Key(s[5])*p2 + Key(s[6])*p1 + Key(s[7]))
	}
	for i := range len(s) {
		k = k*p1 + Key(s[i])
	}
	return k
}

// Text adds words whose end counts.
func (k Key) Text(s string) Key { return (k.Bytes(s) ^ 0xff) * 1099511628211 }

// Number adds a number.
func (k Key) Number(n int) Key {
	x := uint64(k) ^ uint64(n)
	x *= 0x9E3779B97F4A7C15
	return Key(x ^ x>>29)
}
