package page

import (
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// life is what is known of a clause of one text from the versions before it,
// in its language.
type life struct {
	since   *policy.Version // in which it first stood
	changed *policy.Version // in which its words last changed; since where they never did
	at      string          // its anchor on the redline to changed, or ""
}

// trace follows the clauses of a language through the versions. A clause has
// changed where a change of substance stands in its own words or items; being
// renumbered, reformatted or moved whole, it goes on as it was.
func (s *series) trace(lang policy.Lang) map[*policy.Clause]life {
	lives := make(map[*policy.Clause]life)
	for _, v := range s.policy.Versions {
		t := v.Text(lang)
		if t == nil {
			continue
		}
		old := s.before(t)
		if old != nil {
			follow(s.compare(old, t), v, lives)
		}
		for _, c := range t.Clauses {
			if _, ok := lives[c]; !ok {
				lives[c] = life{since: v, changed: v, at: c.ID}
				if old == nil {
					lives[c] = life{since: v, changed: v}
				}
			}
		}
	}
	return lives
}

// follow hands the lives of the old text's clauses on to the new one's.
func follow(r *redline.Redline, v *policy.Version, lives map[*policy.Clause]life) {
	for i := range r.Sections {
		sec := &r.Sections[i]
		if sec.Old == nil || sec.New == nil {
			continue
		}
		l, ok := lives[sec.Old]
		if !ok {
			continue
		}
		for _, n := range sec.Changes {
			if k := r.Changes[n].Kind; k == redline.Inserted || k == redline.Deleted || k == redline.Modified {
				l.changed, l.at = v, sec.New.ID
			}
		}
		lives[sec.New] = l
	}
}
