package bitext

// A unit that shares nothing with the pair it is in, but much with what stands
// alone beside that pair, answers to that: where the longer of two paragraphs says
// more than its translation, lengths alone put the translation to the wrong one.

// sharesNothing is what cues weigh at most that are no evidence.
const sharesNothing = 0.5

// regive gives such units to what stands alone beside their pair.
func (s *settler) regive() {
	rows, a := s.b.Rows, s.a
	var at place
	for i := range rows {
		from := at
		at = place{at[0] + len(rows[i].Left), at[1] + len(rows[i].Right)}
		two := 0
		if len(rows[i].Right) == 2 {
			two = 1
		}
		sides := [2]*[]Unit{&rows[i].Left, &rows[i].Right}
		if len(*sides[two]) != 2 || len(*sides[1-two]) != 1 {
			continue
		}
		us, one := a.sides[two].units[from[two]:at[two]], &a.sides[1-two].units[from[1-two]]
		for _, x := range [...]struct{ lone, gives, keeps, at int }{{i + 1, 1, 0, at[1-two]}, {i - 1, 0, 1, from[1-two] - 1}} {
			if x.lone < 0 || x.lone >= len(rows) || rows[x.lone].Paired() {
				continue
			}
			alone := [2]*[]Unit{&rows[x.lone].Left, &rows[x.lone].Right}
			if len(*alone[1-two]) != 1 {
				continue
			}
			u := a.sides[1-two].units[x.at : x.at+1]
			if !s.free(u) || !rather(&us[x.gives], &us[x.keeps], one, &u[0]) {
				continue
			}
			*alone[two] = units(us[x.gives : x.gives+1])
			*sides[two] = units(us[x.keeps : x.keeps+1])
			if x.lone > i { // it is counted with that row
				at[two]--
			}
			break
		}
	}
}

// rather reports whether a unit, which is paired with one together with rest,
// rather answers to u.
func rather(x, rest, one, u *unit) bool {
	if x.kind == headKind || x.first != nil {
		return false
	}
	all := rest.cues.join(&x.cues)
	with, _ := all.shared(&one.cues)
	without, _ := rest.cues.shared(&one.cues)
	own, _ := x.cues.shared(&u.cues)
	return with-without <= sharesNothing && own >= sharesMuch
}
