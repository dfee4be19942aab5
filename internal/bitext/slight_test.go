package bitext

import (
	"strings"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestSlightRuns: what one language needs and another does not is slight in each
// place of the runs by itself.
func TestSlightRuns(t *testing.T) {
	same := func(s string) policy.Run { return policy.Run{Text: s} }
	ins := func(s string) policy.Run { return policy.Run{Text: s, Op: policy.Inserted} }
	del := func(s string) policy.Run { return policy.Run{Text: s, Op: policy.Deleted} }
	struck := func(r policy.Run) policy.Run { r.Marks = policy.Strike; return r }
	ref := func(r policy.Run) policy.Run { r.Link = &policy.Link{Kind: policy.LinkRef}; return r }
	out := func(r policy.Run) policy.Run { r.Link = &policy.Link{Kind: policy.LinkExternal}; return r }
	image := func(r policy.Run) policy.Run { r.Kind = policy.Image; return r }
	for _, tt := range []struct {
		name string
		runs []policy.Run
		want bool
	}{
		{"nothing", []policy.Run{same("30 days")}, true},
		{"an article", []policy.Run{same("in "), ins("the "), same("contract")}, true},
		{"or that went", []policy.Run{same("甲、"), del("或"), same("乙")}, true},
		{"and became or", []policy.Run{same("a "), del("and"), ins("or"), same(" b")}, false},
		{"a and the", []policy.Run{del("a"), same(" b "), ins("the"), same(" c")}, true},
		{"the capital of an article", []policy.Run{del("The"), ins("the")}, true},
		{"a capital", []policy.Run{del("Data"), ins("data")}, true},
		{"a hyphen for a space", []policy.Run{del("log in"), ins("log-in")}, true},
		{"words that joined", []policy.Run{del("re-sign"), ins("resign")}, false},
		{"a number", []policy.Run{del("30"), ins("60")}, false},
		{"a word that came", []policy.Run{same("may "), ins("not "), same("share")}, false},
		{"a word in one place, the same in another", []policy.Run{ins("fees "), same("and "), del("fees")}, false},
		{"words that were struck", []policy.Run{del("free"), struck(ins("free"))}, false},
		{"the number of a clause in a link to it", []policy.Run{same("see "), ref(del("Section 3")), ref(ins("Section 4"))}, true},
		{"a number in another link", []policy.Run{same("see "), out(del("rule 3")), out(ins("rule 4"))}, false},
		{"an image", []policy.Run{same("see "), image(ins("and"))}, false},
		{"an image that stayed", []policy.Run{same("see "), image(same("x")), ins("the")}, true},
	} {
		if got := slightRuns(tt.runs); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

// TestSlight: a section is slight where its head and all its blocks are, and it is
// in both texts.
func TestSlight(t *testing.T) {
	const text = "## The use {#u}\n\nWe store the name of users.\n\n- a label of the device\n- a line\n"
	edit := func(old, new string) string { return strings.Replace(text, old, new, 1) }
	for _, tt := range []struct {
		name, old, new string
		want           bool
	}{
		{"an article", text, edit("the name", "name"), true},
		{"one of an item", text, edit("a label", "label"), true},
		{"the head", text, edit("The use", "The misuse"), false},
		{"a block", text, edit("the name", "no name"), false},
		{"an item", text, edit("a label", "no label"), false},
		{"a block that came", text, text + "\nThe.\n", false},
		{"a section that came", "", "## The {#u}\n\nA.\n", false},
		{"a section that went", "## The {#u}\n\nA.\n", "", false},
	} {
		r := redline.Compare(t.Context(), textOf(tt.old), textOf(tt.new))
		if got := slight(&r.Sections[0]); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

func textOf(src string) *policy.Text {
	t := &policy.Text{Lang: "en"}
	t.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "en.md", Lang: "en"})
	return t
}

// TestTranslated: a section is translated where hardly a letter of it was Han and
// many are; digits are no letters.
func TestTranslated(t *testing.T) {
	const en, zh = "We collect your name, and the name of your Firefox 火 profile.", "我们收集您的姓名。"
	for _, tt := range []struct {
		old, new string
		want     bool
	}{
		{en, zh, true},
		{zh, en, false},
		{zh, zh, false},
		{en, en, false},
		{en, "我们 123456789012345678901234567890", true},
		{en, "我们 use the name of your profile and device", false},
		{"We collect 姓名 of users.", zh, false},
		{"", zh, false},
	} {
		s := &redline.Section{New: &policy.Clause{Head: []policy.Run{{Text: tt.new}}}}
		if tt.old != "" {
			s.Old = &policy.Clause{Blocks: []policy.Block{{Kind: policy.Para, Runs: []policy.Run{{Text: tt.old}}}}}
		}
		if got := translated(s); got != tt.want {
			t.Errorf("%q became %q: %t", tt.old, tt.new, got)
		}
	}
	if translated(&redline.Section{Old: &policy.Clause{Head: []policy.Run{{Text: en}}}}) {
		t.Error("a section that went is translated")
	}
}
