package policy

import (
	"fmt"
	"strings"
	"testing"
)

func date(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// three is a policy with versions of 2024, 2025 and 2026, each from 1 June.
func three() *Policy {
	p := &Policy{Slug: "privacy"}
	for _, y := range []int{2026, 2024, 2025} {
		p.Versions = append(p.Versions, &Version{Name: fmt.Sprint(y), Effective: Date{y, 6, 1}})
	}
	p.SortVersions()
	return p
}

func TestTimeline(t *testing.T) {
	for _, tt := range []struct{ today, want, head string }{
		{"2024-05-31", "2024 upcoming, 2025 upcoming, 2026 upcoming", "2024"},
		{"2024-06-01", "2024 in-force, 2025 upcoming, 2026 upcoming", "2024"},
		{"2025-05-31", "2024 in-force, 2025 upcoming, 2026 upcoming", "2024"},
		{"2025-06-01", "2024 superseded, 2025 in-force, 2026 upcoming", "2025"},
		{"2030-01-01", "2024 superseded, 2025 superseded, 2026 in-force", "2026"},
	} {
		p := three()
		var got []string
		for _, v := range p.Versions {
			got = append(got, v.Name+" "+p.Status(v, date(tt.today)).String())
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("on %s: %s, want %s", tt.today, s, tt.want)
		}
		if head := p.Head(date(tt.today)).Name; head != tt.head {
			t.Errorf("on %s the head is %s, want %s", tt.today, head, tt.head)
		}
	}
	if p := three(); p.InForce(date("2024-05-31")) != nil {
		t.Error("a version is in force before the first takes effect")
	}
}

func TestNeighbours(t *testing.T) {
	p := three()
	a, b, c := p.Versions[0], p.Versions[1], p.Versions[2]
	if p.Previous(a) != nil || p.Previous(b) != a || p.Next(b) != c || p.Next(c) != nil {
		t.Error("neighbours are wrong")
	}
	if p.Previous(&Version{}) != nil || p.Next(&Version{}) != nil {
		t.Error("a stranger has neighbours")
	}
}

func TestPairs(t *testing.T) {
	for _, tt := range []struct {
		compare     Compare
		today, want string
	}{
		{CompareChain, "2030-01-01", "2024-2025 2025-2026"},
		{CompareChainCurrent, "2030-01-01", "2024-2025 2024-2026 2025-2026"},
		{CompareChainCurrent, "2025-07-01", "2024-2025 2025-2026"},
		{CompareChainCurrent, "2020-01-01", "2024-2025 2025-2026"},
		{CompareAll, "2020-01-01", "2024-2025 2024-2026 2025-2026"},
	} {
		p := three()
		var got []string
		for _, pair := range p.Pairs(tt.compare, date(tt.today)) {
			got = append(got, pair.Old.Name+"-"+pair.New.Name)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s on %s: %s, want %s", tt.compare, tt.today, s, tt.want)
		}
		for _, old := range p.Versions {
			for _, new := range p.Versions {
				has := strings.Contains(" "+tt.want+" ", " "+old.Name+"-"+new.Name+" ")
				if p.HasPair(tt.compare, date(tt.today), old, new) != has {
					t.Errorf("%s on %s: HasPair(%s, %s) = %t", tt.compare, tt.today, old.Name, new.Name, !has)
				}
			}
		}
	}
}

func TestDate(t *testing.T) {
	for _, s := range []string{"2026-02-30", "2026-13-01", "2026-1-1", "", "01-01-2026", "2026-01-01T00:00:00Z"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v", s, d)
		}
	}
	d := date("2024-02-28")
	if got := d.AddDays(2).String(); got != "2024-03-01" {
		t.Errorf("two days later is %s", got)
	}
	if got := d.DaysUntil(date("2025-02-28")); got != 366 {
		t.Errorf("a year is %d days", got)
	}
	if !d.Before(d.AddDays(1)) || d.After(d) || !(Date{}).IsZero() {
		t.Error("dates compare wrongly")
	}
}
