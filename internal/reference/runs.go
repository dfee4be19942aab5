package reference

import "diptych/internal/policy"

// In returns the mentions in the words of runs, which are policy.PlainRuns.
// Those in a link are quiet: it says where it leads.
func In(runs []policy.Run, title string) (words string, ms []Mention) {
	return new(scanner).in(runs, title)
}

func (s *scanner) in(runs []policy.Run, title string) (words string, ms []Mention) {
	words = policy.PlainRuns(runs)
	ms = s.find(words, title)
	if len(ms) == 0 {
		return words, nil
	}
	at, k := 0, 0
	for i := range runs {
		end := at + policy.PlainSize(&runs[i])
		for k < len(ms) && ms[k].From < end {
			if ms[k].To > end && i+1 < len(runs) && runs[i].Link == nil {
				break // it goes on in the next run
			}
			ms[k].Quiet = ms[k].Quiet || runs[i].Link != nil
			k++
		}
		at = end
	}
	return words, ms
}
