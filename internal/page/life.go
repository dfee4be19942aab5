package page

import (
	"cmp"
	"context"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// life is what is known of a clause of one text from the versions before it,
// in its language.
type life struct {
	since   *policy.Version // in which it first stood
	changed *policy.Version // in which it took its form; since where it has one form
	verdict redline.Verdict // what changed then
	looks   string          // where no more than the form did: "structure", "spacing", "format" or "mixed"
	at      string          // its anchor on the redline to changed, or ""
	form    *policy.Clause  // what it became in changed: merged with the form before, or itself where it was new
	notes   []policy.Block  // merged notes that it cites and that changed then
	before  *life           // how it stood before changed, or nil
}

// last returns the newest form in which something changed that the verdict takes
// in, or nil where that never did.
func (l *life) last(least redline.Verdict) *life {
	for ; l != nil && l.before != nil; l = l.before {
		if l.verdict >= least {
			return l
		}
	}
	return nil
}

// first returns the form in which the clause came.
func (l *life) first() *life {
	for l.before != nil {
		l = l.before
	}
	return l
}

// trace follows the clauses of a language through the versions. A clause takes a
// new form where its words, the items of its lists or the notes that it cites
// changed, or what they look like; being renumbered or moved whole, it goes on as
// it was.
func (s *Series) trace(lang policy.Lang) map[*policy.Clause]life {
	lives := make(map[*policy.Clause]life)
	for _, v := range s.policy.Versions {
		t := v.Text(lang)
		if t == nil || v.Erased {
			continue
		}
		old := s.before(v, lang)
		if old != nil {
			follow(s.ctx, s.compare(old, t), v, lives)
		}
		for _, c := range t.Clauses {
			if _, ok := lives[c]; !ok {
				l := life{since: v, changed: v, verdict: redline.Words, form: c}
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
func follow(ctx context.Context, r *redline.Redline, v *policy.Version, lives map[*policy.Clause]life) {
	for i := range r.Sections {
		sec := &r.Sections[i]
		if sec.Old == nil || sec.New == nil || !sec.Clause.Op.InNew() {
			continue
		}
		l, ok := lives[sec.Old]
		if !ok { // it was a line or a bullet of a clause
			l, ok = lives[sec.Old.Parent]
		}
		if !ok {
			continue
		}
		if verdict := sec.Verdict(); verdict > redline.Same {
			was := l
			l = life{since: l.since, changed: v, verdict: verdict, looks: looks(r, sec), at: sec.New.ID, form: r.InPlace(ctx, sec), notes: r.NotesOf(sec), before: &was}
		}
		lives[sec.New] = l
	}
}

// looks names what differs in a section of which no more than the form does:
// its structure, the spacing or form of its characters, its format or links,
// or several of these.
func looks(r *redline.Redline, sec *redline.Section) string {
	what := ""
	for _, i := range sec.Changes {
		ch := &r.Changes[i]
		kind := "format"
		switch {
		case ch.Kind == redline.Renumbered:
			continue
		case ch.Kind == redline.Restructured && len(ch.Links) == 0 && len(ch.Marks) == 0:
			kind = "structure"
		case ch.Kind == redline.Editorial && len(ch.Formats) == 0:
			kind = "spacing"
		case ch.Kind != redline.Reformatted:
			kind = "mixed"
		}
		if what != "" && what != kind {
			return "mixed"
		}
		what = kind
	}
	return cmp.Or(what, "mixed")
}
