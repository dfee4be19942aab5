package diag

// maxCompared is how many candidates a Search looks at: some hundred mistakes
// in a text of a thousand clauses.
const maxCompared = 100_000

// Search finds what the mistyped words of one text meant. Thousands of them are
// no mistakes of typing: after maxCompared candidates it finds nothing more,
// which keeps the time for a text bounded. The zero Search is ready.
type Search struct{ compared int }

// Nearest is the function of that name, or "" where the search has ended.
func (s *Search) Nearest(word string, candidates []string) string {
	if s.compared += len(candidates); s.compared > maxCompared {
		return ""
	}
	return Nearest(word, candidates)
}

// DidYouMean is the function of that name, with what the search finds.
func (s *Search) DidYouMean(word string, candidates []string, fallback string) string {
	if n := s.Nearest(word, candidates); n != "" {
		return "did you mean " + n + "?"
	}
	return fallback
}

// Ended reports whether the search would find nothing among n more candidates.
func (s *Search) Ended(n int) bool { return s.compared+n > maxCompared }
