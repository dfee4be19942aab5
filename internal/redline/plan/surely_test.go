package plan

import (
	"path/filepath"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline/words"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestSurelyAlike: blocks that are surely alike are alike when all their words
// are weighed, whichever is asked about first.
func TestSurelyAlike(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("../testdata/*.txtar")
	sure := map[policy.BlockKind]int{}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := policy.Lang(filepath.Base(file)[:2])
		old, new := parse(a.Files[0].Data, lang), parse(a.Files[1].Data, lang)
		l := newLikeness(words.NewCutter(old, new))
		for _, b := range allBlocks(old) {
			for _, c := range allBlocks(new) {
				surely := l.surely(b, c)
				if surely != l.surely(c, b) {
					t.Errorf("%s: %v, and the reverse is not", file, surely)
				}
				if !surely {
					continue
				}
				sure[b.Kind]++
				if v := l.ofBlocks(b, c); v < blockLeast {
					t.Errorf("%s: likeness %v of blocks that are surely alike", file, v)
				}
			}
		}
	}
	for _, k := range []policy.BlockKind{policy.Para, policy.List, policy.Table} {
		if sure[k] == 0 {
			t.Errorf("no two blocks of kind %v are surely alike", k)
		}
	}
}

// TestSurelyByEnds: what counts is what both blocks begin and end with.
func TestSurelyByEnds(t *testing.T) {
	for _, tt := range []struct {
		old, new string
		want     bool
	}{
		{"We keep the records for ten days.", "We keep the records for six days.", true},
		{"We keep the records.", "They burn all of the records.", false},
		{"1. one thing\n2. two things\n3. three things\n", "1. one thing\n2. other\n3. three things\n", true},
		{"1. one thing\n2. two things\n3. three things\n", "1. one thing\n2. three things\n", true},
		{"1. one thing\n2. two\n", "1. some thing\n2. too\n", false},
		{"1. one long thing of many words\n2. the tail stays\n", "1. one long thing of other words\n2. the tail stays\n", true},
		{"words of a paragraph", "> words of a paragraph", false},
		{"words of a paragraph", "```\nwords of a paragraph\n```", false},
		{"| a | b |\n|---|---|\n| c | d |\n", "| a | b |\n|---|---|\n| c | e |\n", true},
		{"| a | b |\n|---|---|\n| c | d |\n| e | f |\n", "| a | b |\n|---|---|\n| c | d |\n| e | g |\n", true},
		{"---", "---", false},
		{"Maps: see https://example.com/legal/privacy/index.html?lang=en&region=us", "Pay by card: see https://example.com/legal/privacy/index.html?lang=en&region=us", false},
		{"https://example.com/legal/privacy/index.html?lang=en&region=us for maps", "https://example.com/legal/privacy/index.html?lang=en&region=us for cards", false},
		{"- maps\n- https://example.com/legal/privacy/index.html?lang=en\n", "- cards\n- https://example.com/legal/privacy/index.html?lang=en\n", false},
		{"- https://example.com/legal/privacy/index.html?lang=en\n- maps\n", "- https://example.com/legal/privacy/index.html?lang=en\n- cards\n", false},
		{"- https://example.com/legal see what we do\n- maps\n", "- https://example.com/legal see what we do\n- cards\n", true},
		{"- a line of many short words that stays as it is\n- see maps\n", "- a line of many short words that stays as it is\n- by cards\n", true},
		{"- 我们收集位置信息以提供地图服务\n- 甲\n", "- 我们收集位置信息以提供地图服务\n- 乙\n", true},
	} {
		old, new := parse([]byte(tt.old), "en"), parse([]byte(tt.new), "en")
		l := newLikeness(words.NewCutter(old, new))
		if got := l.surely(&old.Clauses[0].Blocks[0], &new.Clauses[0].Blocks[0]); got != tt.want {
			t.Errorf("%q and %q: %v, want %v", tt.old, tt.new, got, tt.want)
		}
	}
}

// allBlocks lists the blocks of a text, and those in them.
func allBlocks(t *policy.Text) []*policy.Block {
	var out []*policy.Block
	var add func(bs []policy.Block)
	add = func(bs []policy.Block) {
		for i := range bs {
			out = append(out, &bs[i])
			add(bs[i].Blocks)
		}
	}
	for _, c := range t.Clauses {
		if c.Form != policy.Item {
			add(c.Blocks)
		}
	}
	return out
}
