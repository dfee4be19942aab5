package policy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// versionOf reads "NAME EFFECTIVE WORD…": a=DATE announced, w=DATE withdrawn,
// c=DATE consultation from, x erased, d draft, h held back. EFFECTIVE may be -.
func versionOf(s string) *Version {
	w := strings.Fields(s)
	v := &Version{Name: w[0]}
	if w[1] != "-" {
		v.Effective = date(w[1])
		v.Announced = v.Effective
	}
	for _, x := range w[2:] {
		key, day, _ := strings.Cut(x, "=")
		switch key {
		case "a":
			v.Announced = date(day)
		case "w":
			v.Withdrawn = date(day)
		case "c":
			v.Consultation = &CommentPeriod{From: date(day), To: date(day).AddDays(10)}
			if !strings.Contains(s, "a=") {
				v.Announced = Date{}
			}
		case "x":
			v.Erased = true
		case "d":
			v.Draft = true
		case "h":
			v.HeldBack = true
		}
	}
	return v
}

func policyOf(today, ends string, versions ...string) *Policy {
	p := &Policy{Slug: "privacy", Today: date(today)}
	if ends != "" {
		p.Ends = date(ends)
	}
	for _, s := range versions {
		p.Versions = append(p.Versions, versionOf(s))
	}
	p.SortVersions()
	return p
}

// standing tells of each version its status and its neighbours, then the head.
func standing(p *Policy) string {
	var out []string
	name := func(v *Version) string {
		if v == nil {
			return "-"
		}
		return v.Name
	}
	for _, v := range p.Versions {
		out = append(out, fmt.Sprintf("%s<%s %s>%s", name(p.Previous(v)), v.Name, p.Status(v, p.Today), name(p.Next(v))))
	}
	return strings.Join(out, ", ") + "; head " + name(p.Head(p.Today))
}

func pairsOf(p *Policy, compare Compare) string {
	var out []string
	for _, x := range p.Pairs(compare, p.Today) {
		out = append(out, x.Old.Name+"-"+x.New.Name)
	}
	return strings.Join(out, " ")
}

