package strict_test

import (
	"fmt"
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

// TestUnreadable has what an archive cannot hold.
func TestUnreadable(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"title = \"政\x07策\"", "x.toml:1:11: error: the control character U+0007 ALERT cannot stand in TOML [config]"},
		{"# \x7f\n", "x.toml:1:3: error: the control character U+007F DELETE cannot stand in TOML [config]"},
		{"a = 1\rb = 2\r", "x.toml:1:6: error: a carriage return ends no line [config]"},
		{"a = \"政\xff\"", "x.toml:1:7: error: the byte 0xFF is not UTF-8 [config]"},
		{"title = \"x\"\r\ndays = \r\n", "x.toml:2:8: error: expected a value, not the end of the line [config]"},
		{"title =", "x.toml:1:8: error: expected a value, not the end of the file [config]"},
		{"title = \"x", "x.toml:1:11: error: the string is not closed [config]"},
		{"title = 'x", "x.toml:1:11: error: the string is not closed [config]"},
		{"title = \"x\\", "x.toml:1:11: error: a backslash stands alone in a string [config]"},
		{"title = \"\\u12", "x.toml:1:10: error: expected four hexadecimal digits after \\u [config]"},
		{"title", "x.toml:1:6: error: expected = after the key title, not the end of the file [config]"},
		{"[title", "x.toml:1:7: error: expected ] after the name of a table, not the end of the file [config]"},
		{"title = x", "x.toml:1:9: error: expected a value, not x [config]"},
		{"[\"a\\u0041\".b]\n[aA.b]", "x.toml:2:5: error: key \"aA.b\" is set twice [config]"},
		{"a = \"x\u0085\"", "x.toml:1:7: error: the control character U+0085 NEXT LINE cannot stand in TOML [config]"},
		{"a = 1 # \U000e0041", "x.toml:1:9: error: the control character U+E0041 cannot stand in TOML [config]"},
		{"a = \"\\t\\n\\r\"\nb = [\"政\\u001B\", \"\\b\"]", "x.toml:2:8: error: \\u001B is a control character, which no page can hold [config]"},
		{"a = \"\\U000E0001\"", "x.toml:1:6: error: \\U000E0001 is a control character, which no page can hold [config]"},
		{"a = \"\\f\"", "x.toml:1:6: error: \\f is a control character, which no page can hold [config]"},
		{"\"a\\u0000\" = 1", "x.toml:1:3: error: \\u0000 is a control character, which no page can hold [config]"},
		{strings.Repeat("[", strict.MaxBytes+1), "x.toml:1:1: error: too long: more than 256 KiB of TOML [config]"},
		{"a = " + strings.Repeat("[", strict.MaxBytes-10), "x.toml:1:21: error: lists and tables are nested more than 16 deep [config]"},
		{"a = " + strings.Repeat("[{b=", 100), "x.toml:1:35: error: the key and the tables and lists around it are more than 16 deep [config]"},
	} {
		d, l := strict.Parse("x.toml", 1, []byte(tt.src))
		if d != nil || len(l) != 1 || l[0].Error() != tt.want {
			t.Errorf("%.40q:\n got %v\nwant %s", tt.src, l, tt.want)
		}
	}
	fine := "a = " + strings.Repeat("[", 16) + strings.Repeat("]", 16) + "\nb = [{}, [], {}]\n"
	if _, l := strict.Parse("x.toml", 1, []byte(fine)); len(l) > 0 {
		t.Errorf("16 lists within each other: %v", l)
	}
}

// TestKey: the place of what a source names, and of what it does not.
func TestKey(t *testing.T) {
	d, l := strict.Parse("zh.md", 2, []byte("title.zh = \"政\"\n\n[[a . \"b c\"]]\nd = {e = 1}\n[[a.\"b c\"]]\n"))
	if len(l) > 0 {
		t.Fatal(l)
	}
	for _, tt := range []struct {
		want string
		key  []string
	}{
		{"zh.md:2:1", []string{"title"}}, {"zh.md:2:7", []string{"title", "zh"}}, {"zh.md:4:3", []string{"a"}}, {"zh.md:4:7", []string{"a", "b c"}},
		{"zh.md", []string{"zh"}}, {"zh.md", []string{"a", "d"}}, {"zh.md", []string{"title", "zh", "x"}},
	} {
		if got := d.Key(tt.key...).String(); got != tt.want {
			t.Errorf("%q stands at %s, want %s", tt.key, got, tt.want)
		}
	}
}

// TestNameBound: the names of a key and the tables around it have 512 bytes
// together, of which each takes two more than it has letters.
func TestNameBound(t *testing.T) {
	for form, most := range map[string]int{
		"%s = 1\n": 510, "\"%s\" = 1\n": 510, "[%s]\n": 510, "[[%s]]\n": 510,
		"%s.a = 1\n": 507, "a.%s = 1\n": 507, "[%s]\na = 1\n": 507, "a = { %s = 1 }\n": 507,
	} {
		fits := fmt.Appendf(nil, form, strings.Repeat("k", most))
		if _, l := strict.Parse("x.toml", 1, fits); len(l) > 0 {
			t.Errorf("%q: %v", form, l)
		}
		long := fmt.Appendf(nil, form, strings.Repeat("k", most+1))
		if _, l := strict.Parse("x.toml", 1, long); len(l) != 1 || !strings.HasSuffix(l[0].Text, "is longer than 512 bytes") {
			t.Errorf("%q: %v", form, l)
		}
	}
}
