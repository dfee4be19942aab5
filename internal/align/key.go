package align

// Key is what elements are known by: equal elements have equal keys, so keys
// find candidates. It is a 64-bit FNV-1a sum. Where elements must be equal, the
// caller looks at the elements themselves.
type Key uint64

// NewKey returns the key of nothing, to which parts are added.
func NewKey() Key { return 14695981039346656037 }

// Bytes adds words whose end does not count: "ab" and "c" are "a" and "bc".
func (k Key) Bytes(s string) Key {
	for i := range len(s) {
		k = (k ^ Key(s[i])) * 1099511628211
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
