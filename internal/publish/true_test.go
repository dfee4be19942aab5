package publish

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"diptych/internal/policy"
	"diptych/internal/site"
)

// claim is what a sentence of a page says of a version: it is right on the day
// on which the page was made, and on every day after that.
type claim struct {
	en, zh string // DAY for a date, NAME for the name of a version; zh "" where another one has the same words
	right  func(c *claimant, days []policy.Date, names []string) bool
}

// claimant is the version of which a sentence is said, and the day of the page.
type claimant struct {
	story *story
	name  string
	today policy.Date
}

func (c *claimant) own() *chapter { return c.story.version(c.name) }

func (c *claimant) on(day policy.Date) string { return c.story.inForce(c.today, day) }

// after are the days from today on that can tell: what is in force does not turn
// between them. The last one is 400 days away.
func (c *claimant) after(own ...policy.Date) []policy.Date {
	out := []policy.Date{c.today, c.today.AddDays(400)}
	for _, d := range around([]story{*c.story}, own...) {
		if d.After(c.today) {
			out = append(out, d)
		}
	}
	return out
}

// holds reports whether the version is in force on just the days from today on
// that are within one of the stretches; the last one may have no end.
func (c *claimant) holds(stretches ...[2]policy.Date) bool {
	var own []policy.Date
	for _, s := range stretches {
		own = append(own, s[0], s[1])
	}
	for _, day := range c.after(own...) {
		want := slices.ContainsFunc(stretches, func(s [2]policy.Date) bool {
			return !s[0].After(day) && (s[1].IsZero() || !s[1].Before(day))
		})
		if want != (c.on(day) == c.name) {
			return false
		}
	}
	return true
}

// whole reports whether the version is in force on the days from a to b, and on
// neither day beside them.
func (c *claimant) whole(a, b policy.Date) bool {
	for _, day := range around([]story{*c.story}, a, b) {
		if !day.Before(a) && !day.After(b) && c.on(day) != c.name {
			return false
		}
	}
	return c.on(a.AddDays(-1)) != c.name && c.on(b.AddDays(1)) != c.name
}

var never policy.Date

