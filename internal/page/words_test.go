package page

import "testing"

func TestShorten(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want string
	}{
		{"", 5, ""},
		{"short", 5, "short"},
		{"  two\n words ", 20, "two words"},
		{"one two three four", 12, "one two…"},
		{"我们在三十日内删除您的个人信息", 8, "我们在三十日内…"},
		{"删除，更正和查阅", 4, "删除…"},
		{"unbreakable", 6, "unbre…"},
	} {
		if got := shorten(tt.in, tt.n); got != tt.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}

func TestRanges(t *testing.T) {
	for want, in := range map[string][]int{
		"": {}, "3": {3}, "3–5": {3, 4, 5}, "1, 3–4, 9": {1, 3, 4, 9},
	} {
		if got := ranges(in); got != want {
			t.Errorf("ranges(%v) = %q, want %q", in, got, want)
		}
	}
}
