package build

import (
	"slices"
	"strings"
	"sync"

	"diptych/internal/policy"
)

// Anchors is an index of the targets in every text that was read. It is safe
// for concurrent use.
type Anchors struct {
	mu sync.RWMutex
	of map[textKey][]string // sorted
}

type textKey struct {
	slug, version string
	lang          policy.Lang
}

// Add enters the texts of a policy whose clauses are known.
func (a *Anchors) Add(p *policy.Policy) {
	sorted := make(map[textKey][]string)
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			anchors := t.Anchors()
			all := strings.Join(anchors, "") // a copy, as a part of the source would keep all of it in memory
			for i, s := range anchors {
				anchors[i], all = all[:len(s)], all[len(s):]
			}
			slices.Sort(anchors)
			sorted[textKey{p.Slug, v.Name, t.Lang}] = slices.Compact(anchors)
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.of == nil {
		a.of = make(map[textKey][]string)
	}
	for k, s := range sorted {
		a.of[k] = s
	}
}

// Has tells whether the version's text in lang has the anchor.
func (a *Anchors) Has(slug, version string, lang policy.Lang, anchor string) bool {
	_, found := slices.BinarySearch(a.List(slug, version, lang), anchor)
	return found
}

// List returns the anchors of the version's text in lang, sorted; nil where
// there is no such text or it was not read yet.
func (a *Anchors) List(slug, version string, lang policy.Lang) []string {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.of[textKey{slug, version, lang}]
}

// Knows tells whether the texts of the policy were read.
func (a *Anchors) Knows(p *policy.Policy) bool {
	v := p.Versions[0]
	a.mu.RLock()
	defer a.mu.RUnlock()
	_, ok := a.of[textKey{p.Slug, v.Name, v.Texts[0].Lang}]
	return ok
}
