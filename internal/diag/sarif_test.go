package diag

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
)

// sarifShape is what the schema of SARIF 2.1.0 says of the objects that are
// written: the properties that must stand, and those of its others that may.
// The schema allows no more.
var sarifShape = map[string]struct{ must, may []string }{
	"log":      {[]string{"version", "runs"}, []string{"$schema"}},
	"run":      {[]string{"tool"}, []string{"results", "columnKind"}},
	"tool":     {[]string{"driver"}, nil},
	"driver":   {[]string{"name"}, []string{"version", "rules"}},
	"rule":     {[]string{"id", "shortDescription"}, nil},
	"text":     {[]string{"text"}, nil},
	"result":   {[]string{"message"}, []string{"ruleId", "ruleIndex", "level", "locations"}},
	"location": {nil, []string{"physicalLocation"}},
	"physical": {[]string{"artifactLocation"}, []string{"region"}},
	"artifact": {nil, []string{"uri", "uriBaseId"}},
	"region":   {[]string{"startLine"}, []string{"startColumn"}},
}

// shaped returns v as an object of the shape.
func shaped(t *testing.T, shape string, v any) map[string]any {
	t.Helper()
	m, ok := v.(map[string]any)
	if !ok {
		t.Fatalf("%s: %v is no object", shape, v)
	}
	s := sarifShape[shape]
	for _, k := range s.must {
		if _, ok := m[k]; !ok {
			t.Errorf("%s has no %s: %v", shape, k, m)
		}
	}
	for k := range m {
		if !slices.Contains(s.must, k) && !slices.Contains(s.may, k) {
			t.Errorf("%s has a property %s", shape, k)
		}
	}
	return m
}

func list(t *testing.T, v any) []any {
	t.Helper()
	l, ok := v.([]any)
	if !ok {
		t.Fatalf("%v is no list", v)
	}
	return l
}

func checkSARIF(t *testing.T, data []byte) (rules, results []any) {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	log := shaped(t, "log", v)
	if log["version"] != "2.1.0" {
		t.Errorf("version %v", log["version"])
	}
	run := shaped(t, "run", list(t, log["runs"])[0])
	if run["columnKind"] != "unicodeCodePoints" {
		t.Errorf("columns are counted in %v", run["columnKind"])
	}
	driver := shaped(t, "driver", shaped(t, "tool", run["tool"])["driver"])
	rules, results = list(t, driver["rules"]), list(t, run["results"])
	for _, r := range rules {
		shaped(t, "text", shaped(t, "rule", r)["shortDescription"])
	}
	for _, r := range results {
		checkSARIFResult(t, shaped(t, "result", r), rules)
	}
	return rules, results
}

func checkSARIFResult(t *testing.T, m map[string]any, rules []any) {
	t.Helper()
	if l := m["level"]; l != "error" && l != "warning" {
		t.Errorf("level %v", l)
	}
	if i, ok := m["ruleIndex"]; ok && rules[int(i.(float64))].(map[string]any)["id"] != m["ruleId"] {
		t.Errorf("rule %v has the index %v", m["ruleId"], i)
	}
	shaped(t, "text", m["message"])
	for _, l := range list(t, m["locations"]) {
		at := shaped(t, "physical", shaped(t, "location", l)["physicalLocation"])
		shaped(t, "artifact", at["artifactLocation"])
		if r, ok := at["region"]; ok {
			for k, n := range shaped(t, "region", r) {
				if n.(float64) < 1 {
					t.Errorf("%s %v", k, n)
				}
			}
		}
	}
}

func TestSARIF(t *testing.T) {
	var l List
	l.Errorf(Pos{"content/privacy/2.0/中文 a.md", 14, 3}, Link, "did you mean privacy#retention?", "link to unknown clause %s", "privacy#retension")
	l.Warnf(Pos{"content/privacy/2.0/a.png", 0, 0}, File, "", "the image is <broken>")
	l.Warnf(Pos{"site.toml", 7, 0}, Link, "", "again")
	l.Errorf(Pos{}, Theme, "", "no place")
	l.Errorf(Pos{}, 0, "", "no rule")
	var b bytes.Buffer
	if err := l.SARIF(&b, "1.2.3", func(r Rule) string { return "About " + r.String() + "." }); err != nil {
		t.Fatal(err)
	}
	rules, results := checkSARIF(t, b.Bytes())
	if len(rules) != 3 || len(results) != 5 {
		t.Errorf("%d rules and %d results", len(rules), len(results))
	}
	for _, want := range []string{
		`"ruleId": "link",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "link to unknown clause privacy#retension\nhint: did you mean privacy#retention?"
          },`,
		`"uri": "content/privacy/2.0/%E4%B8%AD%E6%96%87%20a.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 14,
                  "startColumn": 3
                }`,
		`"text": "About link."`,
		`"text": "the image is <broken>"`,
		`"version": "1.2.3",`,
	} {
		if !bytes.Contains(b.Bytes(), []byte(want)) {
			t.Errorf("no %s in\n%s", want, b.Bytes())
		}
	}
}

func TestSARIFWithoutProblems(t *testing.T) {
	var b bytes.Buffer
	if err := (List)(nil).SARIF(&b, "", nil); err != nil {
		t.Fatal(err)
	}
	if rules, results := checkSARIF(t, b.Bytes()); len(rules)+len(results) != 0 {
		t.Errorf("%s", b.Bytes())
	}
}
