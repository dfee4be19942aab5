package words

import (
	"testing"

	"pgregory.net/rapid"
)

// TestPrint: from least on the likeness is that of the features, and so is the
// share that is held; below it neither is said to be more.
func TestPrint(t *testing.T) {
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]int{4, 300, 600}).Draw(t, "most")
		draw := rapid.SliceOfN(rapid.Uint32Range(0, uint32(1<<rapid.IntRange(4, 32).Draw(t, "bits")-1)), 0, most)
		f, g := sketch(draw.Draw(t, "f")), sketch(draw.Draw(t, "g"))
		if n := len(f) / 2; rapid.Bool().Draw(t, "half") {
			g = Union(f[:n], g)
		}
		p, q := f.Print(), g.Print()
		for _, least := range []float64{0, 0.25, 0.35, 0.6} {
			for _, x := range [...]struct{ got, want float64 }{{p.LikeFrom(q, least), f.Like(g)}, {p.HeldFrom(q, least), f.HeldIn(g)}} {
				if x.got != x.want && (x.want >= least || x.got != 0) {
					t.Fatalf("from %v: %v, want %v", least, x.got, x.want)
				}
				if x.got != x.want {
					told++
				}
			}
		}
	})
	if told == 0 {
		t.Error("nothing was told at a glance")
	}
}

// TestPrintOfLongTexts: of a text that is too long for all of its features only
// what the other could have is asked.
func TestPrintOfLongTexts(t *testing.T) {
	var f, g []uint32
	for i := range uint32(2 * sketchSize) {
		g = append(g, i*7)
		if i < 10 || i >= sketchSize {
			f = append(f, i*7)
		}
	}
	p, q := sketch(f[:sketchSize/2]).Print(), sketch(g).Print()
	if got := p.HeldFrom(q, 0.6); got != 1 {
		t.Errorf("held %v", got)
	}
}
