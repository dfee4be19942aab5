package bitext

// rivals is how many units before and behind one are asked whether they say as much
// of another as it does.
const rivals = 32

// holds reports whether one of the two units at a place says what the other says,
// and more. It has all figures of it, and shares more with it than any unit near it
// does, by more than it leaves out: what shares only the subject does not.
func (a *aligner) holds(at place) bool {
	pair := [2]*unit{&a.sides[0].units[at[0]], &a.sides[1].units[at[1]]}
	if !within(&pair[0].cues, &pair[1].cues) {
		return false
	}
	less := 0
	if pair[1].cues.total < pair[0].cues.total {
		less = 1
	}
	if _, missed := a.figures(a.sides[0].units[at[0]:at[0]+1], a.sides[1].units[at[1]:at[1]+1]); missed[less] > 0 {
		return false
	}
	said := &pair[less].cues
	both, _ := said.shared(&pair[1-less].cues)
	us := a.sides[1-less].units
	for i := max(0, at[1-less]-rivals); i < min(len(us), at[1-less]+rivals+1); i++ {
		if other, _ := said.shared(&us[i].cues); i != at[1-less] && both-other <= said.total-both {
			return false
		}
	}
	return true
}
