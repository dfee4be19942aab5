package markup

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/internal/policy"
)

// Real policies as plain text: every line is a paragraph, and its label is
// found as printed. Numbers that skip or repeat are kept as they are.
func TestSeedsHaveTheirLabels(t *testing.T) {
	for name, want := range seeds {
		t.Run(name, func(t *testing.T) {
			paths, err := filepath.Glob(filepath.Join(corpusDir(t), "seeds", name+"_*.txt"))
			if err != nil || len(paths) != 1 {
				t.Fatalf("seed %s: %v %v", name, paths, err)
			}
			src, err := os.ReadFile(paths[0])
			if err != nil {
				t.Fatal(err)
			}
			clauses, problems := Parse(paragraphs(src), Options{File: name, Lang: "en"})
			if problems.HasErrors() {
				t.Error(problems)
			}
			checkTree(t, name, clauses)
			got := map[int][]string{}
			for _, c := range clauses {
				if c.Form == policy.Paragraph && c.Depth <= 3 {
					got[c.Depth] = append(got[c.Depth], c.Label.Text)
				}
			}
			for depth, labels := range want {
				want, got := strings.Fields(labels), fold(got[depth])
				if n := len(want) - 1; want[n] == "…" {
					want, got = want[:n], got[:min(n, len(got))]
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("labels of depth %d (-want +got)\n%s", depth, diff)
				}
			}
		})
	}
}

// fold makes one word of a label, so that labels can be listed.
func fold(labels []string) []string {
	out := make([]string, len(labels))
	for i, l := range labels {
		out[i] = strings.ReplaceAll(l, " ", "_")
	}
	return out
}

// seeds are the labels of each depth, in order.
var seeds = map[string]map[int]string{
	"000": {1: "01. 02. 03. 04. 05."},
	"001": {
		1: "Part_One Part_2",
		2: "1. 2. 3. 4. 6. 7. 8. 9.",
		3: "1.1 1.2 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 5.1 5.2 5.3 5.4 6.1 6.2 7.1 7.2 7.3 7.4",
	},
	// One family numbers several levels, and some numbers were translated to
	// words: only the beginning is worth a look.
	"002": {
		1: "1. 2. 3. 5. 7. 8. 1. 2. 3. 4. 5. 1. 2. 1. 1. 2. 3. 1. 2. …",
		2: "Fourth, Sixth, (1) 1) 2) 3) 4) 1) 2) …",
		3: "(1) (2) (3) …",
	},
	// Every item is printed with the number 1.
	"003": {
		1: "一、 二、 三、 四、 五、 六、 七、",
		2: "1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1.",
	},
	"004": {
		1: "1. 2. 3. 4. 1. 2. 3. 4. 5.",
		2: "1.1 1.2 1.3 2.1 2.2 3.1 3.2 3.3 3.4 3.5 4.1 5.1 5.2 5.3 5.4",
		3: "1) 2) 1) 2) 3) 4)",
	},
}

var listMark = regexp.MustCompile(`^(\d+)([.)])`)

// paragraphs makes Markdown of plain text: one paragraph a line, and no lists.
func paragraphs(src []byte) []byte {
	var out []string
	for line := range strings.Lines(string(src)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, listMark.ReplaceAllString(line, `$1\$2`))
		}
	}
	return []byte(strings.Join(out, "\n\n"))
}
