package docx

import (
	"strings"
	"testing"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestLanguageOf: Word is told one language of Latin and one of East Asian words.
func TestLanguageOf(t *testing.T) {
	for tag, want := range map[policy.Tag]string{
		"zh-Hans": "en-US zh-CN SimSun", "zh-TW": "en-US zh-TW PMingLiU", "zh-Hant": "en-US zh-TW PMingLiU", "ja": "en-US ja-JP MS Mincho", "ko": "en-US ko-KR Batang",
		"en": "en-US zh-CN SimSun", "en-GB": "en-GB zh-CN SimSun", "fr": "fr zh-CN SimSun", "": "en-US zh-CN SimSun",
	} {
		l := languageOf(tag)
		if got := l.latin + " " + l.asian + " " + l.font; got != want && tag != "" {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
		if wide := strings.HasPrefix(string(tag), "zh") || tag == "ja" || tag == "ko"; l.wide != wide {
			t.Errorf("%s: wide %t", tag, l.wide)
		}
	}
}

// TestLook: which properties the marks and the language of a run make.
func TestLook(t *testing.T) {
	for _, tt := range []struct {
		run  policy.Run
		want string
	}{
		{policy.Run{}, ""},
		{policy.Run{Marks: policy.Superscript}, "superscript"},
		{policy.Run{Kind: policy.NoteRef}, "superscript"},
		{policy.Run{Marks: policy.Subscript}, "subscript"},
		{policy.Run{Marks: policy.Strike}, "strike"},
		{policy.Run{Marks: policy.CodeMark}, "Consolas"},
		{policy.Run{Marks: policy.Keyboard}, "Consolas"},
		{policy.Run{Lang: "fr"}, `w:val="fr"`},
	} {
		got := new(writer).look(&tt.run, false, false)
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%+v: %s, want %s", tt.run, got, tt.want)
		}
	}
}

// TestHref: Word is told of addresses outside of the site that are some.
func TestHref(t *testing.T) {
	for _, tt := range []struct {
		link *policy.Link
		want string
	}{
		{nil, ""},
		{&policy.Link{Kind: policy.LinkExternal, Dest: "https://example.com/a"}, "https://example.com/a"},
		{&policy.Link{Kind: policy.LinkUnresolved, Dest: "mailto:a@example.com"}, "mailto:a@example.com"},
		{&policy.Link{Kind: policy.LinkRef, Dest: "https://example.com/a"}, ""},
		{&policy.Link{Kind: policy.LinkExternal, Dest: "a/b"}, ""},
		{&policy.Link{Kind: policy.LinkExternal, Dest: "https://[::1"}, ""},
	} {
		if got := new(writer).href(&policy.Run{Link: tt.link}); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.link, got, tt.want)
		}
	}
}

// TestSaidBeside: what the publisher says stands beside the line with which its
// clause begins, and where a link led beside its first words; in a note there are no
// remarks.
func TestSaidBeside(t *testing.T) {
	w := &writer{opt: Options{Tool: locale.ToolIn("en")}, redline: &redline.Redline{New: &policy.Text{Changes: []policy.Change{{Clause: "a", Note: "New fees."}, {Clause: "b", Note: "Gone."}}}}}
	for _, tt := range []struct {
		line line
		want string
	}{
		{line{new: &para{id: "a"}}, "The publisher says: New fees."},
		{line{new: &para{id: "c"}}, ""},
		{line{new: &para{}}, ""},
		{line{}, ""},
	} {
		if got := w.publisher(&tt.line); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.line, got, tt.want)
		}
	}
	to := func(dest string) *policy.Run { return &policy.Run{Link: &policy.Link{Dest: dest}} }
	a, b, c, d, plain := to("a"), to("b"), to("c"), to("d"), &policy.Run{}
	spans := []span{
		{text: "one", old: a, new: b}, {text: "two", old: a, new: b}, {text: "three", old: c, new: b}, {text: "four", old: c, new: d},
		{text: "five", old: a, new: a}, {text: "six", old: a, new: plain}, {text: "seven", old: plain, new: b}, {text: "eight", new: b, op: policy.Inserted},
	}
	var got []string
	for i := range spans {
		if s := w.linkChange(spans, i); s != "" {
			got = append(got, spans[i].text)
			if none := strings.Contains(s, w.opt.Tool.T("diff.nowhere")); none != (spans[i].old == plain || spans[i].new == plain) {
				t.Errorf("%s", s)
			}
		}
	}
	if s := strings.Join(got, " "); s != "one three four six seven" {
		t.Errorf("the links that changed: %s", s)
	}
	if w.inNote = true; w.publisher(&line{new: &para{id: "a"}}) != "" || w.linkChange(spans, 0) != "" {
		t.Error("a note has a remark")
	}
}
