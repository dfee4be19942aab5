package bitext

import (
	"strings"

	"diptych/internal/policy"
)

// cue is something in a text that survives translation: a figure, a Latin
// word, the target of a link, or a concept of the lexicon; its hash.
type cue uint32

// cueKind keeps cues of different kinds apart.
type cueKind byte

const (
	figureCue  cueKind = 'f'
	wordCue    cueKind = 'w'
	linkCue    cueKind = 'l'
	conceptCue cueKind = 'c'
)

func makeCue(k cueKind, s string) cue {
	h := uint32(2166136261)
	h = (h ^ uint32(k)) * 16777619
	for i := range len(s) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return cue(h)
}

// linkCues returns the targets of links and images.
func linkCues(runs []policy.Run) []hint {
	var out []hint
	var link *policy.Link
	for i := range runs {
		if l := runs[i].Link; l != nil && l != link {
			link = l
			out = append(out, hint{cue: makeCue(linkCue, bareAddress(l.Dest))})
		}
		if p := runs[i].Image; p != nil {
			out = append(out, hint{cue: makeCue(linkCue, p.Dest)})
		}
	}
	return out
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func run(s string, is func(byte) bool) int {
	n := 1
	for n < len(s) && is(s[n]) {
		n++
	}
	return n
}

// bareAddress drops what differs between the languages of one address.
func bareAddress(dest string) string {
	dest = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(dest, "https://"), "http://"), "/")
	for _, locale := range [...]string{"/zh-CN", "/zh-TW", "/en-US", "/zh", "/en", "/cn"} {
		if i := strings.Index(dest, locale); i >= 0 && (i+len(locale) == len(dest) || strings.IndexByte("/?#.", dest[i+len(locale)]) >= 0) {
			return dest[:i] + dest[i+len(locale):]
		}
	}
	return dest
}
