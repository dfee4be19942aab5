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
		if got := linkChange(c.old, c.new); got.Old != c.want.Old || got.New != c.want.New {
			t.Errorf("%+v, want %+v", got, c.want)
		}
	}
}

// A link to a clause that is nowhere is told as none, and nothing is told of one
// that led nowhere before. The redline that was cut is as it was.
func TestCutOff(t *testing.T) {
	link := func(clause string) *policy.Link {
		return &policy.Link{Kind: policy.LinkRef, Dest: "terms#" + clause, To: policy.Ref{Policy: "terms", Clause: clause}}
	}
	for _, c := range []struct {
		old, new *policy.Link
		want     []LinkChange
	}{
		{link("fees"), link("dead"), []LinkChange{{Old: "terms/#fees"}}},
		{link("dead"), link("fees"), []LinkChange{{New: "terms/#fees"}}},
		{link("dead"), link("gone"), nil},
		{link("fees"), link("dates"), []LinkChange{{Old: "terms/#fees", New: "terms/#dates"}}},
	} {
		r := &Redline{Changes: []Change{{Links: []LinkChange{linkChange(c.old, c.new)}}, {}}}
		cut := r.CutOff(func(to policy.Ref) bool { return to.Clause == "dead" || to.Clause == "gone" || to.Clause == "" })
		if len(cut.Changes[0].Links) != len(c.want) {
			t.Errorf("%v, want %v", cut.Changes[0].Links, c.want)
		}
		for i, l := range cut.Changes[0].Links {
			if l.Old != c.want[i].Old || l.New != c.want[i].New {
				t.Errorf("%v, want %v", l, c.want[i])
			}
		}
		if r.Changes[0].Links[0] != linkChange(c.old, c.new) {
			t.Errorf("the redline itself was changed")
		}
		if to := link("dead"); cut.Dest(to) != "" || r.Dest(to) != to.Dest || cut.Dest(link("fees")) != "terms#fees" || cut.Dest(nil) != "" {
			t.Error("addresses of links are not those that may be told")
		}
	}
}
