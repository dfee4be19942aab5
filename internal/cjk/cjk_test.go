package cjk

import (
	"strings"
	"testing"
)

func TestCharacters(t *testing.T) {
	for _, tt := range []struct {
		characters, is string
	}{
		{"中㐀𠮷豈", "CJK wide ideograph unspaced"},
		{"々〇⺀ひカｶヿ", "CJK wide unspaced"},
		{"、。「」（），：；％Ａ１㊀", "CJK wide"},
		{"한국어ㄱ", "CJK wide Hangul"},
		{"ᄀ", "CJK Hangul"},
		{"“”‘’—…·", "shared"},
		{"😀", "wide"},
		{"aZ09 ,.()é\u00a0я€", ""},
	} {
		for _, r := range tt.characters {
			if got := said(r); got != tt.is {
				t.Errorf("%q is %s, want %s", r, got, tt.is)
			}
		}
	}
}

// said names what the package says of a character.
func said(r rune) string {
	var out []string
	for _, q := range []struct {
		name string
		is   bool
	}{
		{"CJK", Is(r)}, {"wide", IsWide(r)}, {"ideograph", IsIdeograph(r)}, {"unspaced", IsUnspaced(r)},
		{"Hangul", IsHangul(r)}, {"shared", IsShared(r)},
	} {
		if q.is {
			out = append(out, q.name)
		}
	}
	return strings.Join(out, " ")
}

func TestBreadth(t *testing.T) {
	for words, want := range map[string]int{"": 0, " \n\t": 0, "保存": 2, "a": 1, "keep": 2, "we keep": 2, "保存 30 日": 4, "、ab": 2} {
		if got := Breadth(words); got != want {
			t.Errorf("Breadth(%q) = %d, want %d", words, got, want)
		}
	}
}
