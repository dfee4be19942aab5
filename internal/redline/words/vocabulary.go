package words

import (
	"strconv"
	"strings"

	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// vocabulary numbers the words of one comparison: a single Han character is its
// code point, anything else a negative number in order of appearance. A word
// that is struck, raised or lowered is another word.
type vocabulary struct {
	words  map[string]int32
	hashes []uint32 // of the words, by -id-1; they do not depend on the order

	tokens   []Token  // room for those of the leaf that is being cut
	features []uint32 // room for those that are being sorted
}

// newVocabulary returns a vocabulary with room for the words that texts of so
// many bytes may have.
func newVocabulary(bytes int) *vocabulary {
	n := min(bytes/bytesPerWord, 2000)
	return &vocabulary{words: make(map[string]int32, n), hashes: make([]uint32, 0, n)}
}

// bytesPerWord is how many bytes there are to a word that is cut and that no word
// before it is: most of two versions is the same, and is never cut.
const bytesPerWord = 400

func (in *vocabulary) id(s string) int32 {
	id, ok := in.words[s]
	if !ok {
		id = in.add(s, mix(hashOf(Fold(s))))
	}
	return id
}

func (in *vocabulary) add(s string, hash uint32) int32 {
	id := -int32(len(in.words)) - 1
	in.words[s] = id
	in.hashes = append(in.hashes, hash)
	return id
}

// marked returns the id of a token that is written with the formats, which are
// of policy.Wording. Its hash is that without them: a text that was struck out
// is still like what it was.
func (in *vocabulary) marked(w string, t *Token, marks policy.Marks) int32 {
	key := "\x00marked " + strconv.Itoa(int(marks)) + " " + foldSpace(w)
	id, ok := in.words[key]
	if !ok {
		id = in.add(key, in.hash(t))
	}
	return id
}

// Fold returns words in the one of two ways of writing Chinese in which they are
// weighed. It is for comparing, not for showing.
func Fold(s string) string { return strings.Map(cjk.Simplify, s) }

// hash returns what a token is in features. It does not depend on the order in
// which words appeared, and a traditional character is its simplified form: a
// text that was written anew in the other way is as much alike as before.
func (in *vocabulary) hash(t *Token) uint32 {
	if t.ID < 0 {
		return in.hashes[-t.ID-1]
	}
	return uint32(cjk.Simplify(t.ID))
}

// hashOf returns the 64-bit FNV-1a sum of a word and its end. Which features are
// kept of long texts follows from it.
func hashOf(s string) uint64 {
	const prime = 1099511628211
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return (h ^ 0xff) * prime
}
