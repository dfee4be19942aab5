package publish

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"diptych/internal/policy"
)

// story is a policy as its sources tell of it, with what follows from that by
// the shortest way, without the model.
type story struct {
	slug     string
	ends     policy.Date
	next     string
	versions []chapter
}

type chapter struct {
	name                                      string
	effective, announced, withdrawn, from, to policy.Date // from and to of a consultation
	erased                                    bool
}

// known reports whether a version is announced on the day.
func (c *chapter) known(on policy.Date) bool {
	day := c.announced
	if day.IsZero() && c.from.IsZero() {
		day = c.effective
	}
	return !day.IsZero() && !day.After(on)
}

// open reports whether a version is published for comment on the day.
func (c *chapter) open(on policy.Date) bool {
	return !c.from.IsZero() && !c.from.After(on) && !c.known(on)
}

// never reports whether a version is withdrawn before it takes effect.
func (c *chapter) never() bool { return !c.withdrawn.IsZero() && !c.withdrawn.After(c.effective) }

// inForce is the name of the version in force on a day, as it is known on
// another; "" where there is none.
func (s *story) inForce(known, day policy.Date) string {
	if !s.ends.IsZero() && !day.Before(s.ends) {
		return ""
	}
	var last *chapter
	for i := range s.versions {
		c := &s.versions[i]
		if c.known(known) && !c.effective.After(day) && (c.withdrawn.IsZero() || c.withdrawn.After(day)) &&
			(last == nil || c.effective.After(last.effective)) {
			last = c
		}
	}
	if last == nil {
		return ""
	}
	return last.name
}

func (s *story) version(name string) *chapter {
	i := slices.IndexFunc(s.versions, func(c chapter) bool { return c.name == name })
	if i < 0 {
		return nil
	}
	return &s.versions[i]
}

// around lists the days on which something turns in the stories, and others, each
// with those before and after it.
func around(all []story, others ...policy.Date) []policy.Date {
	var out []policy.Date
	add := func(d policy.Date) {
		if !d.IsZero() {
			out = append(out, d.AddDays(-1), d, d.AddDays(1))
		}
	}
	for _, d := range others {
		add(d)
	}
	for _, s := range all {
		add(s.ends)
		for _, c := range s.versions {
			for _, d := range []policy.Date{c.effective, c.announced, c.withdrawn, c.from, c.to} {
				add(d)
			}
		}
	}
	slices.SortFunc(out, policy.Date.Compare)
	return slices.Compact(out)
}

// stories invents policies with versions in every state. The first one always
// is there on the first of January 2026. The same seed gives the same ones.
func stories(seed uint64, n int) []story {
	rng := rand.New(rand.NewPCG(seed, 11))
	one := func(n int) bool { return rng.IntN(n) == 0 }
	base := policy.Date{Year: 2026, Month: 1, Day: 1}
	on := func(month time.Month, day int) policy.Date { return policy.Date{Year: 2026, Month: month, Day: day} }
	out := []story{{slug: "p8", versions: []chapter{ // one that is in force three times
		{name: "1.0", effective: on(1, 1)},
		{name: "2.0", announced: on(1, 2), effective: on(2, 1)},
		{name: "3.0", announced: on(1, 3), effective: on(3, 1), withdrawn: on(4, 1)},
		{name: "4.0", announced: on(1, 4), effective: on(5, 1), withdrawn: on(6, 1)},
	}}}
	if seed > 0 {
		out = nil
	}
	for i := range n {
		s := story{slug: fmt.Sprintf("p%d", i)}
		if i == 0 {
			s.next = ""
		}
		at := base
		for k := range 2 + rng.IntN(4) {
			c := chapter{name: fmt.Sprintf("%d.0", k+1), effective: at}
			if k > 0 {
				at = at.AddDays(2 + rng.IntN(30))
				c.effective = at
				c.announced = at.AddDays(-rng.IntN(20))
				switch rng.IntN(4) {
				case 0:
					c.withdrawn = c.announced.AddDays(rng.IntN(1 + c.announced.DaysUntil(c.effective)))
				case 1:
					c.withdrawn = c.effective.AddDays(1 + rng.IntN(60))
				}
				c.erased = !c.withdrawn.IsZero() && one(3)
			} else if one(3) {
				c.withdrawn = at.AddDays(5 + rng.IntN(80))
			}
			s.versions = append(s.versions, c)
		}
		if one(2) {
			from := base.AddDays(1 + rng.IntN(60))
			c := chapter{name: "9.0", from: from, to: from.AddDays(rng.IntN(20))}
			if one(2) {
				c.effective = at.AddDays(60)
				c.announced = c.to.AddDays(1 + rng.IntN(20))
			}
			s.versions = append(s.versions, c)
		}
		if i > 0 && one(2) {
			s.ends, s.next = at.AddDays(100+rng.IntN(10)), "p0"
		}
		out = append(out, s)
	}
	return out
}

// writeStories writes the sources of stories as they may be on a day: words are
// taken away when a version is withdrawn, and no sooner.
func writeStories(all []story, today policy.Date) fs.FS {
	files := fstest.MapFS{"site.toml": {Data: []byte("title.zh = \"政策\"\ntitle.en = \"Centre\"\nbase_url = \"https://example.com/legal/\"\n[check.rules]\nnotice = \"off\"\n")}}
	for _, s := range all {
		if !s.ends.IsZero() {
			files["content/"+s.slug+"/policy.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "ends = %s\nsucceeded_by = %q\n", s.ends, s.next)}
		}
		for k, c := range s.versions {
			var head strings.Builder
			c.erased = c.erased && !c.withdrawn.After(today)
			say := func(key string, d policy.Date) {
				if !d.IsZero() {
					fmt.Fprintf(&head, "%s = %s\n", key, d)
				}
			}
			say("effective", c.effective)
			say("announced", c.announced)
			say("withdrawn", c.withdrawn)
			if !c.withdrawn.IsZero() {
				head.WriteString("reason = { zh = \"有误\", en = \"A slip\" }\n")
			}
			if c.erased {
				head.WriteString("erased = true\n")
			}
			if !c.from.IsZero() {
				fmt.Fprintf(&head, "consultation = { from = %s, to = %s, contact = \"law@example.com\" }\n", c.from, c.to)
			}
			for lang, title := range map[string]string{"zh": "规则", "en": "Rules"} {
				body := ""
				if !c.erased {
					body = fmt.Sprintf("# %s\n\n%s %s.\n", say2(lang, "一、甲", "1. A"), say2(lang, "我们保存邮箱", "We keep emails"), strings.Repeat("x", k+1))
				}
				files["content/"+s.slug+"/"+c.name+"/"+lang+".md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"" + title + " " + s.slug + "\"\n" + head.String() + "+++\n\n" + body)}
			}
		}
	}
	return files
}

func say2(lang, zh, en string) string {
	if lang == "zh" {
		return zh
	}
	return en
}
