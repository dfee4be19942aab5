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
		{"\u2060\u2064\u2065", "U+2060U+2064U+2065"},
		{"葛\U000e0100 ❤\ufe0f", "葛U+E0100 ❤U+FE0F"},
		{"in\u202eno\u202c \u2066\u2069", "inU+202EnoU+202C U+2066U+2069"},   // the words are read in another order
		{"may\U000e006e\U000e006f\U000e0074", "mayU+E006EU+E006FU+E0074"},    // letters as tags
		{"\u3164\u115f\uffa0\u2800\u180e", "U+3164U+115FU+FFA0U+2800U+180E"}, // places of letters
		{"\ufff9保存\ufffa删除\ufffb", "U+FFF9保存U+FFFA删除U+FFFB"},                 // remarks between the lines
		{"\u0600", "\u0600"}, // a sign, though of the class of formats
		{"\u200cz\u200d保\u200c1\u200d", "U+200CzU+200D保U+200C1U+200D"},       // nothing that joins
		{"می\u200cخواهم ক্\u200dষ", "می\u200cخواهم ক্\u200dষ"},               // letters that join
		{"👩\u200d💻 👍🏽\u200d❤\ufe0f\u200d", "👩\u200d💻 👍🏽\u200d❤U+FE0F\u200d"}, // pictures that do
	} {
		if got := ShowUnseen(tt.words); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.words, got, tt.want)
		}
	}
}
