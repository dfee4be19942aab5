package main

import (
	"errors"
	"net"

	"github.com/spf13/cobra"

	"diptych/internal/serve"
)

func newServe(c caller) *cobra.Command {
	var flags siteFlags
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "preview the site, and reload on every change",
		Long: `Serve builds the site in memory, serves it, reads again what changes and reloads
the browser. An edit with problems keeps the last good page and shows them on it.`,
		Example: `  diptych serve
  diptych serve --drafts --as-of 2027-03-01
  diptych serve --addr 127.0.0.1:9000`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opt, err := flags.options(c)
			if err != nil {
				return err
			}
			err = serve.Run(cmd.Context(), serve.Options{Build: opt, Dir: c.path(flags.dir), Addr: addr, Log: c.err, Style: style(c.err)})
			if err == nil {
				return nil
			}
			f := &failure{err: err}
			var taken *net.OpError
			if errors.As(err, &taken) {
				f.hint = "choose another address with --addr, such as 127.0.0.1:0 for any free port"
			}
			return f
		},
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "address to listen on")
	_ = cmd.RegisterFlagCompletionFunc("addr", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveNoFileComp)) // the flag was just added
	return cmd
}
