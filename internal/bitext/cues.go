package bitext

import (
	"strings"
	"sync"
	"unicode/utf8"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// Cues are what the words of texts tell whatever they are aligned with. Words
// that stand in several texts, such as the versions of a policy, are read once.
// It is safe for concurrent use; the zero value is ready, and nil keeps nothing.
type Cues struct {
	mu      sync.Mutex
	told    map[spoken][]hint
	figures figure.Memo
}

// Figures keeps the figures of the words, for all who ask for them.
func (c *Cues) Figures() *figure.Memo {
	if c == nil {
		return nil
	}
	return &c.figures
}

// spoken is words in a language.
type spoken struct {
	words string
	lang  policy.Tag
}

// hint is a cue as words have it.
type hint struct {
	cue
	kind cueKind
	sure bool // of a concept: the word tells no other
}

// in returns the hints in words. The caller must not change them.
func (c *Cues) in(words string, lang policy.Tag) []hint {
	if c == nil {
		return c.read(words, lang)
	}
	key := spoken{words, lang}
	c.mu.Lock()
	out, ok := c.told[key]
	c.mu.Unlock()
	if ok {
		return out
	}
	out = c.read(words, lang)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.told == nil {
		c.told = map[spoken][]hint{}
	}
	c.told[key] = out
	return out
}

func (c *Cues) read(words string, lang policy.Tag) []hint {
	han, lexicon := lang.WritesHan(), theLexicon()
	if han {
		words = simplify(words)
	}
	out := c.numbers(words, lang)
	tell := func(concepts []cue) {
		for _, c := range concepts {
			out = append(out, hint{c, conceptCue, len(concepts) == 1})
		}
	}
	for i := 0; i < len(words); {
		c := words[i]
		switch {
		case letter(c):
			n := run(words[i:], letter)
			out = append(out, hint{makeCue(wordCue, words[i:i+n]), wordCue, false})
			if !han {
				tell(lexicon.english(words[i : i+n]))
			}
			i += n
		case c < utf8.RuneSelf:
			i++
		default:
			if cs, n := lexicon.han(words[i:]); n > 0 {
				tell(cs)
				i += n
				continue
			}
			_, n := utf8.DecodeRuneInString(words[i:])
			i += n
		}
	}
	return out
}

// numbers returns the numbers of the figures in words, whatever they count: 24
// hours are 二十四小时, and 5 万元 are 50,000 yuan. What translations add and drop
// at will tells nothing.
func (c *Cues) numbers(words string, lang policy.Tag) []hint {
	var out []hint
	for _, f := range c.Figures().Find(words, lang) {
		switch {
		case f.Kind == figure.Email || f.Kind == figure.URL || f.Weak && f.Kind != figure.Reference && f.Kind != figure.Law:
		default:
			number, _, _ := strings.Cut(f.Value, " ")
			out = append(out, hint{makeCue(figureCue, number), figureCue, false})
		}
	}
	return out
}