// claims are all sentences that say which text is in force, the longest first.
// Those that rest on the day on which the page was made, and on nothing but what
// was known then, are "In force", "In force again since", "Superseded", "Withdrawn
// as of" and "closed on": no date that is known turns them.
var claims = []claim{
	{"In force through DAY; withdrawn from DAY", "施行至DAY，自DAY起撤回", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.holds([2]policy.Date{c.today, d[0]}) && c.own().withdrawn == d[1] && d[0].AddDays(1) == d[1]
	}},
	{"In force through DAY; in force again from DAY", "施行至DAY；自DAY起恢复施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.on(d[0]) == c.name && c.on(d[0].AddDays(1)) != c.name && c.on(d[1]) == c.name && c.on(d[1].AddDays(-1)) != c.name && c.on(c.today) == c.name
	}},
	{"In force again from DAY through DAY; in force again from DAY", "自DAY起恢复施行，至DAY止；自DAY起恢复施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.whole(d[0], d[1]) && c.own().effective.Before(d[0]) && c.on(d[2]) == c.name && c.on(d[2].AddDays(-1)) != c.name
	}},
	{"In force again from DAY through DAY", "自DAY起恢复施行，至DAY止", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.whole(d[0], d[1]) && !d[0].After(c.today) && c.own().effective.Before(d[0])
	}},
	{"In force again since DAY", "自DAY起恢复施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.holds([2]policy.Date{c.today, never}) && c.on(d[0].AddDays(-1)) != c.name && c.own().effective.Before(d[0])
	}},
	{"In force from DAY through DAY; in force again from DAY", "DAY起施行，至DAY止；自DAY起恢复施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.whole(d[0], d[1]) && c.on(d[2]) == c.name
	}},
	{"In force from DAY through DAY", "DAY起施行，至DAY止", func(c *claimant, d []policy.Date, _ []string) bool { return c.whole(d[0], d[1]) }},
	{"In force from DAY, superseded on DAY", "DAY起施行，DAY被取代", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.whole(d[0], d[1].AddDays(-1)) && c.on(d[1]) != "" && c.holds()
	}},
	{"In force from DAY", "", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.holds([2]policy.Date{d[0], never}) && d[0].After(c.today)
	}},
	{"In force through DAY", "施行至DAY", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.holds([2]policy.Date{c.today, d[0]})
	}},
	{"Superseded; in force again from DAY", "已被取代；自DAY起恢复施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.on(c.today) != c.name && c.on(d[0]) == c.name && c.on(d[0].AddDays(-1)) != c.name
	}},
	{"Withdrawn as of DAY; never in force", "自DAY起撤回，不予施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.own().withdrawn == d[0] && c.own().never() && c.holds()
	}},
	{"Withdrawn as of DAY", "自DAY起撤回", func(c *claimant, d []policy.Date, _ []string) bool {
		for _, day := range c.after(d[0]) {
			if !day.Before(d[0]) && c.on(day) == c.name {
				return false
			}
		}
		return c.own().withdrawn == d[0]
	}},
	{"Ended on DAY", "DAY终止", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.story.ends == d[0] && !d[0].After(c.today)
	}},
	{"This version took effect on DAY and was replaced by version NAME on DAY.", "本版本自DAY起施行，自DAY起由版本NAME取代。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.own().effective == d[0] && c.whole(d[0], d[1].AddDays(-1)) && c.on(d[1]) == n[0]
	}},
	{"This version was in force again from DAY and was replaced by version NAME on DAY.", "本版本自DAY起恢复施行，自DAY起由版本NAME取代。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.whole(d[0], d[1].AddDays(-1)) && c.on(d[1]) == n[0] && c.own().effective.Before(d[0])
	}},
	{"This version takes effect on DAY and then replaces version NAME.", "本版本自DAY起施行，届时取代版本NAME。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.own().effective == d[0] && c.on(d[0]) == c.name && c.on(d[0].AddDays(-1)) == n[0] && d[0].After(c.today)
	}},
	{"This version takes effect on DAY.", "本版本自DAY起施行。", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.own().effective == d[0] && c.on(d[0]) == c.name && c.on(d[0].AddDays(-1)) == "" && d[0].After(c.today)
	}},
	{"This policy first takes effect on DAY; no version is in force before that day.", "本政策自DAY起首次施行，此前没有已施行的版本。", func(c *claimant, d []policy.Date, _ []string) bool {
		for _, day := range around([]story{*c.story}, d[0]) {
			if day.Before(d[0]) && c.on(day) != "" {
				return false
			}
		}
		return c.on(d[0]) == c.name && d[0].After(c.today)
	}},
	{"Version NAME takes effect on DAY and then replaces this version.", "版本NAME自DAY起施行，届时取代本版本。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.on(d[0]) == n[0] && c.on(d[0].AddDays(-1)) == c.name
	}},
	{"Version NAME takes effect on DAY.", "版本NAME自DAY起施行。", func(c *claimant, d []policy.Date, n []string) bool { return c.on(d[0]) == n[0] }},
	{"Version NAME takes effect on DAY", "版本NAME自DAY起施行", func(c *claimant, d []policy.Date, n []string) bool { return c.on(d[0]) == n[0] }},
	{"This version, in force from DAY through DAY, is withdrawn as of DAY.", "本版本自DAY起施行，至DAY止，自DAY起撤回。", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.whole(d[0], d[1]) && c.own().withdrawn == d[2] && d[1].AddDays(1) == d[2]
	}},
	{"This version, announced for DAY, is withdrawn as of DAY and does not take effect.", "本版本原定自DAY起施行，自DAY起撤回，不予施行。", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.own().effective == d[0] && c.own().withdrawn == d[1] && c.own().never()
	}},
	{"This version is withdrawn as of DAY.", "本版本自DAY起撤回。", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.own().withdrawn == d[0] && !c.own().never()
	}},
	{"Version NAME is withdrawn as of DAY; this version takes its place from that day through DAY.", "版本NAME自DAY起撤回，本版本自该日起恢复施行，至DAY止。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.story.version(n[0]).withdrawn == d[0] && c.on(d[0].AddDays(-1)) == n[0] && c.whole(d[0], d[1]) && c.on(d[1].AddDays(1)) != c.name
	}},
	{"Version NAME is withdrawn as of DAY; from that day this version is in force again.", "版本NAME自DAY起撤回，本版本自该日起恢复施行。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.story.version(n[0]).withdrawn == d[0] && c.on(d[0].AddDays(-1)) == n[0] && c.on(d[0]) == c.name && c.own().effective.Before(d[0])
	}},
	{"Version NAME is withdrawn as of DAY.", "版本NAME自DAY起撤回。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.story.version(n[0]).withdrawn == d[0]
	}},
	{"Version NAME takes its place from DAY through DAY.", "版本NAME自DAY起恢复施行，至DAY止。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.own().withdrawn == d[0] && c.on(d[0].AddDays(-1)) == c.name && c.on(d[0]) == n[0] && c.on(d[1]) == n[0] && c.on(d[1].AddDays(1)) != n[0]
	}},
	{"From DAY version NAME is in force again.", "版本NAME自DAY起恢复施行。", func(c *claimant, d []policy.Date, n []string) bool {
		return c.own().withdrawn == d[0] && c.on(d[0].AddDays(-1)) == c.name && c.on(d[0]) == n[0] && c.story.version(n[0]).effective.Before(d[0])
	}},
	{"This policy ends on DAY and is not in force from that day.", "本政策于DAY终止，自该日起不再施行。", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.story.ends == d[0] && d[0].After(c.today)
	}},
	{"This policy ended on DAY.", "本政策已于DAY终止", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.story.ends == d[0] && !d[0].After(c.today)
	}},
	{"Comments on version NAME are taken from DAY through DAY. It is not in force", "版本NAME公开征求意见，自DAY起，至DAY止。该版本未施行", func(c *claimant, d []policy.Date, n []string) bool {
		v := c.story.version(n[0])
		return v.open(c.today) && v.from == d[0] && v.to == d[1] && !d[1].Before(c.today)
	}},
	{"Comments on version NAME closed on DAY. It is not in force", "版本NAME的征求意见已于DAY截止。该版本未施行", func(c *claimant, d []policy.Date, n []string) bool {
		v := c.story.version(n[0])
		return v.open(c.today) && v.to == d[0] && d[0].Before(c.today)
	}},
	{"For comment through DAY", "征求意见至DAY", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.own().open(c.today) && c.own().to == d[0] && !d[0].Before(c.today)
	}},
	{"For comment; closed on DAY", "征求意见稿，已于DAY截止", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.own().open(c.today) && c.own().to == d[0] && d[0].Before(c.today)
	}},
	{"Version NAME, first effective DAY", "版本NAME，DAY起首次施行", func(c *claimant, d []policy.Date, n []string) bool {
		return c.story.version(n[0]).effective == d[0] && c.on(d[0]) == n[0] && c.on(c.today) == "" && d[0].After(c.today)
	}},
	{"Version NAME, effective DAY", "版本NAME[，（]DAY起施行", func(c *claimant, d []policy.Date, n []string) bool {
		v := c.story.version(n[0])
		return v.effective == d[0] && !v.never()
	}},
	{"effective DAY", "DAY起施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.own().effective == d[0] && !c.own().never()
	}},
	{"Text in force", "现行文本", func(c *claimant, _ []policy.Date, _ []string) bool { return c.on(c.today) == c.name }},
	{"Read the text in force", "阅读现行文本", func(c *claimant, _ []policy.Date, _ []string) bool { return c.on(c.today) != "" }},
	{"; in force again from DAY", "；自DAY起恢复施行", func(c *claimant, d []policy.Date, _ []string) bool {
		return c.on(d[0]) == c.name && c.on(d[0].AddDays(-1)) != c.name && d[0].After(c.today)
	}},
	{"In force", "现行有效", func(c *claimant, _ []policy.Date, _ []string) bool {
		return c.holds([2]policy.Date{c.today, never})
	}},
	{"Superseded", "已被取代", func(c *claimant, _ []policy.Date, _ []string) bool { return c.holds() }},
}

