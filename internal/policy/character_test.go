package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestControls: what neither a page nor a terminal may hold, at both ends of each
// range.
func TestControls(t *testing.T) {
	const none = ""
	for s, want := range map[string]string{
		"a\tb\nc\r\n政策，。\u00a0\u3000é": none, "\x00": "0:U+0000", "a\x08": "1:U+0008", "\x0b\x0c\x0e": "0:U+000B 1:U+000C 2:U+000E", "\x1b[2J": "0:U+001B", "\x1f ": "0:U+001F",
		"~\x7f": "1:U+007F", "\u0080": "0:U+0080", "政\u0085": "3:U+0085", "\u009f\u00a0": "0:U+009F", "\ufdcf\ufdd0\ufdef\ufdf0": "3:U+FDD0 6:U+FDEF", "\ufffd": none,
		"\ufffe\uffff": "0:U+FFFE 3:U+FFFF", "\U0001fffe": "0:U+1FFFE", "\U0010ffff": "0:U+10FFFF", "\U0001fffd": none, "\U000e0000": "0:U+E0000", "\U000e007f\U000e0080": "0:U+E007F", "\U000e0100": none,
		"\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f": none, "\U0001f3f4": none, "\U0001f3f4\U000e007f": "4:U+E007F",
		"\U0001f3f4\U000e0067a": "4:U+E0067", "\U0001f3f4\U000e0041\U000e007f": "4:U+E0041 8:U+E007F",
		"\U0001f3f4" + strings.Repeat("\U000e0061", 6) + "\U000e007f": none, "\u200b\u202e\u2028": none,
	} {
		var got []string
		for i, r := range Controls(s) {
			got = append(got, fmt.Sprintf("%d:%U", i, r))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%+q: %s, want %s", s, got, want)
		}
	}
	long := "\U0001f3f4" + strings.Repeat("\U000e0061", 7) + "\U000e007f"
	if n := len(slices.Collect(func(yield func(int) bool) {
		for i := range Controls(long) {
			if !yield(i) {
				return
			}
		}
	})); n != 8 {
		t.Errorf("a flag of seven letters has %d tags", n)
	}
}

// TestLookAlikes: letters that pass for others are those of the lesser script of a
// word, and only where they look alike.
func TestLookAlikes(t *testing.T) {
	for s, want := range map[string]string{
		"p\u0430ypal": "1:\u0430=a", "paypal": "", "\u043f\u043e\u043b\u0438\u0442\u0438\u043a\u0430": "", "\u0430": "", "a \u0430 b": "", "a-\u0430": "", "a\u6211\u0430": "",
		"5 \u03bcm k\u03a9 \u03b1-blocker \u0394T": "", "\u0391pple": "0:\u0391=A", "sec\u03bfnd": "3:\u03bf=o",
		"\u0441\u043ep\u043e\u043a": "4:p=\u0440", "\u0440\u0430\u0443\u0440\u0430l": "10:l=\u04cf", "\u0421CP": "0:\u0421=C", "a\u0301\u0430": "3:\u0430=a", "a1\u0430": "",
		"\u0416abc": "", "\u041f\u0414\u0424x": "6:x=\u0445", "\u041f\u0414x": "",
	} {
		var got []string
		for x := range LookAlikes(s) {
			got = append(got, fmt.Sprintf("%d:%c=%c", x.At, x.Letter, x.Like))
			if !strings.HasPrefix(s[x.At:], string(x.Letter)) || !strings.Contains(s, x.Word) {
				t.Errorf("%q: no %c at %d in %q", s, x.Letter, x.At, x.Word)
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

// TestHidings: what writing needs is not hidden, and the same elsewhere is.
func TestHidings(t *testing.T) {
	for s, want := range map[string]string{
		"a\u200bb": "1:U+200B×1", "\u200b\u200b\u200b": "0:U+200B×3", "\ufeffa": "0:U+FEFF×1", "a\u2060b\u00a0c": "1:U+2060×1", "\u0e01\u200b\u0e02": "", "\u6211\u200b": "3:U+200B×1",
		"\U0001f468\u200d\U0001f469": "", "a\u200db": "1:U+200D×1", "\u0645\u200c\u062e": "", "\u6211\u200c": "3:U+200C×1", "\u0928\u094d\u200d\u0930": "",
		"re\u00adtain": "", "re \u00adtain": "3:U+00AD×1", "re\u00ad tain": "2:U+00AD×1", "\u0645 (x)\u200f": "", "x\u200f": "1:U+200F×1", "\u05d0 x\u200e": "", "\u0645\u202e": "2:U+202E×1",
		"\u2066x\u2069": "0:U+2066×1 4:U+2069×1", "\u845b\U000e0100": "", "\u2764\ufe0f": "", "1\ufe0f\u20e3": "", "\uff0c\ufe01": "", "a\ufe0f": "1:U+FE0F×1", " \ufe0f": "1:U+FE0F×1",
		"\u1820\u180b": "", "a\u180e": "1:U+180E×1", "a\u2028b": "1:U+2028×1", "\u3164": "0:U+3164×1", "\u2800": "0:U+2800×1", "\x1b\u0085": "",
		"\U0001f3f4\U000e0067\U000e0062\U000e007f\u200b": "16:U+200B×1",
	} {
		var got []string
		for at, x := range Hidings(s) {
			got = append(got, fmt.Sprintf("%d:%U×%d", at, x.Letter, x.Count))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%+q: %s, want %s", s, got, want)
		}
	}
}

// TestMostWordsHideNothing: characters of which words are not looked through are seen, and
// pass for no others.
func TestMostWordsHideNothing(t *testing.T) {
	n := 0
	for r := range rune(0x20000) {
		if doubtful(r) {
			continue
		}
		n++
		if unshown('a', r) || unshown('政', r) || likeLatin[r] != 0 || scriptOf(r) > latin {
			t.Errorf("%U is never looked at", r)
		}
	}
	if n < 20_000 || doubtful('政') || doubtful('，') || doubtful('“') || doubtful('a') {
		t.Errorf("%d characters of which words are not looked through", n)
	}
}

// TestShowUnseenByName: a change that nobody sees is read, once for what stands in a row,
// and letters that pass for others are told.
func TestShowUnseenByName(t *testing.T) {
	for s, want := range map[string]string{
		"plain": "plain", "a\u200bb": "aU+200Bb", "a" + strings.Repeat("\u200b", 37) + "b": "aU+200B×37b", "\u200b\u2060\u200b": "U+200BU+2060U+200B",
		"p\u043elicy": "p\u043e (U+043E)licy", "\u043e": "\u043e (U+043E)", "\u0441\u043e\u0440": "\u0441 (U+0441)\u043e (U+043E)\u0440 (U+0440)", "\u043e \u0437\u0430\u0449\u0438\u0442\u0435": "\u043e \u0437\u0430\u0449\u0438\u0442\u0435",
		"o": "o", "\u03bcm": "\u03bcm", "\u202ex": "U+202Ex",
	} {
		if got := ShowUnseen(s); got != want {
			t.Errorf("%+q: %q, want %q", s, got, want)
		}
		names := slices.Collect(EachUnseen(s))
		for _, name := range names {
			if !strings.Contains(want, name) {
				t.Errorf("%+q: %q is named and not shown", s, name)
			}
		}
		if (len(names) > 0) != (want != s) {
			t.Errorf("%+q: named are %q", s, names)
		}
	}
	if got := ShowControls("a\u202eb\u009b\n\u200b政"); got != "aU+202EbU+009B\n\u200b政" {
		t.Errorf("%q", got)
	}
}
