package html

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

// A text defines a term where quoted or bold words stand before a verb that
// says what they mean: “个人信息”是指…, **Personal data** means …

// term is a defined term: bytes from–to of the words of a run.
type term struct{ run, from, to int }

// terms finds the terms that runs define, in order; nil where there are none.
// It looks only behind bold words and behind closing quotation marks, as most
// runs have neither.
func terms(runs []policy.Run) []term {
	var out []term
	add := func(t term) {
		if t, ok := trimmed(t, runs); ok {
			out = append(out, t)
		}
	}
	for i := range runs {
		r := &runs[i]
		if r.Kind != policy.Words || r.Marks&policy.CodeMark != 0 {
			continue
		}
		rest := r.Text
		if i > 0 && isBold(&runs[i-1]) {
			for _, q := range quotes {
				rest = strings.TrimPrefix(rest, q[1])
			}
			if defines(rest) {
				add(term{i - 1, 0, len(runs[i-1].Text)})
			}
		}
		for _, q := range quotes {
			for end := 0; ; {
				n := strings.Index(r.Text[end:], q[1])
				if n < 0 {
					break
				}
				last := end + n
				end = last + len(q[1])
				if !defines(r.Text[end:]) {
					continue
				}
				from := max(0, last-reach)
				if open := strings.LastIndex(r.Text[from:last], q[0]); open >= 0 {
					add(term{i, from + open + len(q[0]), last})
				}
			}
		}
	}
	return apart(out)
}

// apart brings terms in order and keeps the first of those that share words.
func apart(list []term) []term {
	slices.SortFunc(list, func(a, b term) int { return cmp.Or(a.run-b.run, a.from-b.from) })
	kept := list[:0]
	for _, t := range list {
		if n := len(kept) - 1; n < 0 || kept[n].run != t.run || kept[n].to <= t.from {
			kept = append(kept, t)
		}
	}
	return kept
}

func isBold(r *policy.Run) bool {
	return r.Kind == policy.Words && r.Marks&policy.Strong != 0 && r.Link == nil
}

// quotes are the marks around terms, by pairs.
var quotes = [...][2]string{{"“", "”"}, {`"`, `"`}, {"「", "」"}}

// verbs say that what stands before them is a term.
var (
	verbsHan   = [...]string{"是指", "系指", "指"}
	verbsLatin = [...]string{"means ", "mean ", "shall mean ", "refers to ", "refer to ", "shall refer to "}
)

// noVerb are the characters with which 指 makes another word: 指定, 指南.
const noVerb = "南定示引纹导派责控明出向望标甲针令挥数证"

// defines reports whether s, which stands behind a term, goes on with a verb.
func defines(s string) bool {
	words := strings.TrimLeft(s, " ，,：:")
	for _, v := range verbsHan {
		if after, ok := strings.CutPrefix(words, v); ok {
			next, _ := utf8.DecodeRuneInString(after)
			return v != "指" || !strings.ContainsRune(noVerb, next)
		}
	}
	for _, v := range verbsLatin {
		if len(words) < len(s) && strings.HasPrefix(words, v) {
			return true
		}
	}
	return false
}

// longestTerm is how many runes a term may have: what is longer is a sentence.
const longestTerm = 40

// reach is how many bytes before its closing quotation mark a term may begin,
// with the white space and marks around it.
const reach = 8 * longestTerm

// trimmed leaves out the quotation marks and what else stands around the words
// of a term, and reports whether they are one.
func trimmed(t term, runs []policy.Run) (term, bool) {
	s := runs[t.run].Text
	const around = " “”「」\"‘’：:，,"
	words := strings.TrimLeft(s[t.from:t.to], around)
	t.from = t.to - len(words)
	words = strings.TrimRight(words, around)
	t.to = t.from + len(words)
	return t, words != "" && utf8.RuneCountInString(words) <= longestTerm && !strings.ContainsAny(words, "。；;.!?！？“”\"")
}
