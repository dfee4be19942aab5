package redline_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"diptych/internal/policy"
	"diptych/internal/redline"

	"pgregory.net/rapid"
)

// sheet is a table: the first row is the head, the first column tells the rows
// apart.
type sheet [][]string

func (s sheet) markdown() string {
	var b strings.Builder
	for i, r := range s {
		b.WriteString("| " + strings.Join(r, " | ") + " |\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", len(r)) + "|\n")
		}
	}
	return b.String()
}

// sheets are the words of tables in each language: heads, keys, values that many
// cells have, and values of their own.
var sheets = map[policy.Lang]struct{ heads, keys, common, own []string }{
	"zh": {
		[]string{"名称", "使用目的", "保存期限", "是否共享", "提供方", "法律依据"},
		[]string{"手机号", "位置", "通讯录", "相册", "邮箱地址", "设备型号", "支付记录", "日志"},
		[]string{"是", "否", "30日", "必要", "无"},
		[]string{"注册登录", "推荐内容", "添加好友", "设置头像", "一年", "发票开具", "甲乙科技公司", "统计分析", "客服沟通", "履行合同"},
	},
	"en": {
		[]string{"Name", "Purpose", "Retention", "Shared", "Provider", "Basis"},
		[]string{"Phone", "Location", "Contacts", "Photos", "E-mail address", "Device model", "Payments", "Logs"},
		[]string{"yes", "no", "weekly", "needed", "none"},
		[]string{"sign-in", "recommendations", "finding friends", "profile picture", "until deleted", "invoices", "Example Ltd", "statistics", "support", "performing the contract"},
	},
}

// drawSheet makes a table of random cells.
func drawSheet(t *rapid.T, lang policy.Lang) sheet {
	from := sheets[lang]
	columns, rows := rapid.IntRange(2, len(from.heads)).Draw(t, "columns"), rapid.IntRange(1, len(from.keys)).Draw(t, "rows")
	value := rapid.SampledFrom(slices.Concat(from.common, from.own, from.own))
	s := sheet{slices.Clone(from.heads[:columns])}
	for i := range rows {
		r := []string{from.keys[i]}
		for len(r) < columns {
			r = append(r, value.Draw(t, "cell"))
		}
		s = append(s, r)
	}
	return s
}

// permuted returns the table with its rows and columns in another order.
func permuted(s sheet, rows, columns []int) sheet {
	take := func(r []string) (out []string) {
		for _, c := range columns {
			out = append(out, r[c])
		}
		return out
	}
	out := sheet{take(s[0])}
	for _, i := range rows {
		out = append(out, take(s[1+i]))
	}
	return out
}

// TestTableLaw sorts the rows and columns of random tables anew and edits cells.
// What moved is told as moved, and what is marked is the words of the cells that
// were edited and nothing else.
func TestTableLaw(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		old := drawSheet(rt, lang)
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		n, k := len(old)-1, len(old[0])
		rows, columns := identity(n), identity(k)
		if rapid.Bool().Draw(rt, "rows move") {
			rows = rnd.Perm(n)
		}
		if rapid.Bool().Draw(rt, "columns move") && n > 1 {
			columns = rnd.Perm(k)
		}
		edited := sheet{}
		for _, r := range old {
			edited = append(edited, slices.Clone(r))
		}
		var want redline.Tally
		for e := range rapid.IntRange(0, n*(k-1)/4).Draw(rt, "edits") {
			i, c := 1+rnd.IntN(n), 1+rnd.IntN(k-1)
			if edited[i][c] != old[i][c] || strings.HasPrefix(edited[i][c], "Q") {
				continue
			}
			edited[i][c] = fmt.Sprintf("Q%dx%d", e, rnd.IntN(1000))
			want.Deletions++
			want.Insertions++
			want.DeletedChars += letters(old[i][c])
			want.InsertedChars += letters(edited[i][c])
		}
		new := permuted(edited, rows, columns)
		r := checkLaw(rt, "table", parse(old.markdown(), lang), parse(new.markdown(), lang))
		got := r.Counts.Tally
		got.InsertedWords, got.DeletedWords = 0, 0
		if got != want {
			rt.Errorf("tally %+v, want %+v\n%s\n%s", got, want, old.markdown(), new.markdown())
		}
		movedRows, movedColumns := 0, 0
		for _, c := range r.Changes {
			switch {
			case c.Kind == redline.Moved && slices.Contains(c.Formats, redline.Column):
				movedColumns++
			case c.Kind == redline.Moved:
				movedRows++
			case c.Kind != redline.Modified || want.Insertions == 0:
				rt.Errorf("%s", c.Kind)
			}
		}
		for _, x := range []struct {
			what  string
			order []int
			moved int
		}{{"rows", rows, movedRows}, {"columns", columns, movedColumns}} {
			if (x.moved == 0) != slices.IsSorted(x.order) || x.moved > len(x.order)-1 && x.moved > 0 {
				rt.Errorf("%d %s moved of %v", x.moved, x.what, x.order)
			}
		}
	})
}

