package align

import "math"

// Weight makes a weight of the size of an element: doubling the size adds one,
// so that one long element does not outweigh five short ones.
func Weight(size int) float64 { return math.Log2(float64(8 + size)) }
