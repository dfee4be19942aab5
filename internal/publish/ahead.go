package publish

import (
	"context"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/site"
)

// maxAhead bounds the days that Ahead looks at. Those beyond come nearer.
const maxAhead = 16

// Foretold is what will be wrong with the sources on a day if nobody mends it.
type Foretold struct {
	Day      policy.Date
	Problems diag.List
}

// Ahead judges the site as of each day on which something of held becomes public,
// soonest first, and writes nothing. It returns each problem once and none of now:
// every error, and the warnings that stand in what becomes public that day. Other
// warnings of a day to come can be mended then.
func Ahead(ctx context.Context, opt Options, held []policy.Held, now diag.List) ([]Foretold, error) {
	strict := opt.Strict
	opt.Strict, opt.Progress, opt.Only = false, nil, nothing
	seen := make(map[remark]bool)
	for _, p := range now {
		seen[remarkOf(p)] = true
	}
	var out []Foretold
	for _, day := range daysOf(held) {
		opt.Today = day
		_, problems, err := Run(ctx, opt, Discard{})
		if err != nil {
			return nil, err
		}
		problems = slices.DeleteFunc(problems, func(p diag.Problem) bool {
			if seen[remarkOf(p)] || p.Severity != diag.Error && !waits(held, day, p.Pos.File) {
				return true
			}
			seen[remarkOf(p)] = true
			return false
		})
		if strict {
			problems = problems.Strict()
		}
		if len(problems) > 0 {
			out = append(out, Foretold{day, problems})
		}
	}
	return out, nil
}

func nothing(*site.Output) bool { return false }

// remark is what makes two problems one, however grave they are.
type remark struct {
	pos  diag.Pos
	rule diag.Rule
	text string
}

func remarkOf(p diag.Problem) remark { return remark{p.Pos, p.Rule, p.Text} }

// daysOf lists the days on which something becomes public.
func daysOf(held []policy.Held) []policy.Date {
	var days []policy.Date
	for _, h := range held {
		days = append(days, h.Until)
	}
	slices.SortFunc(days, policy.Date.Compare)
	days = slices.Compact(days)
	return days[:min(len(days), maxAhead)]
}

// waits reports whether a file belongs to a version that becomes public on the day.
func waits(held []policy.Held, day policy.Date, file string) bool {
	_, below, _ := strings.Cut(file, "/")
	return slices.ContainsFunc(held, func(h policy.Held) bool {
		return h.Until == day && strings.HasPrefix(below, h.Policy+"/"+h.Version+"/")
	})
}
