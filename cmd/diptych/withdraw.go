package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diptych/internal/policy"
	"diptych/internal/site"
	"diptych/internal/source"
)

func newWithdraw(c caller) *cobra.Command {
	var dir, on string
	var reasons []string
	cmd := &cobra.Command{
		Use:   "withdraw POLICY/VERSION --reason LANGUAGE=WORDS …",
		Short: "withdraw a version that was announced",
		Long: `Withdraw writes from which day a version is withdrawn, and why, into every text;
not a byte else becomes another. Its pages stay, with a notice and the reason. From
that day on it is not in force, and the latest version that is not withdrawn is again.`,
		Example: `  diptych withdraw privacy/2.0 --reason zh=条款有误 --reason "en=A clause was wrong"
  diptych withdraw privacy/2.0 --on 2027-02-01 --reason zh=条款有误 --reason "en=A clause was wrong"`,
		Args: cobra.ExactArgs(1),
		ValidArgsFunction: completeVersions(c, &dir, func(s policy.Status) bool {
			return s == policy.InForce || s == policy.Upcoming || s == policy.Superseded
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			slug, version, err := target(args[0])
			if err != nil {
				return err
			}
			day, err := date("on", on)
			if err != nil {
				return err
			}
			x, err := begin(cmd.Context(), c, dir, slug, version)
			if err != nil {
				return err
			}
			w := source.Withdrawal{On: day}
			if day.IsZero() {
				w.On = x.site.Today
			}
			if w.Reason, err = reasonOf(reasons, x.site.Languages); err != nil {
				return err
			}
			edits, err := source.Withdraw(cmd.Context(), x.fsys, x.site, slug, version, w)
			if err != nil {
				return refused(err)
			}
			broken, err := x.breaks(cmd.Context(), w.On, edits)
			if err != nil {
				return err
			}
			if len(broken) > 0 {
				return x.refuse(broken)
			}
			said := x.afterwards(cmd.Context(), slug, version, w.On, edits)
			if err := x.write(cmd.Context(), edits); err != nil {
				return err
			}
			fmt.Fprint(c.err, said)
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "site", ".", "folder of the site")
	cmd.Flags().StringVar(&on, "on", "", "day from which it is withdrawn, YYYY-MM-DD (default today)")
	cmd.Flags().StringArrayVar(&reasons, "reason", nil, "why, as zh=… or en=…; once for each language of the site")
	return cmd
}

// reasonOf reads zh=words, once a language.
func reasonOf(reasons []string, langs []policy.Lang) (map[policy.Lang]string, error) {
	out := map[policy.Lang]string{}
	for _, r := range reasons {
		key, words, ok := strings.Cut(r, "=")
		lang := policy.Lang(key)
		if !ok || !slices.Contains(langs, lang) {
			return nil, fmt.Errorf("--reason %q must begin with a language of the site and =, one of %s", r, choices(langs))
		}
		if _, twice := out[lang]; twice {
			return nil, fmt.Errorf("--reason says %s twice", lang)
		}
		out[lang] = words
	}
	return out, nil
}

// afterwards says what is in force once a version is withdrawn.
func (x *change) afterwards(ctx context.Context, slug, version string, on policy.Date, edits []source.Edit) string {
	opt := x.opt
	opt.Source, opt.Today, opt.Drafts = source.Edited(x.fsys, edits), on, false
	s, _ := site.Load(ctx, opt)
	out := fmt.Sprintf("%s/%s is withdrawn from %s\n", slug, version, on)
	if s == nil || s.Model == nil || s.Model.Policy(slug) == nil {
		return out
	}
	p := s.Model.Policy(slug)
	v, now := p.Version(version), p.InForce(on)
	switch {
	case p.Ended(on):
	case now == nil:
		out += fmt.Sprintf("from %s on no version of %s is in force", on, slug)
		if up := p.Upcoming(on); len(up) > 0 {
			out += fmt.Sprintf(", until %s takes effect on %s", up[0].Name, up[0].Effective)
		}
		out += "\n"
	case v != nil && v.NeverInForce():
		out += fmt.Sprintf("it never comes into force; on %s %s/%s is in force\n", on, slug, now.Name)
	case now.Effective.Before(v.Effective):
		out += fmt.Sprintf("from %s on %s/%s is in force again\n", on, slug, now.Name)
	}
	for _, next := range p.Versions {
		if today := x.site.Policy(slug).Version(next.Name); today == nil || today.Draft || today.HeldBack {
			continue // pin leaves it alone
		}
		if v != nil && next.Withdrawn.IsZero() && v.Effective.Before(next.Effective) {
			out += fmt.Sprintf("the ids of %s/%s come from it in part; before its words are erased: diptych pin %[1]s/%[2]s\n", slug, next.Name)
			break
		}
	}
	return out
}
