package docx

import "diptych/internal/policy"

// rotate writes what was added behind the words of a paragraph as Word does
// when somebody types it there: "a¶" to "ab¶c¶" is "a", then inserted "b¶c",
// then the end that was there before. An insertion that ends right before an end
// that stayed, with one that begins right behind it, would read as one over both.
// What was deleted goes the same way.
func rotate(lines []*line) {
	for i := 0; i < len(lines); {
		first := lines[i]
		op := policy.Same
		if n := len(first.spans); n > 0 && first.op == policy.Same {
			op = first.spans[n-1].op
		}
		i++
		if op != policy.Inserted && op != policy.Deleted {
			continue
		}
		from := i
		for i < len(lines) && lines[i].op == op && lines[i].isOnly(op) {
			i++
		}
		if i == from {
			continue
		}
		last := lines[i-1]
		last.op, first.op = policy.Same, op
		if op == policy.Inserted {
			last.old, first.old = first.old, nil
		} else {
			last.new, first.new = first.new, nil
		}
	}
}

// isOnly reports whether all words of a line are in the text that an op leaves
// them in, and not in the other one.
func (l *line) isOnly(op policy.Op) bool {
	for _, s := range l.spans {
		if s.op.InOld() != op.InOld() || s.op.InNew() != op.InNew() {
			return false
		}
	}
	return true
}

// rotateParts does so with the lines between tables.
func rotateParts(parts []part) {
	var lines []*line
	for _, p := range parts {
		if p.line != nil {
			lines = append(lines, p.line)
			continue
		}
		rotate(lines)
		lines = nil
	}
	rotate(lines)
}
