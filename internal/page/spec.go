package page

import (
	"slices"

	"diptych/internal/policy"
)

// view makes what a page of one kind shows, and knows of which type that is.
type view struct {
	empty func() any
	make  func(*Maker, *Series, Page) any
}

// ofSite is the view of pages that are made without the text of any policy.
func ofSite[V any](show func(*Maker, Page) *V) view {
	return view{
		empty: func() any { return new(V) },
		make:  func(m *Maker, _ *Series, p Page) any { return show(m, p) },
	}
}

// ofPolicy is the view of pages that are made of the texts of a policy.
func ofPolicy[V any](show func(*Series, Page) *V) view {
	return view{
		empty: func() any { return new(V) },
		make:  func(_ *Maker, s *Series, p Page) any { return show(s, p) },
	}
}

// EmptyView is the zero view of the kind, for the check of its template.
func (s *Spec) EmptyView() any { return s.view.empty() }

// HasTwin reports whether pages of the kind have a twin for programs beside
// them, index.json.
func (s *Spec) HasTwin() bool { return s.data != nil }

// SpecOf returns what is known of a kind, or nil.
func SpecOf(k Kind) *Spec {
	for i := range Kinds {
		if Kinds[i].Kind == k {
			return &Kinds[i]
		}
	}
	return nil
}

// specAt returns the kind of the pages at a place. TestEveryPlaceHasAKind holds
// that there is one.
func specAt(place policy.Place) *Spec {
	for i := range Kinds {
		if slices.Contains(Kinds[i].At, place) {
			return &Kinds[i]
		}
	}
	return nil
}
