package identity

import (
	"strings"

	"diptych/internal/policy"
)

// fromNotation reads a history: texts with their versions and languages, clauses by
// letters that say which are one, with the ids that are written for them and what
// they are said to have been called: "1 zh: A B:b=c-1 | 2 zh: B".
func fromNotation(s string) (history, lineages) {
	var h history
	of, all := lineages{}, map[string]*lineage{}
	for _, text := range strings.Split(s, " | ") {
		head, body, _ := strings.Cut(text, ":")
		version, lang, _ := strings.Cut(head, " ")
		if len(h) == 0 || h[len(h)-1].name != version {
			h = append(h, edition{name: version, rank: len(h)})
		}
		t := &policy.Text{Lang: policy.Lang(lang)}
		for _, word := range strings.Fields(body) {
			name, id, explicit := strings.Cut(word, ":")
			c := &policy.Clause{Form: policy.Heading, Depth: 1}
			if explicit {
				was := ""
				c.Origin = policy.Explicit
				if c.ID, was, _ = strings.Cut(id, "="); was != "" {
					c.Former = []string{was}
				}
			}
			if all[name] == nil {
				all[name] = new(lineage)
			}
			of[c] = all[name]
			t.Clauses = append(t.Clauses, c)
		}
		e := &h[len(h)-1]
		e.texts = append(e.texts, t)
	}
	return h, of
}
