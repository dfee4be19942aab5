package page

// said picks what is said beside a clause of its changes, by index, and of those
// of the notes that it cites.
func said(items []ChangeItem, changes, notes []int) Said {
	var out Said
	seen := make(map[int]bool, len(changes))
	for _, i := range changes {
		if seen[i] {
			continue // both ends of a move
		}
		seen[i] = true
		if c := &items[i]; c.Changed || len(c.Looks)+len(c.Links)+len(c.Images)+len(c.Formats) > 0 {
			out.Changes = append(out.Changes, *c)
		}
	}
	for _, i := range notes {
		out.Notes = append(out.Notes, items[i])
	}
	return out
}
