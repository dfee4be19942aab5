package check

import (
	"strings"

	"diptych/internal/policy"
)

// anchorLost reports, at a clause of the last version, ids that the sources of
// versions before write for it and by which nobody finds it any more. A clause
// that was left out has lost nothing.
func anchorLost(_ subject, v *policy.Version, say voice) {
	for _, t := range v.Texts {
		for _, c := range t.Clauses {
			if len(c.Lost) == 0 {
				continue
			}
			was := append([]string{}, c.Former...)
			for _, lost := range c.Lost {
				was = append(was, lost.ID)
			}
			say.at(c.Pos, 1, "ID", c.Lost[0].ID, "Version", c.Lost[0].Version, "Words", called(c), "Now", c.ID, "Was", strings.Join(was, " "))
		}
	}
}
