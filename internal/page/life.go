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
	form    *policy.Clause  // what it became in changed: merged with the form before, or itself where it was new
	before  *life           // how it stood before changed, or nil
}

// trace follows the clauses of a language through the versions. A clause has
// changed where a change of substance stands in its own words or items; being
// renumbered, reformatted or moved whole, it goes on as it was.
func (s *Series) trace(lang policy.Lang) map[*policy.Clause]life {
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
				l := life{since: v, changed: v, form: c}
				if old != nil {
					l.at = c.ID
				}
				lives[c] = l
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
		if r.Altered(sec) {
			was := l
			l = life{since: l.since, changed: v, at: sec.New.ID, form: sec.Clause, before: &was}
		}
		lives[sec.New] = l
	}
}
