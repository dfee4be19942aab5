package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"diptych/internal/diag"
)

// Exit codes.
const (
	exitFine     = 0
	exitProblems = 1 // the sources have problems, or the work failed
	exitUsage    = 2 // the command was called wrongly
)

// failure is an error of the work, not of the call.
type failure struct {
	err  error
	hint string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// errProblems says that problems were found, and printed already.
var errProblems = errors.New("problems were found")

// run is the program: it returns the exit code.
func run(args []string, c caller) int {
	ctx, stop := listen()
	defer stop()
	c.begun = new(undo)
	root := newRoot(c)
	root.SetArgs(args)
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	cmd, err := execute(ctx, root, c.begun)
	var by signalled
	if errors.Is(err, context.Canceled) && errors.As(context.Cause(ctx), &by) {
		within(briefly, func() { report(c.err, err, cmd.CommandPath()) })
		return by.code()
	}
	return report(c.err, err, cmd.CommandPath())
}

// report says what became of a command, and returns the exit code for it. What
// the system refused is no wrong call, whoever asked for it, and neither is an
// interruption.
func report(talk io.Writer, err error, command string) int {
	if errors.Is(err, context.Canceled) {
		return reportStop(talk, err)
	}
	var f *failure
	var refused syscall.Errno
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &f):
		fmt.Fprintf(talk, "diptych: error: %s\n", visible(f.err))
		if f.hint != "" {
			fmt.Fprintf(talk, "  hint: %s\n", diag.Visible(f.hint))
		}
		return exitProblems
	case errors.As(err, &refused):
		fmt.Fprintf(talk, "diptych: error: %s\n", visible(err))
		return exitProblems
	}
	fmt.Fprintf(talk, "diptych: error: %s\n  hint: run %q for the usage\n", visible(err), command+" --help")
	return exitUsage
}

// visible returns what an error says, each of several on a line of its own. What it
// names may hold characters on which a terminal acts.
func visible(err error) string {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		var said, lines []string
		for _, e := range all.Unwrap() {
			said, lines = append(said, e.Error()), append(lines, visible(e))
		}
		if strings.Join(said, "\n") == err.Error() { // of errors.Join
			return strings.Join(lines, "\n")
		}
	}
	return diag.Visible(err.Error())
}

// reportStop says that a command was stopped, and how things stand.
func reportStop(talk io.Writer, err error) int {
	if i := new(interruption); !errors.As(err, &i) {
		err = i
	}
	fmt.Fprintf(talk, "diptych: %s\n", visible(err))
	var f *failure
	if errors.As(err, &f) && f.hint != "" {
		fmt.Fprintf(talk, "  hint: %s\n", diag.Visible(f.hint))
	}
	return exitProblems
}

func newRoot(c caller) *cobra.Command {
	root := &cobra.Command{
		Use:   "diptych",
		Short: "publish a company's policies in Chinese and English",
		Long: `Diptych turns Markdown policies in Chinese and English into linked static pages:
the text in force at a stable address, every version at a permanent one, and a
redline between versions.`,
		Example: `  diptych init legal          begin a site in the folder legal
  diptych build               write the site into public
  diptych serve               preview it, and reload on every change`,
		SilenceErrors: true, SilenceUsage: true,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	root.AddCommand(newBuild(c), newCheck(c), newServe(c), newInit(c), newNew(c), newDiff(c),
		newPin(c), newAnnounce(c), newWithdraw(c), newEnd(c), newVersion(c))
	return root
}

// style is how to print problems to w: in colour on a terminal, unless
// NO_COLOR is set (no-color.org).
func style(w io.Writer) diag.Style {
	return diag.Style{Colour: os.Getenv("NO_COLOR") == "" && isTerminal(w)}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
