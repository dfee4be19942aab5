package config_test

import (
	"slices"
	"strings"
	"testing"

	"diptych/internal/config"
	"diptych/internal/diag"
)

// Every rule that is settable has its default where the site says nothing, and
// what the site says where it does.
func TestReport(t *testing.T) {
	severity := map[diag.Level]string{diag.LevelOff: "", diag.LevelWarn: "warning", diag.LevelError: "error"}
	reported := func(s *config.Site, rule diag.Rule) string {
		var l diag.List
		if s.Report(&l, diag.Problem{Rule: rule}); len(l) == 0 {
			return ""
		}
		return l[0].Severity.String()
	}
	for _, rule := range diag.Rules() {
		if !rule.Settable() {
			continue
		}
		if got, want := reported(config.Default(), rule), severity[rule.Default()]; got != want {
			t.Errorf("%s is %q where the site says nothing, want %q", rule, got, want)
		}
		for _, level := range diag.Levels {
			s, problems := config.ParseSite("site.toml", []byte("title = \"T\"\n[check.rules]\n"+rule.String()+" = \""+level.String()+"\"\n"))
			if len(problems) > 0 {
				t.Error(problems)
			}
			if got, want := reported(s, rule), severity[level]; got != want {
				t.Errorf("%s = %q: reported as %q, want %q", rule, level, got, want)
			}
		}
	}
}

// A rule that does not exist or cannot be set is an error, with all that can.
func TestUnknownRules(t *testing.T) {
	var settable []string
	for _, r := range diag.Rules() {
		if r.Settable() {
			settable = append(settable, r.String())
		}
	}
	all := "rules that can be set: " + strings.Join(settable, ", ")
	_, problems := config.ParseSite("site.toml", []byte("[check.rules]\nlnk = \"warn\"\nmarkup = \"off\"\nzzz = \"off\"\n"))
	want := diag.List{
		{Pos: diag.Pos{File: "site.toml", Line: 2, Col: 1}, Rule: diag.Config, Text: `unknown rule "lnk"`, Hint: "did you mean link? " + all},
		{Pos: diag.Pos{File: "site.toml", Line: 3, Col: 1}, Rule: diag.Config, Text: "the rule markup cannot be set", Hint: all},
		{Pos: diag.Pos{File: "site.toml", Line: 4, Col: 1}, Rule: diag.Config, Text: `unknown rule "zzz"`, Hint: all},
	}
	if !slices.Equal(problems, want) {
		t.Errorf("got\n%v\nwant\n%v", problems, want)
	}
}
