package bitext_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"diptych/internal/bitext"
)

func TestDebug(t *testing.T) {
	if os.Getenv("DEBUG") == "" {
		t.Skip()
	}
	var d disturbance
	fmt.Sscan(os.Getenv("DEBUG"), &d.edits)
	d.labels, d.levels = true, true
	for i, x := range gold(t) {
		zh, en := disturbedPair(x, d, rand.New(rand.NewPCG(uint64(i), 0)))
		b := bitext.Align(zh, en)
		show := func(kind string, rows []bitext.Row) {
			for _, r := range rows {
				ok := false
				for _, u := range r.Left {
					for _, v := range r.Right {
						for _, p := range unitTags(u) {
							for _, q := range unitTags(v) {
								ok = ok || p == q
							}
						}
					}
				}
				if ok && len(r.Left) == 1 && len(r.Right) == 1 {
					continue
				}
				mark := " "
				if !ok && r.Paired() {
					mark = "!"
				}
				fmt.Println(mark, kind, x.name)
				for _, u := range r.Left {
					fmt.Println("   L", unitTags(u), fmt.Sprintf("%.150q", u.Words))
				}
				for _, u := range r.Right {
					fmt.Println("   R", unitTags(u), fmt.Sprintf("%.250q", u.Words))
				}
			}
		}
		show("row", b.Rows)
		show("moved", b.Moved)
	}
}
