package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"diptych/internal/policy"
)

// TestReigns: versions are named by their letters and given by the months in which
// they take effect and are withdrawn; reigns by the first month and that behind
// the last one.
func TestReigns(t *testing.T) {
	month := func(n int) policy.Date {
		if n == 0 {
			return policy.Date{}
		}
		return policy.Date{Year: 2026, Month: time.Month(n), Day: 1}
	}
	for _, test := range []struct {
		versions [][2]int
		ends     int
		want     string
	}{
		{[][2]int{{1, 0}}, 0, "a 1-"},
		{[][2]int{{1, 0}, {3, 0}}, 0, "a 1-3, b 3-"},
		{[][2]int{{1, 0}, {3, 5}}, 0, "a 1-3, b 3-5, a 5-"},
		{[][2]int{{1, 0}, {3, 3}}, 0, "a 1-"},
		{[][2]int{{1, 0}, {3, 2}, {4, 0}}, 0, "a 1-4, c 4-"},
		{[][2]int{{1, 0}, {3, 6}, {5, 0}}, 0, "a 1-3, b 3-5, c 5-"},
		{[][2]int{{1, 0}, {3, 5}, {5, 0}}, 0, "a 1-3, b 3-5, c 5-"},
		{[][2]int{{1, 0}, {3, 6}, {5, 7}}, 0, "a 1-3, b 3-5, c 5-7, a 7-"},
		{[][2]int{{1, 4}, {6, 0}}, 0, "a 1-4, b 6-"},
		{[][2]int{{1, 2}}, 0, "a 1-2"},
		{[][2]int{{1, 0}, {3, 0}}, 5, "a 1-3, b 3-5"},
		{[][2]int{{1, 0}, {3, 5}}, 5, "a 1-3, b 3-5"},
		{[][2]int{{1, 0}, {3, 6}}, 5, "a 1-3, b 3-5"},
		{[][2]int{{1, 0}, {3, 0}}, 3, "a 1-3"},
		{[][2]int{{3, 0}}, 2, ""},
	} {
		p := &policy.Policy{Ends: month(test.ends)}
		for _, v := range test.versions {
			p.Versions = append(p.Versions, &policy.Version{Announced: month(1), Effective: month(v[0]), Withdrawn: month(v[1])})
		}
		var got []string
		for _, r := range reigns(p, month(1)) {
			s := fmt.Sprintf("%c %d-", 'a'+r.version, r.From.Month)
			if !r.Until.IsZero() {
				s += fmt.Sprint(int(r.Until.Month))
			}
			got = append(got, s)
		}
		if got := strings.Join(got, ", "); got != test.want {
			t.Errorf("%v, ends %d: %s, want %s", test.versions, test.ends, got, test.want)
		}
	}
}

// TestContact: a contact is a link where that is safe and right, else words.
func TestContact(t *testing.T) {
	for contact, want := range map[string]string{
		"legal@example.com":                 "mailto:legal@example.com",
		"a.b+c@mail.example.com":            "mailto:a.b+c@mail.example.com",
		"https://example.com/comment?a=b":   "https://example.com/comment?a=b",
		"https://example.com/意见":            "https://example.com/%E6%84%8F%E8%A7%81",
		"a@b@c.example":                     "",
		"legal@example":                     "",
		"legal@example.com?bcc=x@y.example": "",
		"http://example.com/":               "",
		"https://":                          "",
		"https://user@example.com/":         "",
		"https://example.com/ or by post":   "",
		"javascript:alert(1)":               "",
		"data:text/html,x":                  "",
		"//evil.example/":                   "",
		"向法务部寄信":                            "",
		"":                                  "",
	} {
		if got := contactHref(contact); got != want {
			t.Errorf("%q leads to %q, want %q", contact, got, want)
		}
	}
}
