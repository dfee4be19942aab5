package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/docx"
	"diptych/internal/site"
)

func newDiff(c caller) *cobra.Command {
	var flags siteFlags
	var lang, file string
	format := "text"
	cmd := &cobra.Command{
		Use:   "diff POLICY [OLD [NEW]]",
		Short: "print the redline between two versions",
		Long: `Diff prints what changed from one version of a policy to another, in colour on a
terminal and with [-deleted-] and {+inserted+} marks elsewhere. NEW is the newest
version that is not withdrawn unless named; OLD is the one before NEW. Markdown and HTML are for a mail,
JSON for programs. Docx is a Word file with tracked changes, for counsel to accept
and answer.`,
		Example: `  diptych diff privacy                    what the newest version changes
  diptych diff privacy 2.0 3.0 --lang en
  diptych diff privacy --format markdown  for a mail to the board
  diptych diff privacy --format docx --out redline.docx`,
		Args:              cobra.RangeArgs(1, 3),
		ValidArgsFunction: completePolicies(c, &flags.dir),
		RunE: func(cmd *cobra.Command, args []string) error {
			print, ok := diffFormats[format]
			if !ok {
				return fmt.Errorf("--format must be text, json, markdown, html or docx, not %q", format)
			}
			if format == "docx" && file == "" && isTerminal(c.out) {
				return errors.New("a Word file is not for a terminal: name a file with --out")
			}
			opt, err := flags.options(c)
			if err != nil {
				return err
			}
			s, problems := site.Load(cmd.Context(), opt.Options)
			if err := stopAt(cmd.Context(), c, problems); err != nil {
				return err
			}
			p := s.Model.Policy(args[0])
			if p == nil {
				return &failure{fmt.Errorf("there is no policy %s", args[0]), ""}
			}
			pair, err := pairOf(p, args[1:])
			if err != nil {
				hint := "versions: " + versionNames(p)
				if !flags.drafts {
					hint += "; --drafts adds what is not public"
				}
				return &failure{err, hint}
			}
			for _, v := range []*policy.Version{pair.Old, pair.New} {
				if v.Erased {
					return &failure{fmt.Errorf("version %s is erased: it has no words to compare", v.Name), ""}
				}
			}
			l, err := diffLang(s.Model.Languages, pair, lang)
			if err != nil {
				return err
			}
			full, problems := s.Parse(cmd.Context(), p)
			if err := stopAt(cmd.Context(), c, problems); err != nil {
				return err
			}
			old, new := full.Version(pair.Old.Name).Text(l), full.Version(pair.New.Name).Text(l)
			reading := s.NewReading()
			reading.Add(full)
			reading.AddLinked(cmd.Context(), old, new)
			r := redline.Compare(cmd.Context(), old, new).CutOff(reading.IsDead)
			if err := interrupted(cmd.Context(), nil); err != nil {
				return &failure{err: err}
			}
			if err := printRedline(c, file, r, func(w io.Writer) error { return print(w, r, pair) }); err != nil {
				return err
			}
			if n := docx.Wide(r); format == "docx" && n > 0 {
				fmt.Fprintln(c.err, docx.TooWide(locale.ToolIn("en"), n))
			}
			return nil
		},
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&lang, "lang", "", "language of the texts (default the first that both versions have)")
	cmd.Flags().StringVar(&format, "format", format, "text, json, markdown, html or docx")
	cmd.Flags().StringVar(&file, "out", "", "file to write (default standard output)")
	_ = cmd.RegisterFlagCompletionFunc("format", // the flag was just added
		cobra.FixedCompletions([]string{"text", "json", "markdown", "html", "docx"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// printRedline prints a redline that gives its two texts back, and no other.
func printRedline(c caller, file string, r *redline.Redline, print func(io.Writer) error) error {
	if err := r.Replay(); err != nil {
		return &failure{fmt.Errorf("internal error in %w", err), "nothing was printed, because it would not be true; please report it with the two texts"}
	}
	if err := printTo(c, file, print); err != nil {
		return &failure{err: err}
	}
	return nil
}

// printTo writes to the caller's out or, where a file is named, to that, once all is made.
func printTo(c caller, file string, print func(io.Writer) error) error {
	if file == "" {
		return print(c.out)
	}
	var b bytes.Buffer
	if err := print(&b); err != nil {
		return err
	}
	return writeOut(c.path(file), b.Bytes())
}

// pairOf is the pair of versions that the arguments after the policy name.
func pairOf(p *policy.Policy, names []string) (policy.Pair, error) {
	pair := policy.Pair{New: newest(p)}
	find := func(name string) (*policy.Version, error) {
		if v := p.Version(name); v != nil {
			return v, nil
		}
		return nil, fmt.Errorf("policy %s has no version %s", p.Slug, name)
	}
	var err error
	if len(names) == 2 {
		if pair.New, err = find(names[1]); err != nil {
			return pair, err
		}
	}
	if len(names) > 0 {
		pair.Old, err = find(names[0])
		return pair, err
	}
	if pair.Old = p.Previous(pair.New); pair.Old == nil {
		return pair, fmt.Errorf("policy %s has only one version", p.Slug)
	}
	return pair, nil
}

// newest is the last version that stands: what was withdrawn is gone, so that it is
// the newest only where nothing else is there.
func newest(p *policy.Policy) *policy.Version {
	for _, v := range slices.Backward(p.Versions) {
		if v.Withdrawn.IsZero() || v.Withdrawn.After(p.Today) && !v.NeverInForce() {
			return v
		}
	}
	return p.Versions[len(p.Versions)-1]
}

func versionNames(p *policy.Policy) string {
	s := ""
	for i, v := range p.Versions {
		if i > 0 {
			s += ", "
		}
		s += v.Name
	}
	return s
}

// diffLang is the language to compare in.
func diffLang(order []policy.Lang, pair policy.Pair, asked string) (policy.Lang, error) {
	if asked != "" && !slices.Contains(order, policy.Lang(asked)) {
		return "", fmt.Errorf("--lang must be one of %s, not %q", choices(order), asked)
	}
	for _, l := range order {
		if (asked == "" || asked == string(l)) && pair.Old.Text(l) != nil && pair.New.Text(l) != nil {
			return l, nil
		}
	}
	if asked == "" {
		return "", &failure{fmt.Errorf("versions %s and %s have no language in common", pair.Old.Name, pair.New.Name), ""}
	}
	return "", &failure{fmt.Errorf("versions %s and %s do not both have a text in %s", pair.Old.Name, pair.New.Name, asked), ""}
}
