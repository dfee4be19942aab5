package main

import (
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion(c caller) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "print the version of diptych",
		Example: `  diptych version`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(c.out, "diptych %s %s %s/%s\n", buildVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// buildVersion is what the Go tool recorded in the binary.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// releaseTag is the tag of a released program, or "".
func releaseTag() string {
	if v := buildVersion(); released.MatchString(v) {
		return v
	}
	return ""
}

// released matches the tags of releases; what the Go tool calls a build between
// two of them has more behind it.
var released = regexp.MustCompile(`^v\d+\.\d+\.\d+$`)
