package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/publish"
)

func newCheck(c caller) *cobra.Command {
	var flags siteFlags
	var lang problemLang
	format := "text"
	cmd := &cobra.Command{
		Use:   "check",
		Short: "report what is wrong, and write nothing",
		Long: `Check does everything that build does but writing, and prints the problems on
standard output: as text, as a JSON array, as annotations for GitHub Actions, or
as a SARIF log, which code hosts and editors show beside the sources. What is held
back it judges too, as of the day on which it becomes public. With --lang zh it says
in Chinese what the rules report of the texts.`,
		Example: `  diptych check
  diptych check --strict
  diptych check --lang zh
  diptych check --format github          in a workflow
  diptych check --format sarif > diptych.sarif`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			print, ok := formats[format]
			if !ok {
				return fmt.Errorf("--format must be text, json, github or sarif, not %q", format)
			}
			tool, err := lang.tool()
			if err != nil {
				return err
			}
			opt, err := flags.options(c)
			if err != nil {
				return err
			}
			sum, problems, err := publish.Run(cmd.Context(), opt, publish.Discard{})
			if err != nil {
				return &failure{err: interrupted(cmd.Context(), err)}
			}
			ahead, err := publish.Ahead(cmd.Context(), opt, sum.Held, problems)
			if err != nil {
				return &failure{err: interrupted(cmd.Context(), err)}
			}
			problems = withAhead(tool, problems, ahead)
			if err := print(problems, tool, c.out); err != nil {
				return &failure{err: err}
			}
			sayHeld(c.err, tool, sum.Held)
			errs, warnings := problems.Count()
			said := fmt.Sprintf("checked %s: %s, %s", count(sum.Pages, "page"), count(errs, "error"), count(warnings, "warning"))
			if sum.Accepted > 0 {
				said += fmt.Sprintf(", %d accepted", sum.Accepted)
			}
			fmt.Fprintln(c.err, said)
			if errs > 0 {
				return errProblems
			}
			return nil
		},
	}
	flags.add(cmd)
	lang.add(cmd)
	cmd.Flags().StringVar(&format, "format", format, "text, json, github or sarif")
	_ = cmd.RegisterFlagCompletionFunc("format", // the flag was just added
		cobra.FixedCompletions([]string{"text", "json", "github", "sarif"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// withAhead is the list in the tool's language, and behind it what will be wrong
// on days to come, with the day before its words.
func withAhead(tool *locale.Tool, now diag.List, ahead []publish.Foretold) diag.List {
	out := tool.Translate(now)
	for _, f := range ahead {
		for _, p := range tool.Translate(f.Problems) {
			p.Text, p.Message = tool.T("ahead", "Day", f.Day, "Text", p.Text), nil
			out = append(out, p)
		}
	}
	return out
}

var formats = map[string]func(diag.List, *locale.Tool, io.Writer) error{
	"text":   func(l diag.List, _ *locale.Tool, w io.Writer) error { return l.Text(w, style(w)) },
	"json":   func(l diag.List, _ *locale.Tool, w io.Writer) error { return l.JSON(w) },
	"github": func(l diag.List, _ *locale.Tool, w io.Writer) error { return l.GitHub(w) },
	"sarif":  func(l diag.List, t *locale.Tool, w io.Writer) error { return l.SARIF(w, buildVersion(), t.About) },
}