// TestTableInStep adds and takes rows and columns of random tables while others
// move: the rows of the merged table are of one length, and so are those of each
// of its sides, which are as long as in the text itself.
func TestTableInStep(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		old := drawSheet(rt, lang)
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 2))
		rows, columns := rnd.Perm(len(old)-1), rnd.Perm(len(old[0]))
		new := permuted(old, rows[rnd.IntN(len(rows)):], columns[rnd.IntN(2):])
		if rnd.IntN(2) == 0 {
			for i := range new {
				new[i] = append(new[i], fmt.Sprintf("came%d", i))
			}
		}
		added := make([]string, len(new[0]))
		for c := range added {
			added[c] = fmt.Sprintf("new%d", c)
		}
		new = slices.Insert(new, 1+rnd.IntN(len(new)), added)
		r := checkLaw(rt, "table", parse(old.markdown(), lang), parse(new.markdown(), lang))
		for _, c := range r.Changes {
			if slices.Contains(c.Formats, redline.Structure) {
				rt.Errorf("an empty cell that keeps the columns in step is told as a change of structure")
			}
		}
		c := r.Sections[0].Clause
		if len(c.Blocks) != 1 {
			return // another table
		}
		for _, x := range []struct {
			what  string
			table policy.Block
			cells int
		}{
			{"merged", c.Blocks[0], len(c.Blocks[0].Blocks[0].Blocks)},
			{"old", redline.Side(c, policy.Op.InOld).Blocks[0], len(old[0])},
			{"new", redline.Side(c, policy.Op.InNew).Blocks[0], len(new[0])},
		} {
			for i, row := range x.table.Blocks {
				if len(row.Blocks) != x.cells {
					rt.Errorf("%s: row %d has %d cells of %d\n%s\n%s", x.what, i, len(row.Blocks), x.cells, old.markdown(), new.markdown())
				}
			}
		}
	})
}

// TestTableMoves: a table that moved holds rows and columns that moved within it.
func TestTableMoves(t *testing.T) {
	const first, second = "我们会在您注销账户后三十日内删除您的个人信息。", "我们委托第三方处理个人信息的，与其约定处理的目的和方式，并对其监督，每年检查一次。"
	old := sheetOf("名称,使用目的,保存期限/手机号,注册登录,三十日/位置,推荐内容,七日/通讯录,添加好友,一年")
	new := permuted(old, []int{2, 0, 1}, []int{0, 2, 1})
	r := checkLaw(t, "moves", parse(old.markdown()+"\n"+first+"\n\n"+second+"\n", "zh"), parse(first+"\n\n"+second+"\n\n"+new.markdown(), "zh"))
	if got := r.Counts.Of(redline.Moved); got != 3 || r.Counts.Tally != (redline.Tally{}) {
		t.Errorf("%+v", r.Counts)
	}
}

func identity(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// letters counts what a Tally counts as characters.
func letters(s string) int { return utf8.RuneCountInString(strings.ReplaceAll(s, " ", "")) }
