package words

import "diptych/internal/align"

// vocabulary numbers the words of one comparison: a single Han character is its
// code point, anything else a negative number in order of appearance.
type vocabulary struct {
	words  map[string]int32
	hashes []uint32 // of the words, by -id-1; they do not depend on the order
}

func newVocabulary() *vocabulary { return &vocabulary{words: make(map[string]int32)} }

func (in *vocabulary) id(s string) int32 {
	id, ok := in.words[s]
	if !ok {
		id = -int32(len(in.words)) - 1
		in.words[s] = id
		in.hashes = append(in.hashes, mix(uint64(align.NewKey().Text(s))))
	}
	return id
}

// hash returns what a token is in features. It does not depend on the order in
// which words appeared.
func (in *vocabulary) hash(t *Token) uint32 {
	if t.Kind == Word {
		return in.hashes[-t.ID-1]
	}
	return uint32(t.ID)
}
