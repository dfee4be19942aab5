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
	if delta >= farOut {
		return farCost
	}
	return -math.Log(math.Erfc(delta / math.Sqrt2)) // 2(1-Φ(δ))
}

// deviation is the variance of the difference of two lengths.
func deviation(left, right float64) float64 { return variance*(left+right)/2 + floorVariance }

// Far out the chance is nothing at all, and the cost no more than that of one in
// a million.
const (
	farOut  = 4.89164
	farCost = 13.81551
)

// Fitted to the pairs of the corpus whose outlines and blocks agree; see
// README.md.
const (
	variance      = 1.6
	floorVariance = 2.0 // a word more or less means little in a short line
)
