package strict_test

import (
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Decode is also for others, whose first line is not line 1.
func TestDecodeLine(t *testing.T) {
	var dst struct {
		Day strict.Value[policy.Date] `toml:"day"`
	}
	l := strict.Decode("zh.md", 2, []byte("# x\nday = 2026-01-31\n  dya = 1\n"), &dst)
	if dst.Day.V.String() != "2026-01-31" || dst.Day.Pos.String() != "zh.md:3:7" || dst.Day.Key.String() != "zh.md:3:1" {
		t.Errorf("%+v", dst)
	}
	if len(l) != 1 || l[0].Pos.String() != "zh.md:4:3" || l[0].Text != `unknown key "dya"` {
		t.Errorf("%v", l)
	}
}

func TestDecodeTooLong(t *testing.T) {
	var dst struct {
		A string `toml:"a"`
	}
	if l := strict.Decode("x.toml", 1, []byte(strings.Repeat("[", strict.MaxBytes+1)), &dst); len(l) != 1 {
		t.Errorf("%v", l)
	}
	if l := strict.Decode("x.toml", 1, []byte("a = "+strings.Repeat("[", strict.MaxBytes-10)), &dst); len(l) != 1 {
		t.Errorf("%v", l)
	}
	if l := strict.Decode("x.toml", 1, []byte("a = "+strings.Repeat("[", 5000)+strings.Repeat("]", 5000)), &dst); len(l) != 1 {
		t.Errorf("%v", l)
	}
}
