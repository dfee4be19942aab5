package redline

import (
	"testing"

	"diptych/internal/policy"
)

// A link within the site is told by the path of its page, any other as the
// source has it, and two links never by one address.
func TestLinkChange(t *testing.T) {
	page := func(dest, version, clause string) *policy.Link {
		return &policy.Link{Kind: policy.LinkRef, Dest: dest, To: policy.Ref{Policy: "terms", Version: version, Clause: clause}}
	}
	for _, c := range []struct {
		old, new *policy.Link
		want     LinkChange
	}{
		{page("../../terms/1.0/en.md", "1.0", ""), page("terms", "", ""), LinkChange{Old: "terms/1.0/", New: "terms/"}},
		{page("terms#fees", "", "fees"), nil, LinkChange{Old: "terms/#fees"}},
		{page("#fees", "1.0", "fees"), page("#prices", "2.0", "prices"), LinkChange{Old: "#fees", New: "#prices"}},
		{page("terms", "", ""), page("../terms/zh.md", "", ""), LinkChange{Old: "terms", New: "../terms/zh.md"}},
		{nil, &policy.Link{Kind: policy.LinkExternal, Dest: "https://example.com/a"}, LinkChange{New: "https://example.com/a"}},
		{&policy.Link{Kind: policy.LinkFile, Dest: "a.pdf"}, &policy.Link{Dest: "b"}, LinkChange{Old: "a.pdf", New: "b"}},
	} {
		if got := linkChange(c.old, c.new); got != c.want {
			t.Errorf("%+v, want %+v", got, c.want)
		}
	}
}
