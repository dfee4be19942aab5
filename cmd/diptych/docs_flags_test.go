package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestDocsFlags: docs/commands has a section for every command, which names all
// of the command's own flags; the flags of all commands that read a site have a
// section of their own. No flag is named that is not there.
func TestDocsFlags(t *testing.T) {
	docs := readDocs(t)
	root := newRoot(caller{})
	for _, end := range []string{".md", chinese} {
		d := docs["docs/commands"+end]
		shared := map[string]bool{}
		for _, name := range flagNames(d.section(slices.IndexFunc(d.headings, func(h heading) bool { return strings.Contains(h.text, "`--site`") }))) {
			shared[name] = true
		}
		for _, cmd := range leaves(root) {
			i := slices.IndexFunc(d.headings, func(h heading) bool { return slices.Contains(spans([]string{h.text}), cmd.CommandPath()) })
			if i < 0 {
				t.Errorf("%s has no section for %s", d.name, cmd.CommandPath())
				continue
			}
			if cmd.Example == "" {
				t.Errorf("the help of %s has no example", cmd.CommandPath())
			}
			named := flagNames(d.section(i))
			cmd.Flags().VisitAll(func(f *pflag.Flag) {
				if f.Name != "help" && !shared[f.Name] && !slices.Contains(named, f.Name) {
					t.Errorf("%s: the section of %s does not name --%s", d.name, cmd.CommandPath(), f.Name)
				}
			})
			for _, name := range named {
				if cmd.Flags().Lookup(name) == nil {
					t.Errorf("%s: %s has no --%s", d.name, cmd.CommandPath(), name)
				}
			}
		}
		build, _, _ := root.Find([]string{"build"})
		for name := range shared {
			if build.Flags().Lookup(name) == nil {
				t.Errorf("%s: there is no --%s", d.name, name)
			}
		}
		if len(shared) < 5 {
			t.Errorf("%s: only %v were found", d.name, shared)
		}
	}
}

// leaves are the commands that do something, but for cobra's own.
func leaves(cmd *cobra.Command) []*cobra.Command {
	if !cmd.HasSubCommands() {
		return []*cobra.Command{cmd}
	}
	var out []*cobra.Command
	for _, c := range cmd.Commands() {
		if c.Name() != "completion" && c.Name() != "help" {
			out = append(out, leaves(c)...)
		}
	}
	return out
}

var flagMark = regexp.MustCompile(`--([a-z][a-z-]+)`)

func flagNames(lines []string) []string {
	var out []string
	for _, s := range spans(lines) {
		for _, m := range flagMark.FindAllStringSubmatch(s, -1) {
			out = append(out, m[1])
		}
	}
	return out
}

// TestDocsSpans: a command that stands in a sentence exists, with its flags.
func TestDocsSpans(t *testing.T) {
	root := newRoot(caller{})
	root.InitDefaultCompletionCmd()
	n := 0
	for name, d := range readDocs(t) {
		for _, s := range spans(d.prose()) {
			words := strings.Fields(s)
			if len(words) < 2 || strings.TrimLeft(words[0], "./") != "diptych" {
				continue
			}
			n++
			cmd, _, err := root.Find(words[1:])
			if err != nil || cmd == root && !strings.HasPrefix(words[1], "-") {
				t.Errorf("%s: there is no command `%s`", name, s)
				continue
			}
			cmd.InitDefaultHelpFlag()
			for _, f := range flagNames([]string{"`" + s + "`"}) {
				if cmd.Flags().Lookup(f) == nil {
					t.Errorf("%s: `%s`: there is no --%s", name, s, f)
				}
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d commands were found", n)
	}
}

// TestDocsLoneNames: a flag and a variable that stand in a sentence by themselves
// are there: in a command or, for a page on themes, in a style; in what the
// project reads of the environment.
func TestDocsLoneNames(t *testing.T) {
	known := map[string]bool{"help": true}
	var gather func(*cobra.Command)
	gather = func(cmd *cobra.Command) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) { known[f.Name] = true })
		for _, sub := range cmd.Commands() {
			gather(sub)
		}
	}
	gather(newRoot(caller{}))
	styles, err := filepath.Glob(repository + "/themes/default/assets/*.css")
	for _, name := range styles {
		src, failed := os.ReadFile(name)
		err = errors.Join(err, failed)
		for _, m := range customProperty.FindAllSubmatch(src, -1) {
			known[string(m[1])] = true
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	sh := &shell{t: t, sources: projectSources(absolute(t, repository))}
	flags, variables := 0, 0
	for name, d := range readDocs(t) {
		for _, s := range spans(d.prose()) {
			if m := loneFlag.FindStringSubmatch(s); m != nil {
				flags++
				if !known[m[1]] {
					t.Errorf("%s: there is no `--%s`", name, m[1])
				}
			}
			if loneVariable.MatchString(s) {
				variables++
				if !sh.reads(s) {
					t.Errorf("%s: nothing reads `%s`", name, s)
				}
			}
		}
	}
	if flags < 20 || variables < 4 {
		t.Errorf("only %d flags and %d variables were found", flags, variables)
	}
}

var (
	customProperty = regexp.MustCompile(`--([a-z][a-z0-9-]*):`)
	loneFlag       = regexp.MustCompile(`^--([a-z][a-z0-9-]*)( \S+)?$`)
	loneVariable   = regexp.MustCompile(`^[A-Z][A-Z0-9]*_[A-Z0-9_]+$`)
)