// tongue is what is needed to read the pages of a language.
type tongue struct {
	lang       string
	aboutForce *regexp.Regexp // words of which no sentence may hold one that is no claim
	beside     *regexp.Regexp // words of that kind that say nothing of a version
	comment    string         // what is said of a draft for comment holds this
	versionIn  *regexp.Regexp
	bar        string // what the version is called in the version bar
	patterns   []pattern
}

// pattern finds a claim in words.
type pattern struct {
	*regexp.Regexp
	claim *claim
}

var tongues = []tongue{
	{
		"en",
		regexp.MustCompile(`(?i)in force|effect|replace|takes its place|withdraw|supersed|\bends?\b|\bended\b|\bcurrent\b|upcoming`),
		regexp.MustCompile(`Ended policies|^Effective$|^Withdrawn$|Proposed effective date|Announced effective date|\(in force again\)|^Each clause of the current text.*`),
		"omment", regexp.MustCompile(`(?:Version|Rules p\d+) (\d\.0)`), "Version",
		patternsOf(func(c *claim) string { return regexp.QuoteMeta(c.en) }),
	},
	{
		"zh",
		regexp.MustCompile(`施行|生效|取代|撤回|终止|现行|恢复`),
		regexp.MustCompile(`已终止的政策|^施行日期$|^撤回日期$|拟施行日期|原定施行日期|（恢复施行）|与现行文本的修订对照|^当前文本的每一条.*`),
		"征求意见", regexp.MustCompile(`(?:版本|规则 p\d+ )(\d\.0)`), "版本",
		longestFirst(patternsOf(func(c *claim) string { return c.zh })),
	},
}

