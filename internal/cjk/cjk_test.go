package cjk

import "testing"

func TestCharacters(t *testing.T) {
	for _, tt := range []struct {
		characters         string
		is, hangul, shared bool
	}{
		{"中㐀𠮷豈々〇", true, false, false},
		{"ひカ、。「」（），：％Ａ１㊀", true, false, false},
		{"한국어ㄱ", true, true, false},
		{"“”‘’—…·", false, false, true},
		{"aZ09 ,.()é\u00a0я€😀", false, false, false},
	} {
		for _, r := range tt.characters {
			if Is(r) != tt.is || IsHangul(r) != tt.hangul || IsShared(r) != tt.shared {
				t.Errorf("%q: CJK %t, Hangul %t, shared %t", r, Is(r), IsHangul(r), IsShared(r))
			}
		}
	}
}
