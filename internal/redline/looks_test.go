package redline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// told prints the changes of a redline but for what is inserted and deleted.
func told(r *redline.Redline) string {
	var out []string
	for _, c := range r.Changes {
		s := c.Kind.String()
		if c.Punctuation {
			s += " punctuation"
		}
		for _, l := range c.Looks() {
			lost := ""
			if l.Lost {
				lost = "no "
			}
			s += fmt.Sprintf(" %s%s %q", lost, l.Format, l.Words)
		}
		for _, l := range c.Links {
			s += fmt.Sprintf(" link %q", l.Words)
		}
		if len(c.Formats) > 0 {
			s += fmt.Sprint(" ", c.Formats)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestLooks says of what stayed how it is told that it looks different.
func TestLooks(t *testing.T) {
	const strong, em, under, strike = policy.Strong, policy.Emphasis, policy.Underline, policy.Strike
	type runs = []policy.Run
	link := func(to string) *policy.Link { return &policy.Link{Dest: to} }
	image := func(width int) policy.Run {
		return policy.Run{Kind: policy.Image, Image: &policy.Picture{Link: policy.Link{Dest: "a.png"}, Width: width}}
	}
	linked := func(to string) policy.Run {
		r := image(0)
		r.Link = link(to)
		return r
	}
	for _, tt := range []struct {
		name     string
		old, new runs
		want     string
	}{
		{"a part of a number", runs{{Text: "保存30"}, {Text: "日", Marks: strong}, {Text: "内"}}, runs{{Text: "保存30日内"}}, `reformatted no strong ["日"] [emphasis]`},
		{"one for another", runs{{Text: "a "}, {Text: "b c", Marks: strong}}, runs{{Text: "a "}, {Text: "b c", Marks: em}}, `reformatted emphasis ["b c"] no strong ["b c"] [emphasis]`},
		{"two stretches", runs{{Text: "a b c"}}, runs{{Text: "a", Marks: em}, {Text: " b "}, {Text: "c", Marks: em}}, `reformatted emphasis ["a" "c"] [emphasis]`},
		{"got and lost", runs{{Text: "a"}, {Text: " b", Marks: em}}, runs{{Text: "a", Marks: em}, {Text: " b"}}, `reformatted emphasis ["a"] no emphasis ["b"] [emphasis]`},
		{"a language", runs{{Text: "a b"}}, runs{{Text: "a "}, {Text: "b", Lang: "la"}}, `reformatted language ["b"] [emphasis]`},
		{"a space that was underlined", runs{{Text: "a b"}, {Text: " ", Marks: under}}, runs{{Text: "a b "}}, `reformatted [emphasis]`},
		{"a space behind a change", runs{{Text: "we log"}, {Text: " ", Marks: under}, {Text: "data"}}, runs{{Text: "we store data"}}, `modified`},
		{"spaces of two kinds", runs{{Text: "30 day"}, {Text: "s", Marks: strong}}, runs{{Text: "30\u00a0days"}}, `editorial no strong ["s"] [emphasis]`},
		{"a space that does not break", runs{{Text: "a b"}}, runs{{Text: "a\u00a0b"}}, `editorial`},
		{"one in a number", runs{{Text: "30 days"}}, runs{{Text: "30\u00a0days"}}, `editorial`},
		{"an indent", runs{{Text: "甲方"}}, runs{{Text: "\u3000\u3000甲方"}}, `editorial`},
		{"no indent", runs{{Text: "甲方"}}, runs{{Text: " 甲方"}}, ``},
		{"lines of the source", runs{{Text: "a b c"}}, runs{{Text: "a\nb  c"}}, ``},
		{"a break", runs{{Text: "a"}, {Kind: policy.Break}, {Text: "b"}}, runs{{Text: "a b"}}, `editorial`},
		{"struck", runs{{Text: "may not share"}}, runs{{Text: "may "}, {Text: "not", Marks: strike}, {Text: " share"}}, `modified`},
		{"a struck image", runs{{Text: "a"}, image(0)}, runs{{Text: "a"}, {Kind: policy.Image, Image: image(0).Image, Marks: strike}}, `modified`},
		{"the size of an image", runs{{Text: "a"}, image(10)}, runs{{Text: "a"}, image(20)}, `reformatted [picture]`},
		{"an image that leads elsewhere", runs{{Text: "a"}, linked("x")}, runs{{Text: "a"}, linked("y")}, `reformatted link "" [target]`},
		{"a part of a word that leads elsewhere", runs{{Text: "pass"}, {Text: "word", Link: link("x")}}, runs{{Text: "pass"}, {Text: "word", Link: link("y")}}, `reformatted link "word" [target]`},
		{"punctuation", runs{{Text: "甲方乙方"}}, runs{{Text: "甲方、乙方"}}, `editorial punctuation`},
		{"punctuation and a word", runs{{Text: "甲方乙方共同遵守本协议的约定。每年一次。"}}, runs{{Text: "甲方、乙方共同遵守本协议的约定。每月一次。"}}, `modified`},
	} {
		if got := told(redline.Compare(t.Context(), formatted(tt.old), formatted(tt.new))); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestLooksOfReferences: a reference that follows a renumbering can lose its
// format, too.
func TestLooksOfReferences(t *testing.T) {
	const old = "## 1. Scope\n\nAll users of the site are bound.\n\n## 2. Law\n\nSee section **1** for the scope.\n"
	const new = "## 1. Words\n\nIreland is a country.\n\n## 2. Scope\n\nAll users of the site are bound.\n\n## 3. Law\n\nSee section 2 for the scope.\n"
	if got, want := told(redline.Compare(t.Context(), parse(old, "en"), parse(new, "en"))), `inserted; renumbered; reformatted no strong ["2"] [emphasis]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLooksOfMoves: both ends of a move write the same words, and what looks
// different is told once.
func TestLooksOfMoves(t *testing.T) {
	const a, b, c = "## A\n\nThe first clause speaks of **apples** and of pears at length.\n\n", "## B\n\nThe second one is about birds that fly south in winter.\n\n", "## C\n\nA third, which stays, is on the sea and the ships that sail it.\n\n"
	r := redline.Compare(t.Context(), parse(a+b+c, "en"), parse(b+c+strings.ReplaceAll(a, "*", ""), "en"))
	if got, want := told(r), `moved no strong ["apples"] [emphasis]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestOtherFormats: the look of words is said by the words, where these are told.
func TestOtherFormats(t *testing.T) {
	all := []redline.Format{redline.Emphasis, redline.Level}
	c := redline.Change{Formats: all}
	if got := c.OtherFormats(); !slices.Equal(got, all) {
		t.Errorf("without words: %v", got)
	}
	c.Marks = []redline.MarkChange{{Words: "a", Come: policy.Strong}}
	if got := c.OtherFormats(); !slices.Equal(got, all[1:]) {
		t.Errorf("with words: %v", got)
	}
}