func patternsOf(words func(*claim) string) []pattern {
	var out []pattern
	for i := range claims {
		if s := words(&claims[i]); s != "" {
			s = strings.ReplaceAll(s, "DAY", `(?P<day>\d{4}-\d\d-\d\d)`)
			s = strings.ReplaceAll(s, "NAME", `(?P<name>\d\.0)`)
			out = append(out, pattern{regexp.MustCompile(s), &claims[i]})
		}
	}
	return out
}

func longestFirst(all []pattern) []pattern {
	slices.SortStableFunc(all, func(a, b pattern) int { return len(b.String()) - len(a.String()) })
	return all
}

// judge takes what a sentence claims out of it and says what of that is wrong,
// or what it says that is no claim.
func (c *claimant) judge(in *tongue, words string) []string {
	var wrong []string
	words = in.beside.ReplaceAllString(words, "")
	for _, re := range in.patterns {
		words = re.ReplaceAllStringFunc(words, func(hit string) string {
			var days []policy.Date
			var names []string
			for k, value := range re.FindStringSubmatch(hit) {
				switch re.SubexpNames()[k] {
				case "day":
					d, err := policy.ParseDate(value)
					if err != nil {
						wrong = append(wrong, hit)
					}
					days = append(days, d)
				case "name":
					names = append(names, value)
				}
			}
			if needsOwn := c.own() == nil; needsOwn || !re.claim.right(c, days, names) {
				wrong = append(wrong, hit)
			}
			return ""
		})
	}
	if hit := in.aboutForce.FindString(words); hit != "" {
		wrong = append(wrong, fmt.Sprintf("%q is no claim that the test knows", words))
	}
	return wrong
}

// TestPagesStayTrue builds sites with versions in every state, on every day on
// which something turns and on those around it. Each sentence of a page that says
// what is in force is right on the day of the build and on the 400 days after it,
// if nothing is written anew.
func TestPagesStayTrue(t *testing.T) {
	seeds, step := uint64(8), 2
	if testing.Short() {
		seeds, step = 1, 9
	}
	said := make(map[string]int)
	for seed := range seeds {
		all := stories(seed, 2)
		for i, today := range around(all) {
			if i%step != 0 {
				continue
			}
			in := &tongues[i/step%len(tongues)] // each day in one language: reading takes as long as building
			read := func(name string) bool {
				return strings.HasPrefix(name, in.lang+"/") && strings.HasSuffix(name, ".html")
			}
			b := buildSite(t, writeStories(all, today), func(o *Options) {
				o.Today, o.Only = today, func(out *site.Output) bool { return read(out.Name) }
			})
			for name := range b.files {
				if read(name) {
					checkTrue(t, fmt.Sprintf("seed %d, %s, %s", seed, today, name), b.doc(name), in, all, today, name, said)
				}
			}
		}
	}
	for i := range claims {
		if !testing.Short() && said[claims[i].en] == 0 {
			t.Errorf("no page says %q: the test shows nothing of it", claims[i].en)
		}
	}
}

