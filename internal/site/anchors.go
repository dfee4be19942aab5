package site

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

// Add enters the texts of a policy whose clauses are known. Texts that have
// the same anchors, as most versions do, share them.
func (a *Anchors) Add(p *policy.Policy) {
	sorted := make(map[textKey][]string)
	last := make(map[policy.Lang][]string)
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			anchors := t.Anchors()
			slices.Sort(anchors)
			if anchors = slices.Compact(anchors); !slices.Equal(anchors, last[t.Lang]) {
				last[t.Lang] = detached(anchors)
			}
			sorted[textKey{p.Slug, v.Name, t.Lang}] = last[t.Lang]
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

// detached copies strings, as a part of a source would keep all of it in
// memory.
func detached(list []string) []string {
	out, all := make([]string, len(list)), strings.Join(list, "")
	for i, s := range list {
		out[i], all = all[:len(s)], all[len(s):]
	}
	return out
}

// Has reports whether the version's text in lang has the anchor.
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

// Knows reports whether the texts of the policy were read.
func (a *Anchors) Knows(p *policy.Policy) bool {
	v := p.Versions[0]
	a.mu.RLock()
	defer a.mu.RUnlock()
	_, ok := a.of[textKey{p.Slug, v.Name, v.Texts[0].Lang}]
	return ok
}
