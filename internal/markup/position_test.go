package markup

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestLeavesStandWhereTheySay holds that the words of a leaf are in its line, at
// its column.
func TestLeavesStandWhereTheySay(t *testing.T) {
	sources := []string{"## 一、甲\n\n乙文\n\n- 丙文\n  - 丁文\n\n> 戊文\n\n| 己 | 庚文 |\n|--|--|\n| 辛 | 壬文 |\n\n1. （一）癸文\n"}
	files, _ := filepath.Glob("../../content/*/*/*.md")
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(src), "+++\n"), "\n+++\n")
		sources = append(sources, body)
	}
	seen := 0
	for _, src := range sources {
		lines := strings.Split(src, "\n")
		clauses, _ := Parse([]byte(src), Options{File: "x.md", Lang: "zh"})
		var blocks func(bs []policy.Block)
		blocks = func(bs []policy.Block) {
			for _, b := range bs {
				blocks(b.Blocks)
				if b.Line == 0 || len(b.Runs) == 0 || b.Runs[0].Kind != policy.Words || b.Runs[0].Marks != 0 || b.Runs[0].Link != nil || b.Kind == policy.Code {
					continue
				}
				seen++
				words := string([]rune(b.Runs[0].Text)[:min(2, len([]rune(b.Runs[0].Text)))])
				row := []rune(lines[b.Line-1])
				if b.Col < 1 || b.Col > len(row) || !strings.Contains(string(row[b.Col-1:min(len(row), b.Col+12)]), words) {
					t.Errorf("%q is not at %d:%d, %q", words, b.Line, b.Col, string(row))
				}
			}
		}
		for _, c := range clauses {
			if c.Form != policy.Item {
				blocks(c.Blocks)
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d leaves", seen)
	}
}
