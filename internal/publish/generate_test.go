package publish

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A generated text has this many clauses of this many paragraphs: some 13 kB.
const (
	genClauses    = 12
	genParagraphs = 4
)

// generateSite writes a site of about n texts below dir, in two languages, with
// so many versions a policy; a version differs from the one before it in a few
// paragraphs. The same numbers give the same site.
func generateSite(t testing.TB, dir string, n, versions int) {
	t.Helper()
	write(t, filepath.Join(dir, "site.toml"), "title.zh = \"政策\"\ntitle.en = \"Policies\"\n")
	for p := range max(1, n/(2*versions)) {
		texts := [2]*genText{newGenText(uint64(p), zhWords), newGenText(uint64(p), enWords)}
		for v := range versions {
			for i, lang := range []string{"zh", "en"} {
				if v > 0 {
					texts[i].edit()
				}
				name := filepath.Join(dir, "content", fmt.Sprintf("policy-%05d", p), fmt.Sprintf("%d.0", v+1), lang+".md")
				head := fmt.Sprintf("+++\ntitle = \"Policy %d\"\neffective = %d-01-01\n+++\n\n", p, 2010+v)
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, []byte(head+texts[i].String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// genText is a text under way through its versions.
type genText struct {
	rng     *rand.Rand
	words   genWords
	clauses [][]string // heading, then paragraphs
}

// genWords are the words of a language, what joins them, and how long a
// sentence is.
type genWords struct {
	list           []string
	gap, stop      string
	least, most    int
	label, heading string
}

var zhWords = genWords{
	strings.Fields("我们 您 收集 使用 保存 个人信息 账号 设备 服务 目的 必要 期限 删除 同意 法律 规定 提供 第三方 安全 措施 通知 更新 政策 权利 查询 更正 注销 日志 位置 订单 支付 未成年人 监护人 存储 传输 境外 评估 以及 或者 应当 可以 不得"),
	"", "。", 10, 24, "%d、", "## %s%s",
}

var enWords = genWords{
	strings.Fields("we you collect use keep personal information account device service purpose necessary period delete consent law require provide third party security measure notice update policy right access correct close log location order payment minor guardian store transfer abroad assess and or shall may must not"),
	" ", ". ", 10, 24, "%d. ", "## %s%s",
}

func newGenText(seed uint64, w genWords) *genText {
	t := &genText{rng: rand.New(rand.NewPCG(seed, 7)), words: w}
	for range genClauses {
		clause := []string{t.phrase(3)}
		for range genParagraphs {
			clause = append(clause, t.paragraph())
		}
		t.clauses = append(t.clauses, clause)
	}
	return t
}

func (t *genText) phrase(n int) string {
	var out []string
	for range n {
		out = append(out, t.words.list[t.rng.IntN(len(t.words.list))])
	}
	return strings.Join(out, t.words.gap)
}

func (t *genText) paragraph() string {
	var b strings.Builder
	for i := range 2 + t.rng.IntN(2) {
		s := t.phrase(t.words.least + t.rng.IntN(t.words.most-t.words.least))
		switch (i + t.rng.IntN(8)) % 8 {
		case 1:
			s = "**" + s + "**"
		case 2:
			s += "[" + t.phrase(2) + "](https://www.example.com/" + fmt.Sprint(t.rng.IntN(1000)) + ")"
		case 3:
			s += fmt.Sprintf(" %d ", t.rng.IntN(90))
		}
		b.WriteString(s + t.words.stop)
	}
	return b.String()
}

// edit changes words in three paragraphs and, now and then, adds or drops a
// clause.
func (t *genText) edit() {
	for range 3 {
		c := t.clauses[t.rng.IntN(len(t.clauses))]
		at := 1 + t.rng.IntN(len(c)-1)
		old := t.words.list[t.rng.IntN(len(t.words.list))]
		c[at] = strings.Replace(c[at], old, t.phrase(2), 1) + t.phrase(8) + t.words.stop
	}
	switch at := t.rng.IntN(len(t.clauses)); t.rng.IntN(4) {
	case 0:
		t.clauses = append(t.clauses[:at:at], append([][]string{{t.phrase(3), t.paragraph(), t.paragraph()}}, t.clauses[at:]...)...)
	case 1:
		t.clauses = append(t.clauses[:at:at], t.clauses[at+1:]...)
	}
}

func (t *genText) String() string {
	var b strings.Builder
	for i, c := range t.clauses {
		fmt.Fprintf(&b, t.words.heading, fmt.Sprintf(t.words.label, i+1), c[0])
		b.WriteString("\n\n")
		for j, p := range c[1:] {
			if j == 1 {
				for k, item := range strings.Split(strings.TrimSpace(p), t.words.stop) {
					fmt.Fprintf(&b, "%d. %s\n", k+1, item)
				}
				b.WriteString("\n")
				continue
			}
			b.WriteString(p + "\n\n")
		}
	}
	return b.String()
}