func TestStates(t *testing.T) {
	for _, tt := range []struct {
		name, today, ends string
		versions          []string
		want, pairs       string // of chain+current
	}{
		{"withdrawn before it took effect: never in force, and passed over", "2026-06-10", "",
			[]string{"1 2026-01-01", "2 2026-06-05 a=2026-05-01 w=2026-06-05", "3 2026-07-01 a=2026-06-01"},
			"-<1 in-force>3, 1<2 withdrawn>3, 1<3 upcoming>-; head 1", "1-2 1-3"},
		{"the withdrawal lies ahead: it will not come into force", "2026-06-01", "",
			[]string{"1 2026-01-01", "2 2026-07-01 a=2026-05-01 w=2026-06-02", "3 2026-08-01 a=2026-05-01"},
			"-<1 in-force>3, 1<2 upcoming>3, 1<3 upcoming>-; head 1", "1-2 1-3"},
		{"withdrawn later: in force until the day before", "2026-06-09", "",
			[]string{"1 2026-01-01", "2 2026-06-05 w=2026-06-10"},
			"-<1 superseded>2, 1<2 in-force>-; head 2", "1-2"},
		{"and from the day the one before is in force again", "2026-06-10", "",
			[]string{"0 2025-01-01", "1 2026-01-01", "2 2026-06-05 w=2026-06-10"},
			"-<0 superseded>1, 0<1 in-force>2, 1<2 withdrawn>-; head 1", "0-1 1-2"},
		{"withdrawn on the day after it took effect: it was in force", "2026-07-01", "",
			[]string{"1 2026-01-01", "2 2026-06-05 w=2026-06-06", "3 2026-06-20"},
			"-<1 superseded>2, 1<2 withdrawn>3, 2<3 in-force>-; head 3", "1-2 1-3 2-3"},
		{"erased: its neighbours are compared with each other, and its addresses stay", "2026-07-01", "",
			[]string{"1 2026-01-01", "2 2026-02-01 w=2026-03-01 x", "3 2026-04-01", "4 2026-05-01"},
			"-<1 superseded>3, 1<2 withdrawn>3, 1<3 superseded>4, 3<4 in-force>-; head 4", "1-2 1-3 2-3 1-4 2-4 3-4"},
		{"open for comment: behind all others, from the one in force", "2026-07-01", "",
			[]string{"1 2026-01-01", "2 2026-03-01 c=2026-06-01", "3 2026-08-01 a=2026-06-01", "4 - c=2026-07-01", "5 2026-08-05 a=2026-07-02 c=2026-05-01"},
			"-<1 in-force>3, 1<3 upcoming>-, 1<2 consultation>-, 1<5 consultation>-, 1<4 consultation>-; head 1", "1-3 1-2 1-5 1-4"},
		{"announced on the day: no consultation any more", "2026-07-02", "",
			[]string{"1 2026-01-01", "5 2026-08-05 a=2026-07-02 c=2026-05-01"},
			"-<1 in-force>5, 1<5 upcoming>-; head 1", "1-5"},
		{"an upcoming one from the version in force, and from the one before it", "2026-07-01", "",
			[]string{"1 2026-01-01", "2 2026-08-01 a=2026-06-01", "3 2026-09-01 a=2026-06-01"},
			"-<1 in-force>2, 1<2 upcoming>3, 2<3 upcoming>-; head 1", "1-2 1-3 2-3"},
		{"ended: the last that was in force stands for it", "2026-07-01", "2026-07-01",
			[]string{"1 2026-01-01", "2 2026-02-01", "3 2026-03-01"},
			"-<1 superseded>2, 1<2 superseded>3, 2<3 superseded>-; head 3", "1-2 1-3 2-3"},
		{"ends tomorrow: in force today", "2026-06-30", "2026-07-01",
			[]string{"1 2026-01-01", "2 2026-02-01"},
			"-<1 superseded>2, 1<2 in-force>-; head 2", "1-2"},
		{"ended before the last took effect, which is a problem of its own", "2026-07-01", "2026-06-01",
			[]string{"1 2026-01-01", "2 2026-08-01 a=2026-05-01"},
			"-<1 superseded>2, 1<2 superseded>-; head 1", "1-2"},
		{"two erased in a row", "2026-07-01", "",
			[]string{"1 2026-01-01", "2 2026-02-01 w=2026-02-10 x", "3 2026-03-01 w=2026-03-10 x", "4 2026-04-01"},
			"-<1 superseded>4, 1<2 withdrawn>4, 1<3 withdrawn>4, 1<4 in-force>-; head 4", "1-2 1-3 2-3 1-4 2-4 3-4"},
		{"what will never be in force has no redline from afar", "2026-07-01", "",
			[]string{"1 2026-01-01", "2 2026-08-01 a=2026-05-01", "3 2026-09-01 a=2026-05-01 w=2026-08-02"},
			"-<1 in-force>2, 1<2 upcoming>-, 2<3 upcoming>-; head 1", "1-2 2-3"},
		{"a consultation before a draft", "2026-06-30", "",
			[]string{"1 2026-05-01 d", "2 - c=2026-06-01"}, "-<1 draft>-, -<2 consultation>-; head 2", ""},
		{"two consultations: no one is compared with what may still go", "2026-06-30", "",
			[]string{"1 - c=2026-06-01", "2 - c=2026-06-02"}, "-<1 consultation>-, -<2 consultation>-; head 1", ""},
		{"only a consultation", "2026-06-30", "", []string{"1 - c=2026-06-01"}, "-<1 consultation>-; head 1", ""},
		{"a consultation before what was withdrawn", "2026-06-30", "",
			[]string{"1 2026-05-01 a=2026-04-01 w=2026-04-02", "2 - c=2026-06-01"},
			"-<1 withdrawn>-, -<2 consultation>-; head 2", ""},
		{"all withdrawn: the last whose words are there", "2026-06-30", "",
			[]string{"1 2026-05-01 w=2026-05-02", "2 2026-06-01 w=2026-06-02 x"},
			"-<1 withdrawn>-, 1<2 withdrawn>-; head 1", "1-2"},
		{"all erased", "2026-06-30", "", []string{"1 2026-05-01 w=2026-05-02 x"}, "-<1 withdrawn>-; head 1", ""},
		{"drafts and what is held back, on request: among themselves, and no neighbours of others", "2026-06-30", "",
			[]string{"1 2026-01-01", "2 2026-08-01 a=2026-07-01 h", "3 2026-09-01 a=2026-06-01", "4 2026-10-01 d", "5 - d"},
			"-<1 in-force>3, 1<3 upcoming>-, 1<2 held-back>3, 3<4 draft>5, 4<5 draft>-; head 1", "1-3 1-2 1-4 3-4 1-5 4-5"},
		{"a policy that is a draft", "2026-06-30", "", []string{"1 2026-01-01 d", "2 - d"}, "-<1 draft>2, 1<2 draft>-; head 1", "1-2"},
		{"two from one day, one of which was withdrawn on it", "2026-06-30", "",
			[]string{"1 2026-01-01", "2 2026-02-01 w=2026-02-01", "3 2026-02-01"},
			"-<1 superseded>3, 1<2 withdrawn>3, 1<3 in-force>-; head 3", "1-2 1-3"},
		{"erased, and in force until its withdrawal: what is open for comment is compared with what has words", "2026-06-15", "",
			[]string{"1 2026-01-01", "2 2026-02-01 w=2026-08-01 x", "3 2026-07-01 a=2026-06-01", "4 - c=2026-06-01"},
			"-<1 superseded>3, 1<2 in-force>3, 1<3 upcoming>-, 3<4 consultation>-; head 2", "1-2 1-3 2-3 2-4 3-4"},
	} {
		p := policyOf(tt.today, tt.ends, tt.versions...)
		if got := standing(p); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if got := pairsOf(p, CompareChainCurrent); got != tt.pairs {
			t.Errorf("%s: pairs %s, want %s", tt.name, got, tt.pairs)
		}
	}
}

