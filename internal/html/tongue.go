package html

import (
	"html/template"
	"slices"

	"diptych/internal/policy"
)

// Tongue says which words are marked as being in another language than those
// around them, so that they get that language's glyphs, line breaks and voice:
// Chinese in a text that is not, and English sentences in Chinese. Names and
// single words stay as they are; Chinese is full of them. The zero Tongue marks
// nothing.
type Tongue struct {
	Lang  string // BCP 47 tag of the words around
	Han   string // tag for Chinese
	Latin string // tag for English
}

// NewTongue marks Chinese and English with the tags of the first such languages
// of a site, or with zh and en where it has none.
func NewTongue(around policy.Tag, site []policy.Tag) Tongue {
	t := Tongue{Lang: string(around), Han: "zh", Latin: "en"}
	for _, tag := range slices.Backward(site) {
		switch tag.Base() {
		case "zh":
			t.Han = string(tag)
		case "en":
			t.Latin = string(tag)
		}
	}
	return t
}

// into goes into a block and returns the language outside of it.
func (t *Tongue) into(k *policy.Block) (outer string) {
	outer = t.Lang
	if k.Lang != "" && outer != "" {
		t.Lang = k.Lang
	}
	return outer
}

// HTML returns s, which is no attribute, with its foreign words marked.
func (t Tongue) HTML(s string) template.HTML {
	w := Writer{tongue: t}
	w.words(s)
	return w.HTML()
}

// words writes words of the text, the foreign ones among them marked.
func (w *Writer) words(s string) {
	for {
		from, to, tag := w.tongue.foreign(s)
		if tag == "" {
			w.text(s)
			return
		}
		w.text(s[:from])
		w.raw(`<span lang="`)
		w.text(tag)
		w.raw(`">`)
		w.text(s[from:to])
		w.raw("</span>")
		s = s[to:]
	}
}

// foreign finds the first stretch of s to be marked; tag is "" where there is
// none.
func (t Tongue) foreign(s string) (from, to int, tag string) {
	if t.Lang == "" {
		return 0, 0, ""
	}
	if policy.Tag(t.Lang).WritesHan() {
		if t.Latin == "" {
			return 0, 0, ""
		}
		if from, to = sentence(s); to > 0 {
			tag = t.Latin
		}
		return from, to, tag
	}
	if t.Han == "" {
		return 0, 0, ""
	}
	if from, to = han(s); to > 0 {
		tag = t.Han
	}
	return from, to, tag
}
