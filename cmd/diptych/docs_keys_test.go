package main

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// keyed are the three places where sources have keys: the mark by which the
// documentation's table of them is known, the page that has it, and what the
// program says to a piece of TOML there.
var keyed = []struct {
	mark, page string
	read       func(toml string) diag.List
}{
	{"`site.toml`", "docs/settings", func(s string) diag.List {
		_, l := config.ParseSite(config.SiteFile, []byte(s))
		return l
	}},
	{"`policy.toml`", "docs/settings", func(s string) diag.List {
		_, l := config.ParsePolicy(config.PolicyFile, []byte(s))
		return l
	}},
	{"`+++`", "docs/authoring", func(s string) diag.List {
		fsys := fstest.MapFS{"content/privacy/1.0/zh.md": {Data: []byte("+++\n" + s + "\n+++\n")}}
		_, l := source.Load(context.Background(), fsys, config.Default(), source.Options{})
		return l
	}},
}

// TestDocsKeys: the tables of keys name every key that the program knows, and
// no other, in both languages.
func TestDocsKeys(t *testing.T) {
	docs := readDocs(t)
	for _, k := range keyed {
		want := keysOf(k.read, "")
		if len(want) < 5 {
			t.Fatalf("%s: only the keys %v were found", k.mark, want)
		}
		for _, end := range []string{".md", chinese} {
			if got := tableKeys(docs[k.page+end], k.mark); !slices.Equal(got, want) {
				t.Errorf("%s%s: its table of %s has the keys\n%v, the program knows\n%v", k.page, end, k.mark, got, want)
			}
		}
	}
}

// keysOf asks for the keys below a table by naming one that cannot be: the
// program answers with those that can. A key whose table knows no such list is
// a key by itself.
func keysOf(read func(string) diag.List, table string) []string {
	for _, head := range []string{"", "[" + table + "]\n", "[[" + table + "]]\n"} {
		if (head == "") != (table == "") {
			continue
		}
		i := slices.IndexFunc(read(head+"zzzz = 1"), func(p diag.Problem) bool { return strings.Contains(p.Hint, "allowed here: ") })
		if i < 0 {
			continue
		}
		_, list, _ := strings.Cut(read(head + "zzzz = 1")[i].Hint, "allowed here: ")
		var out []string
		for _, key := range strings.Split(list, ", ") {
			if table != "" {
				key = table + "." + key
			}
			if below := keysOf(read, key); below != nil {
				out = append(out, below...)
			} else {
				out = append(out, key)
			}
		}
		return out
	}
	return nil
}

// tableKeys returns the keys in the first column of the table whose head has
// the mark.
func tableKeys(d *doc, mark string) []string {
	var out []string
	inside := false
	for _, line := range d.prose() {
		cells := strings.Split(line, "|")
		switch {
		case len(cells) < 3:
			inside = false
		case strings.Contains(cells[1], mark):
			inside = true
		case inside:
			out = append(out, spans(cells[1:2])...)
		}
	}
	return out
}

// TestDocsValues: the pages name every value that a key may have.
func TestDocsValues(t *testing.T) {
	docs := readDocs(t)
	values := []string{
		string(config.AssetsInline), string(config.AssetsExternal),
		string(policy.CompareChain), string(policy.CompareChainCurrent), string(policy.CompareAll),
		string(policy.Both), "error", "warn", "off",
	}
	for _, k := range policy.Kinds {
		values = append(values, string(k))
	}
	for _, end := range []string{".md", chinese} {
		text := strings.Join(docs["docs/settings"+end].lines, "\n")
		for _, v := range values {
			if !regexp.MustCompile("`\"?" + regexp.QuoteMeta(v) + "\"?`").MatchString(text) {
				t.Errorf("docs/settings%s does not name the value %s", end, v)
			}
		}
	}
}