// drawPolicy draws a policy with versions in every state.
func drawPolicy(r *rand.Rand) *Policy {
	p := &Policy{Slug: "privacy", Today: Date{2026, 6, 15}}
	if r.IntN(4) == 0 {
		p.Ends = p.Today.AddDays(r.IntN(5) - 2)
	}
	for i := range 1 + r.IntN(7) {
		v := &Version{Name: fmt.Sprint(i), Effective: p.Today.AddDays(r.IntN(21) - 10)}
		v.Announced = v.Effective.AddDays(-r.IntN(15))
		switch r.IntN(7) {
		case 0:
			v.Draft = true
			if r.IntN(2) == 0 {
				v.Effective, v.Announced = Date{}, Date{}
			}
		case 1:
			v.Consultation = &CommentPeriod{From: p.Today.AddDays(-r.IntN(3)), To: p.Today.AddDays(r.IntN(3))}
			v.Announced = [...]Date{{}, v.Announced, p.Today.AddDays(1)}[r.IntN(3)]
		case 2:
			v.Withdrawn = v.Announced.AddDays(r.IntN(20))
			v.Erased = r.IntN(3) == 0
		}
		v.HeldBack = !v.Draft && v.Announced.After(p.Today) && v.Consultation == nil
		p.Versions = append(p.Versions, v)
	}
	p.SortVersions()
	return p
}

// TestStateLaws: of each policy at most one version is in force, and it stands
// for the policy; what is not announced changes nothing of the others.
func TestStateLaws(t *testing.T) {
	for seed := range 4000 {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		p := drawPolicy(r)
		fail := func(format string, args ...any) {
			t.Fatalf("seed %d: %s\nends %s: %s", seed, fmt.Sprintf(format, args...), p.Ends, standing(p))
		}
		current := p.InForce(p.Today)
		for _, v := range p.Versions {
			s := p.Status(v, p.Today)
			if (s == InForce) != (v == current) {
				fail("%s is %s", v.Name, s)
			}
			if s == InForce && (v != p.Head(p.Today) || !v.Withdrawn.IsZero() && !v.Withdrawn.After(p.Today) || p.Ended(p.Today)) {
				fail("%s is in force", v.Name)
			}
			if up := slices.Contains(p.Upcoming(p.Today), v); up != (s == Upcoming && !v.NeverInForce()) || up && !v.Effective.After(p.Today) {
				fail("%s is %s and comes", v.Name, s)
			}
			if n := p.Next(v); n != nil && p.inChain(v) && p.Previous(n) != v {
				fail("before the one after %s stands another", v.Name)
			}
		}
		less := &Policy{Slug: p.Slug, Today: p.Today, Ends: p.Ends, Versions: slices.DeleteFunc(slices.Clone(p.Versions), func(v *Version) bool { return !p.IsAnnounced(v) })}
		for _, v := range less.Versions {
			if p.Previous(v) != less.Previous(v) || p.Next(v) != less.Next(v) || p.Status(v, p.Today) != less.Status(v, p.Today) {
				fail("what is not announced changes version %s", v.Name)
			}
		}
		for _, compare := range []Compare{CompareChain, CompareChainCurrent, CompareAll} {
			listed := p.Pairs(compare, p.Today)
			for _, a := range p.Versions {
				for _, b := range p.Versions {
					if slices.Contains(listed, Pair{a, b}) != p.HasPair(compare, p.Today, a, b) {
						fail("%s: the pair %s-%s is listed or not", compare, a.Name, b.Name)
					}
				}
			}
			among := slices.DeleteFunc(slices.Clone(listed), func(x Pair) bool { return !p.IsAnnounced(x.New) })
			if !slices.Equal(among, less.Pairs(compare, p.Today)) {
				fail("%s: what is not announced changes the pairs of what is", compare)
			}
			for _, x := range among {
				if !p.IsAnnounced(x.Old) {
					fail("%s is compared with %s, which is not announced", x.New.Name, x.Old.Name)
				}
			}
		}
	}
}

