package diag

import (
	"cmp"
	"io"
	"net/url"
	"slices"
)

// SARIF 2.1.0 (OASIS, sarif-v2.1.0-errata01), as far as problems need it. Lists
// are never null, which the schema forbids.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Short sarifText `json:"shortDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId,omitempty"`
		RuleIndex *int            `json:"ruleIndex,omitempty"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
	}
)

// SARIF prints the list as a log of SARIF 2.1.0, which code hosts and editors
// show beside the sources. Files are relative to the site, which is taken for
// the root of the sources (%SRCROOT%). A hint is the second line of its
// message. version is that of the program; it may be empty. about says in a
// sentence what a rule is about.
func (l List) SARIF(w io.Writer, version string, about func(Rule) string) error {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "Diptych", Version: version, Rules: l.sarifRules(about)}},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, len(l)),
	}
	for i, p := range l {
		run.Results[i] = p.sarif(run.Tool.Driver.Rules)
	}
	return printJSON(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// sarifRules are the rules that the list names, in order of name.
func (l List) sarifRules(about func(Rule) string) []sarifRule {
	out := []sarifRule{}
	for _, p := range l {
		if i, found := findRule(out, p.Rule); !found && p.Rule != 0 {
			out = slices.Insert(out, i, sarifRule{p.Rule.String(), sarifText{about(p.Rule)}})
		}
	}
	return out
}

func findRule(rules []sarifRule, r Rule) (int, bool) {
	return slices.BinarySearchFunc(rules, r.String(), func(r sarifRule, id string) int { return cmp.Compare(r.ID, id) })
}

func (p Problem) sarif(rules []sarifRule) sarifResult {
	out := sarifResult{RuleID: p.Rule.String(), Level: p.Severity.String(), Message: sarifText{Visible(p.Text)}, Locations: []sarifLocation{}}
	if i, ok := findRule(rules, p.Rule); ok {
		out.RuleIndex = &i
	}
	if p.Hint != "" {
		out.Message.Text += "\nhint: " + Visible(p.Hint)
	}
	if p.Pos.File == "" {
		return out
	}
	at := sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: p.Pos.File}).String(), "%SRCROOT%"}}
	if p.Pos.Line > 0 {
		at.Region = &sarifRegion{p.Pos.Line, p.Pos.Col}
	}
	out.Locations = append(out.Locations, sarifLocation{at})
	return out
}
