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
// order, and clauses became items of a section or items of it clauses.
// TestWhatIsSaidInstead has what is said there.
func saysSame(r *redline.Redline, s *redline.Section, was, is string) bool {
	if s.Verdict() == redline.Form && slices.ContainsFunc(s.Changes, func(i int) bool { return r.Changes[i].Kind == redline.Moved }) {
		was, is = readOf(r.Old, sortedRows(s.Old)), readOf(r.New, sortedRows(s.New))
	}
	was, is = formed(r, s, was, is)
	return reads(was, is, followed(r, s))
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

// formed leaves what became an item of the section out of what it says, and what
// was one and is a clause out of what it said.
func formed(r *redline.Redline, s *redline.Section, was, is string) (string, string) {
	if !slices.ContainsFunc(s.Changes, func(i int) bool { return slices.Contains(r.Changes[i].Formats, redline.Structure) }) {
		return was, is
	}
	stays := map[*policy.Clause]bool{}
	for i := range r.Sections {
		d := &r.Sections[i]
		stays[d.Old] = stays[d.Old] || d.New == nil || d.New.Form != policy.Item
		if d.Old != nil && d.New != nil && d.Old.Form == policy.Item {
			was = cutLast(was, readOf(r.Old, d.Old))
		}
	}
	for _, c := range r.Old.Clauses {
		if c.Form != policy.Endnotes && c.Form != policy.Item && !stays[c] {
			is = cutLast(is, readOf(r.Old, c))
		}
	}
	return was, is
}

func cutLast(s, part string) string {
	if i := strings.LastIndex(s, part); i >= 0 {
		return s[:i] + s[i+len(part):]
	}
	return s
}

// TestWhatIsSaidInstead: where words differ and none changed, the list of changes
// says why; a word that changes there too is a change of words.
func TestWhatIsSaidInstead(t *testing.T) {
	t.Parallel()
	const (
		oldRefs = "## 第一条 押金 {#a}\n\n押金为一个月租金。\n\n## 第二条 违约 {#x}\n\n违反第一条的，应当赔偿。\n"
		newRefs = "## 第一条 总则 {#n}\n\n本约适用于租客。\n\n## 第二条 押金 {#a}\n\n押金为一个月租金。\n\n## 第三条 违约 {#x}\n\n违反第二条的，应当赔偿。\n"
		oldRows = "## Stalls {#x}\n\n| Stall | Rent |\n|---|---|\n| Bread | 10 |\n| Fish | 30 |\n| Tea | 20 |\n"
		newRows = "## Stalls {#x}\n\n| Stall | Rent |\n|---|---|\n| Bread | 10 |\n| Tea | 20 |\n| Fish | 30 |\n"
		clauses = "## 1. Duties {#x}\n\nThe tenant shall:\n\n(a) keep the flat clean and well aired;\n\n(b) hand back all keys on leaving.\n"
		items   = "## 1. Duties {#x}\n\nThe tenant shall:\n\n1. keep the flat clean and well aired;\n2. hand back all keys on leaving.\n"
		close   = "## Duties {#x}\n\n- keep the flat clean;\n- hand back all keys.\n"
		apart   = "## Duties {#x}\n\n- keep the flat clean;\n\n- hand back all keys.\n"
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
				if s.Old == nil || s.Old.ID != "x" && s.Old.Form != policy.Item && s.New.Form != policy.Item {
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
