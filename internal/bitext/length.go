package bitext

import "math"

// lengthCost is how unlikely it is, as a negative logarithm, that units of the
// two lengths translate each other: the difference from the expected length is
// taken as normal, with a variance that grows with the length (Gale and Church
// 1993, section 3.2). The lengths are those of measure.
func lengthCost(left, right, ratio float64) float64 {
	left *= ratio
	if left+right == 0 {
		return 0
	}
	delta := math.Abs(right-left) / math.Sqrt(deviation(left, right))
	// 2(1-Φ(δ)) is erfc(δ/√2); far out it is nothing at all.
	return -math.Log(max(math.Erfc(delta/math.Sqrt2), 1e-6))
}

// deviation is the variance of the difference of two lengths.
func deviation(left, right float64) float64 { return variance*(left+right)/2 + floorVariance }

// Fitted to the pairs of the corpus whose outlines and blocks agree; see
// README.md.
const (
	variance      = 1.6
	floorVariance = 2.0 // a word more or less means little in a short line
)
