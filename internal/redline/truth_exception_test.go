package redline_test

import (
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// saysSame reports whether a section says the same, read as was and as is, by one
// of the three ways in which words may differ and nothing be denied:
// references follow what was numbered anew, rows of a table stand in another
// order, and clauses became items or lines of a section or the reverse.
// TestWhatIsSaidInstead has what is said there.
func saysSame(r *redline.Redline, s *redline.Section, was, is string) bool {
	as := func(c *policy.Clause) *policy.Clause { return c }
	if s.Verdict() == redline.Form && slices.ContainsFunc(s.Changes, func(i int) bool { return r.Changes[i].Kind == redline.Moved }) {
		as = sortedRows
		was, is = readOf(r.Old, as(s.Old)), readOf(r.New, as(s.New))
	}
	if slices.ContainsFunc(s.Changes, func(i int) bool { return slices.Contains(r.Changes[i].Formats, redline.Structure) }) {
		parts := ""
		for _, c := range leftSection(r, s) {
			parts += readOf(r.Old, as(c))
		}
		was = strings.TrimSuffix(was, parts)
		for _, c := range joinedSection(r, s) {
			was += readOf(r.Old, as(c))
		}
	}
	return reads(was, is, followed(r, s)) || runsOn(r, s)
}

// runsOn reports whether the words of a section that others are lines of, or
// were, differ by these and their labels: a list that runs on in one paragraph
// has its labels among the words.
func runsOn(r *redline.Redline, s *redline.Section) bool {
	if !slices.ContainsFunc(s.Changes, func(i int) bool { return slices.Contains(r.Changes[i].Formats, redline.Structure) }) {
		return false
	}
	lines := func(cs []*policy.Clause) (out string) {
		for _, c := range cs {
			label := &policy.Clause{Blocks: []policy.Block{{Kind: policy.Para, Runs: []policy.Run{{Text: c.Label.Text}}}}}
			out += readOf(r.Old, label) + readOf(r.Old, c)
		}
		return out
	}
	joined := append(joinedSection(r, s), linesOf(r, s.Old)...)
	was, is := readOf(r.Old, s.Old), readOf(r.New, s.New)
	left := lines(leftSection(r, s))
	if left != "" && was == is+left {
		return true
	}
	rest, ok := strings.CutPrefix(is, was)
	for _, c := range joined {
		words := readOf(r.Old, c)
		if at := strings.Index(rest, words); rest != "" && at >= 0 && at <= len("一百二十三") { // behind its label, which may be another now
			rest = rest[at+len(words):]
		}
	}
	return ok && len(joined) > 0 && rest == "" && is != was
}

// leftSection returns what was an item or a line of a section and is a section
// behind it.
func leftSection(r *redline.Redline, s *redline.Section) (out []*policy.Clause) {
	for i := range r.Sections {
		d := &r.Sections[i]
		switch {
		case d.Old == nil || d.New == nil:
		case d.Old.Form == policy.Item && d.Old.Section() == s.Old, !slices.Contains(r.Old.Clauses, d.Old) && d.Old.Parent == s.Old:
			out = append(append(out, d.Old), linesOf(r, d.Old)...)
		}
	}
	return out
}

// linesOf returns the items behind one that is a section now, which are lines of
// the same paragraph: no section of their own answers to them.
func linesOf(r *redline.Redline, first *policy.Clause) (out []*policy.Clause) {
	at := slices.Index(r.Old.Clauses, first)
	if at < 0 || first.Form != policy.Item {
		return nil
	}
	for _, c := range r.Old.Clauses[at+1:] {
		if c.Form != policy.Item || c.Parent != first.Parent || slices.ContainsFunc(r.Sections, func(s redline.Section) bool { return s.Old == c }) {
			break
		}
		out = append(out, c)
	}
	return out
}

// joinedSection returns what was a section behind one and is an item or a line
// of it.
func joinedSection(r *redline.Redline, s *redline.Section) (out []*policy.Clause) {
	stays := map[*policy.Clause]bool{}
	for i := range r.Sections {
		stays[r.Sections[i].Old] = true
	}
	for _, c := range r.Old.Clauses[slices.Index(r.Old.Clauses, s.Old)+1:] {
		if c.Form == policy.Item {
			continue
		}
		if c.Form == policy.Endnotes || stays[c] {
			break
		}
		out = append(out, c)
	}
	return out
}

// followed returns the references in a section, or in notes that it cites, that
// followed.
func followed(r *redline.Redline, s *redline.Section) []redline.RefChange {
	var out []redline.RefChange
	for _, i := range s.Changes {
		out = append(out, r.Changes[i].Refs...)
	}
	html := bareRefs(s.New)
	for _, c := range r.Changes {
		if _, note := policy.NoteNumber(c.ClauseID); note && strings.Contains(html, `href="#`+c.ClauseID+`"`) {
			out = append(out, c.Refs...)
		}
	}
	return out
}

// follows reports whether there are any.
func follows(r *redline.Redline, s *redline.Section) bool { return len(followed(r, s)) > 0 }

// reads reports whether was is is, where references follow.
func reads(was, is string, refs []redline.RefChange) bool {
	type place struct{ i, j int }
	seen := map[place]bool{}
	var from func(p place) bool
	from = func(p place) bool {
		for !seen[p] {
			seen[p] = true
			for _, c := range refs {
				old, new := said(c.Old, 0), said(c.New, 0)
				if strings.HasPrefix(was[p.i:], old) && strings.HasPrefix(is[p.j:], new) && from(place{p.i + len(old), p.j + len(new)}) {
					return true
				}
			}
			if p.i == len(was) || p.j == len(is) {
				return p.i == len(was) && p.j == len(is)
			}
			if was[p.i] != is[p.j] {
				return false
			}
			p.i, p.j = p.i+1, p.j+1
		}
		return false
	}
	return from(place{})
}

// sortedRows returns a clause with the rows of its tables, and the cells of
// each, in the order of what they say.
func sortedRows(c *policy.Clause) *policy.Clause {
	var sorted func(bs []policy.Block, in policy.BlockKind) []policy.Block
	sorted = func(bs []policy.Block, in policy.BlockKind) []policy.Block {
		out := slices.Clone(bs)
		for i := range out {
			out[i].Blocks = sorted(out[i].Blocks, out[i].Kind)
		}
		if in == policy.Table || in == policy.Row {
			slices.SortStableFunc(out, func(x, y policy.Block) int {
				return strings.Compare(strings.Join(policy.PlainBlocks([]policy.Block{x}), "|"), strings.Join(policy.PlainBlocks([]policy.Block{y}), "|"))
			})
		}
		return out
	}
	d := *c
	d.Blocks = sorted(c.Blocks, policy.Para)
	return &d
}

// TestWhatIsSaidInstead: where words differ and none changed, the list of changes
// says why; a word that changes there too is a change of words.
func TestWhatIsSaidInstead(t *testing.T) {
	t.Parallel()
	const (
		oldRefs  = "## 第一条 押金 {#a}\n\n押金为一个月租金。\n\n## 第二条 违约 {#x}\n\n违反第一条的，应当赔偿。\n"
		newRefs  = "## 第一条 总则 {#n}\n\n本约适用于租客。\n\n## 第二条 押金 {#a}\n\n押金为一个月租金。\n\n## 第三条 违约 {#x}\n\n违反第二条的，应当赔偿。\n"
		oldRows  = "## Stalls {#x}\n\n| Stall | Rent |\n|---|---|\n| Bread | 10 |\n| Fish | 30 |\n| Tea | 20 |\n"
		newRows  = "## Stalls {#x}\n\n| Stall | Rent |\n|---|---|\n| Bread | 10 |\n| Tea | 20 |\n| Fish | 30 |\n"
		clauses  = "## 1. Duties {#x}\n\nThe tenant shall:\n\n(a) keep the flat clean and well aired;\n\n(b) hand back all keys on leaving.\n"
		items    = "## 1. Duties {#x}\n\nThe tenant shall:\n\n1. keep the flat clean and well aired;\n2. hand back all keys on leaving.\n"
		headings = "## 1. Duties {#x}\n\nThe tenant has some.\n\n### Air\n\nRooms are aired daily.\n\n### Keys\n\nHe hands back all keys.\n"
		lines    = "## 1. Duties {#x}\n\nThe tenant has some.\n\n**Air**\n\nRooms are aired daily.\n\n**Keys**\n\nHe hands back all keys.\n"
		close    = "## Duties {#x}\n\n- keep the flat clean;\n- hand back all keys.\n"
		apart    = "## Duties {#x}\n\n- keep the flat clean;\n\n- hand back all keys.\n"
	)
	edit := strings.NewReplacer("应当赔偿", "无需赔偿", "20", "25", "all keys", "no keys")
	for _, c := range []struct {
		lang           policy.Lang
		name, old, new string
		kind           redline.Kind
		verdict        redline.Verdict
	}{
		{"zh", "references follow", oldRefs, newRefs, redline.Renumbered, redline.Same},
		{"en", "rows in another order", oldRows, newRows, redline.Moved, redline.Form},
		{"en", "clauses become items", clauses, items, redline.Restructured, redline.Form},
		{"en", "items become clauses", items, clauses, redline.Restructured, redline.Form},
		{"en", "sections become lines", headings, lines, redline.Restructured, redline.Form},
		{"en", "lines become sections", lines, headings, redline.Restructured, redline.Form},
		{"en", "items farther apart", close, apart, redline.Editorial, redline.Form},
	} {
		for _, x := range []struct {
			new     string
			verdict redline.Verdict
		}{{c.new, c.verdict}, {edit.Replace(c.new), redline.Words}} {
			r := checkLaw(t, c.name, parse(c.old, c.lang), parse(x.new, c.lang))
			var kinds []redline.Kind
			verdict := redline.Same
			for i := range r.Sections {
				s := &r.Sections[i]
				if s.Old == nil || s.Old.ID != "x" && s.Old.ID != "" && s.Old.Form != policy.Item && s.New.Form != policy.Item {
					continue
				}
				verdict = max(verdict, s.Verdict())
				for _, k := range s.Changes {
					kinds = append(kinds, r.Changes[k].Kind)
				}
			}
			if verdict != x.verdict || x.verdict != redline.Words && !slices.Contains(kinds, c.kind) {
				t.Errorf("%s: verdict %d, %v; want verdict %d, %s\n%s", c.name, verdict, kinds, x.verdict, c.kind, describe(t, r))
			}
		}
	}
}
