package check

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSentences holds where sentences end; | parts them.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		"我们收集姓名。|我们收集电话！|您同意吗？|（见附件。）|其他",
		"甲；|乙；|丙。",
		"他说：“可以。”|然后离开。",
		"We collect names.|We collect e-mails!|Do you agree?|\"Yes.\"|(See below.)|The rest",
		"See example.com, i.e. the site of Example Inc. in the U.S. of today, No. 5, v. 2.0.|Then reply.",
		"We delete it; we keep no copy.",
		"First line|second line",
	} {
		words := strings.ReplaceAll(want, "|", " ")
		switch {
		case strings.Contains(want, "line|"):
			words = strings.ReplaceAll(want, "|", "\n")
		case strings.Contains(want, "; "):
			want = strings.ReplaceAll(want, "; ", ";|")
		}
		if got := strings.Join(sentences(words), "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestSentencesHoldAllWords: no word is lost and none is added, whatever comes
// in.
func TestSentencesHoldAllWords(t *testing.T) {
	sentences("\xff。\xff. \xff!\xe3")
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOf(rapid.SampledFrom([]rune("甲。；！ .;!?\nAa1)”(\xff\u00a0"))).Draw(t, "words")
		got := strings.Join(sentences(words), "")
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(got) != bare(words) {
			t.Fatalf("%q became %q", words, got)
		}
		if slices.Contains(sentences(words), "") {
			t.Fatal("an empty sentence")
		}
	})
}
