package policy

import "testing"

func TestShowUnseen(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"", ""},
		{" ~", " ~"},
		{"a\tb\nc\u00a0d\u3000e\u2028", "a\tb\nc\u00a0d\u3000e\u2028"},
		{"a\u0007\u007f\u009d", "aU+0007U+007FU+009D"},
		{"re\u00adsign\u034f\u061c\ufeff", "reU+00ADsignU+034FU+061CU+FEFF"},
		{"保\u200b存\u200e\u200f", "保U+200B存U+200EU+200F"},
		{"\u2060\u2064\u2065", "U+2060U+2064\u2065"},
		{"葛\U000e0100 ❤\ufe0f", "葛U+E0100 ❤U+FE0F"},
		{"in\u202eno\u202c", "in\u202eno\u202c"},                             // the words are read in another order
		{"\u0600", "\u0600"},                                                 // a sign, though of the class of formats
		{"\u200cz\u200d保\u200c1\u200d", "U+200CzU+200D保U+200C1U+200D"},       // nothing that joins
		{"می\u200cخواهم ক্\u200dষ", "می\u200cخواهم ক্\u200dষ"},               // letters that join
		{"👩\u200d💻 👍🏽\u200d❤\ufe0f\u200d", "👩\u200d💻 👍🏽\u200d❤U+FE0F\u200d"}, // pictures that do
	} {
		if got := ShowUnseen(tt.words); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.words, got, tt.want)
		}
	}
}
