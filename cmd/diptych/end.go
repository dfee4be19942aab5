package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"diptych/internal/source"
)

func newEnd(c caller) *cobra.Command {
	var dir, on, next string
	cmd := &cobra.Command{
		Use:   "end POLICY --on DATE",
		Short: "end a policy on a day",
		Long: `End writes into policy.toml from which day a policy is no more, and which one comes
in its place; not a byte else becomes another. Its pages stay as an archive, and its
stable address says that it ended.`,
		Example: `  diptych end sdk-list --on 2027-03-01
  diptych end sdk-list --on 2027-03-01 --succeeded-by privacy`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeOne(completePolicies(c, &dir)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if on == "" {
				return errors.New("--on DATE is missing: the day from which the policy is no more")
			}
			day, err := date("on", on)
			if err != nil {
				return err
			}
			x, err := begin(cmd.Context(), c, dir, args[0], "")
			if err != nil {
				return err
			}
			edits, err := source.EndPolicy(cmd.Context(), x.fsys, x.site, args[0], source.End{On: day, SucceededBy: next})
			if err != nil {
				return refused(err)
			}
			broken, err := x.breaks(cmd.Context(), day, edits)
			if err != nil {
				return err
			}
			if len(broken) > 0 {
				return x.refuse(broken)
			}
			if err := x.write(cmd.Context(), edits); err != nil {
				return err
			}
			fmt.Fprintf(c.err, "policy %s ends on %s\n", args[0], day)
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "site", ".", "folder of the site")
	cmd.Flags().StringVar(&on, "on", "", "day from which it is no more, YYYY-MM-DD")
	cmd.Flags().StringVar(&next, "succeeded-by", "", "policy that comes in its place")
	_ = cmd.RegisterFlagCompletionFunc("succeeded-by", completeFlag(completePolicies(c, &dir))) // the flag was just added
	return cmd
}
