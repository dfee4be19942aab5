package markup

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// maxControls is how many control characters of a text are reported: a file that has
// more is none that anybody reads.
const maxControls = 20

// replacement stands for what no page can hold.
const replacement = "\uFFFD"

// control reports a control character at an offset. Of a text that nobody can mend
// nothing is said.
func (b *builder) control(offset int, r rune) {
	if b.controls++; b.opt.Settled || b.controls > maxControls {
		return
	}
	b.report(b.pos(offset), diag.Error, diag.Markup, 23, "Character", policy.CharacterName(r))
}

// banish reports the control characters of the source, and replaces those that no
// HTML page can hold. The others stay in a text that nobody can mend: they were
// published, and a redline names them.
func (b *builder) banish() {
	var out []byte
	from := 0
	for i, r := range policy.Controls(b.text) {
		if b.control(i, r); r > 0x7f {
			continue
		}
		out = append(append(out, b.text[from:i]...), replacement...)
		from = i + len(string(r))
	}
	if from == 0 {
		return
	}
	b.src = append(out, b.text[from:]...)
	b.text, b.lines = string(b.src), lineFinder{src: b.src, line: b.opt.Line}
}