func checkTrue(t *testing.T, where string, doc *html.Node, in *tongue, all []story, today policy.Date, file string, said map[string]int) {
	t.Helper()
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !slices.Contains([]string{"p", "dd", "dt", "a", "summary", "span", "h2", "th"}, n.Data) || within(n, "policy-text") || nested(n) {
			continue
		}
		words := spoken(n)
		if !in.aboutForce.MatchString(words) && !strings.Contains(words, in.comment) {
			continue
		}
		c := claimantOf(n, in, all, today, file)
		if c.story == nil {
			continue
		}
		for _, re := range in.patterns {
			if re.MatchString(words) {
				said[re.claim.en]++
			}
		}
		for _, wrong := range c.judge(in, words) {
			t.Errorf("%s: of version %s of %s, in %q: %s", where, c.name, c.story.slug, spoken(n.Parent), wrong)
		}
	}
}

// nested reports whether an element's words are judged with those of one around it.
func nested(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.Data {
		case "p", "dd", "a", "summary", "th":
			return true
		}
	}
	return false
}

func within(n *html.Node, class string) bool {
	for ; n != nil; n = n.Parent {
		if slices.Contains(strings.Fields(attribute(n, "class")), class) {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// spoken are the words of an element, dates as programs write them.
func spoken(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "time":
			b.WriteString(attribute(n, "datetime"))
		case within(n, "hidden") || n.Data == "script" || n.Data == "style":
		default:
			block := slices.Contains([]string{"p", "h1", "h2", "h3", "li", "dt", "dd", "div", "section", "ul", "ol"}, n.Data)
			if block {
				b.WriteByte(' ')
			}
			for c := range n.ChildNodes() {
				walk(c)
			}
			if block {
				b.WriteByte(' ')
			}
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

var slugOfStory = regexp.MustCompile(`\bp\d+\b`)

// claimantOf finds of which version an element speaks: that which is named nearest
// around it, else that in the address or in the version bar of the page.
func claimantOf(n *html.Node, in *tongue, all []story, today policy.Date, file string) *claimant {
	c := &claimant{today: today}
	for p := n; p != nil && c.name == ""; p = p.Parent {
		if p.Data == "li" || p == n && n.Data != "a" || p.Data == "th" || p.Data == "main" {
			if m := in.versionIn.FindStringSubmatch(spoken(p)); m != nil && !strings.Contains(file, "embed") && (p.Data != "main" || !within(n, "notice")) && !within(n, "notice") && !within(n, "band") || m != nil && file == in.lang+"/index.html" && p.Data == "li" {
				c.name = m[1]
			}
		}
	}
	parts := strings.Split(file, "/")
	at := ""
	if len(parts) > 2 {
		at = parts[1]
	}
	for p := n; p != nil && at == ""; p = p.Parent {
		if p.Data == "li" {
			at = slugOfStory.FindString(spoken(p))
		}
	}
	for i := range all {
		if all[i].slug == at {
			c.story = &all[i]
		}
	}
	if c.story == nil {
		return c
	}
	if len(parts) > 3 && c.story.version(parts[2]) != nil && (c.name == "" || len(parts) == 4 || parts[3] == "with") {
		c.name = parts[2]
	}
	if len(parts) == 3 || len(parts) > 3 && (parts[2] == "embed" || parts[2] == "with") {
		c.name = barVersion(n, in)
	}
	if c.own() == nil {
		c.name = c.story.versions[0].name
	}
	return c
}

// barVersion is the version in the version bar of a page.
func barVersion(n *html.Node, in *tongue) string {
	root := n
	for root.Parent != nil {
		root = root.Parent
	}
	for dt := range root.Descendants() {
		if dt.Data == "dt" && spoken(dt) == in.bar {
			for dd := dt.NextSibling; dd != nil; dd = dd.NextSibling {
				if dd.Data == "dd" {
					return strings.Fields(spoken(dd))[0]
				}
			}
		}
	}
	return ""
}
