package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diptych/internal/locale"
	"diptych/internal/policy"
)

// problemLang is the flag --lang: the language in which problems are printed.
type problemLang string

func (f *problemLang) add(cmd *cobra.Command) {
	*f = "en"
	cmd.Flags().StringVar((*string)(f), "lang", string(*f), "language of the problems: "+strings.Join(toolLangs(), " or "))
	_ = cmd.RegisterFlagCompletionFunc("lang", // the flag was just added
		cobra.FixedCompletions(toolLangs(), cobra.ShellCompDirectiveNoFileComp))
}

// tool returns what the program says in that language.
func (f problemLang) tool() (*locale.Tool, error) {
	if !slices.Contains(toolLangs(), string(f)) {
		return nil, fmt.Errorf("--lang must be %s, not %q", strings.Join(toolLangs(), " or "), string(f))
	}
	return locale.ToolIn(policy.Lang(f)), nil
}

func toolLangs() []string {
	var out []string
	for _, l := range locale.ToolLangs() {
		out = append(out, string(l))
	}
	return out
}

// choices are words of a choice, as a sentence lists them.
func choices[T ~string](words []T) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return strings.Join(out, ", ")
}