// TestConsulted: a version is open for comment from the first day of its
// consultation until the day before it is announced.
func TestConsulted(t *testing.T) {
	for _, tt := range []struct {
		version string
		want    string // + or - for each day from 30 May to 3 June
	}{
		{"1 - c=2026-06-01", "--+++"},
		{"1 2026-07-01 c=2026-06-01", "--+++"},
		{"1 2026-07-01 c=2026-05-31 a=2026-06-02", "-++--"},
		{"1 2026-07-01 c=2026-05-31 a=2026-06-02 d", "-----"},
		{"1 2026-07-01 c=2026-05-31 a=2026-06-02 h", "-----"},
		{"1 2026-06-01", "-----"},
	} {
		got := ""
		for i := range 5 {
			got += map[bool]string{true: "+", false: "-"}[versionOf(tt.version).Consulted(date("2026-05-30").AddDays(i))]
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.version, got, tt.want)
		}
	}
}

// TestEveryPair: with compare = "all" each version has a redline from each before
// it that is announced; what is not announced is compared with, and nothing with
// it.
func TestEveryPair(t *testing.T) {
	p := policyOf("2026-07-01", "", "1 2026-01-01", "2 2026-02-01 w=2026-02-01", "3 2026-08-01 a=2026-05-01", "4 - c=2026-06-01", "5 - c=2026-06-02", "6 - d", "7 - d")
	const want = "1-2 1-3 2-3 1-4 2-4 3-4 1-5 2-5 3-5 1-6 2-6 3-6 1-7 2-7 3-7 6-7"
	if got := pairsOf(p, CompareAll); got != want {
		t.Errorf("all: %s, want %s", got, want)
	}
	if got := pairsOf(p, CompareChain); got != "1-2 1-3 1-4 1-5 3-6 6-7" {
		t.Errorf("chain: %s", got)
	}
}

// TestSettled: nobody edits what was in force or is withdrawn any more.
func TestSettled(t *testing.T) {
	p := policyOf("2026-06-15", "", "1 2025-01-01", "2 2026-01-01", "3 2026-07-01 a=2026-06-01 w=2026-06-15", "4 2026-08-01 a=2026-06-01", "5 - c=2026-06-01")
	for name, want := range map[string]bool{"1": true, "2": false, "3": true, "4": false, "5": false} {
		if got := p.Settled(p.Version(name), p.Today); got != want {
			t.Errorf("version %s is settled: %t", name, got)
		}
	}
}

// TestHeadOfWhatIsHidden: what is open for comment stands for a policy before what
// is hidden, and what is held back before a draft.
func TestHeadOfWhatIsHidden(t *testing.T) {
	versions := []string{"1 2026-08-01 d", "2 2026-09-01 h", "3 - c=2026-06-01"}
	for i, want := range []string{"1", "2", "3"} {
		if got := policyOf("2026-06-15", "", versions[:i+1]...).Head(date("2026-06-15")); got.Name != want {
			t.Errorf("of %q version %s is the head", versions[:i+1], got.Name)
		}
	}
}

// TestPairsOfWhatIsHidden: in a preview what is hidden is compared with all that
// is hidden before it, and has no neighbour that was withdrawn before its time.
func TestPairsOfWhatIsHidden(t *testing.T) {
	p := policyOf("2026-06-15", "", "1 2026-01-01", "2 2026-08-01 h", "3 2026-09-01 h w=2026-08-20", "4 2026-10-01 d")
	if !p.HasPair(CompareAll, p.Today, p.Version("3"), p.Version("4")) {
		t.Error("two that are hidden are not compared")
	}
	if got := p.Previous(p.Version("4")); got.Name != "2" {
		t.Errorf("before version 4 stands %s", got.Name)
	}
}
