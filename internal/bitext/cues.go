package bitext

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"diptych/internal/cjk"
	"diptych/internal/figure"
	"diptych/internal/policy"
)

// Cues are what the words of texts tell whatever they are aligned with. Words
// that stand in several texts, such as the versions of a policy, are read once.
// It is safe for concurrent use; the zero value is ready.
type Cues struct {
	told    figure.Readings[reading]
	figures figure.Memo

	mu      sync.Mutex
	numbers map[cue]int32 // counted from 0
}

// Figures keeps the figures of the words, for all who ask for them.
func (c *Cues) Figures() *figure.Memo {
	if c == nil {
		return nil
	}
	return &c.figures
}

// reading is what words tell by themselves.
type reading struct {
	hints []hint  // of each cue one, in the order of the hashes
	size  float64 // as cjk.Breadth has it
}

// hint is a cue as words have it.
type hint struct {
	cue
	number int32 // of the cue, among all that Cues know
	sure   bool  // it is a concept, which some word tells that tells no other
}

// in returns what words tell. The caller must not change it.
func (c *Cues) in(words string, lang policy.Tag) reading {
	return c.told.Of(words, lang, func(words string, lang policy.Tag) reading {
		return reading{c.distinct(c.hintsIn(words, lang)), float64(cjk.Breadth(words))}
	})
}

// distinct sorts hints, takes those of one cue together and numbers them.
func (c *Cues) distinct(hints []hint) []hint {
	slices.SortFunc(hints, func(x, y hint) int { return cmp.Compare(x.cue, y.cue) })
	out := hints[:0]
	for _, h := range hints {
		if n := len(out); n > 0 && out[n-1].cue == h.cue {
			out[n-1].sure = out[n-1].sure || h.sure
		} else {
			out = append(out, h)
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.numbers == nil {
		c.numbers = map[cue]int32{}
	}
	for i := range out {
		n, ok := c.numbers[out[i].cue]
		if !ok {
			n = int32(len(c.numbers))
			c.numbers[out[i].cue] = n
		}
		out[i].number = n
	}
	return slices.Clip(out)
}

// size is how many cues are known.
func (c *Cues) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.numbers)
}

func (c *Cues) hintsIn(words string, lang policy.Tag) []hint {
	han, lexicon := lang.WritesHan(), theLexicon()
	if han {
		words = simplify(words)
	}
	out := c.figuresIn(words, lang)
	tell := func(concepts []cue) {
		for _, c := range concepts {
			out = append(out, hint{cue: c, sure: len(concepts) == 1})
		}
	}
	for i := 0; i < len(words); {
		c := words[i]
		switch {
		case letter(c):
			n := run(words[i:], letter)
			out = append(out, hint{cue: makeCue(wordCue, words[i:i+n])})
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

// figuresIn returns the numbers of the figures in words, whatever they count: 24
// hours are 二十四小时, and 5 万元 are 50,000 yuan. What translations add and drop
// at will tells nothing.
func (c *Cues) figuresIn(words string, lang policy.Tag) []hint {
	var out []hint
	for _, f := range c.Figures().Find(words, lang) {
		switch {
		case f.Kind == figure.Email || f.Kind == figure.URL || f.Weak && f.Kind != figure.Reference && f.Kind != figure.Law:
		default:
			number, _, _ := strings.Cut(f.Value, " ")
			out = append(out, hint{cue: makeCue(figureCue, number)})
		}
	}
	return out
}
