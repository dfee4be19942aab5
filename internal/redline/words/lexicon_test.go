package words

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestOpposites: a mark neither begins nor ends inside a word that has an
// opposite, and which of the two it is stands in the mark whole.
func TestOpposites(t *testing.T) {
	for _, tt := range []struct{ old, new string }{
		{"最高", "最低"}, {"最大", "最小"}, {"最早", "最迟"}, {"最多", "最少"}, {"至多", "至少"}, {"上限", "下限"}, {"有权", "无权"},
		{"有效", "无效"}, {"有偿", "无偿"}, {"有利", "不利"}, {"直接", "间接"}, {"书面", "口头"}, {"明示", "默示"}, {"公开", "秘密"},
		{"内部", "外部"}, {"境内", "境外"}, {"免费", "收费"}, {"强制", "自愿"}, {"债权", "债务"}, {"买方", "卖方"}, {"出租", "承租"},
		{"委托", "受托"}, {"原告", "被告"}, {"高于", "低于"}, {"大于", "小于"}, {"多于", "少于"}, {"早于", "晚于"}, {"以上", "以下"},
		{"以内", "以外"}, {"之前", "之后"}, {"事前", "事后"}, {"应当", "可以"}, {"可以", "不得"}, {"允许", "禁止"}, {"同意", "拒绝"},
		{"全部", "部分"}, {"增加", "减少"}, {"提高", "降低"}, {"延长", "缩短"}, {"长期", "短期"}, {"主动", "被动"}, {"上调", "下调"},
	} {
		c := NewCutter()
		text := func(w string) []policy.Run {
			return []policy.Run{{Text: "本条所称事项由双方约定" + w + "为准并执行。"}}
		}
		d := c.Compare(t.Context(), c.Cut(text(tt.old)), c.Cut(text(tt.new)), Options{})
		if got, want := show(d), "[-"+tt.old+"-]{+"+tt.new+"+}"; !strings.Contains(got, want) {
			t.Errorf("got %s, want %s in it", got, want)
		}
	}
	c := NewCutter()
	d := c.Compare(t.Context(), c.Cut([]policy.Run{{Text: "违约金最高不超过人民币50万元。"}}), c.Cut([]policy.Run{{Text: "违约金最低不少于人民币50万元。"}}), Options{})
	if got, want := show(d), "违约金[-最高不超过-]{+最低不少于+}人民币50万元。"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLikenessOfScripts: a text written in traditional characters is as like its
// simplified self as itself, and is shown as changed all the same.
func TestLikenessOfScripts(t *testing.T) {
	c := NewCutter()
	a := c.Cut([]policy.Run{{Text: "我們會在您註銷帳戶後三十日內刪除您的個人資料。"}})
	b := c.Cut([]policy.Run{{Text: "我们会在您注销账户后三十日内删除您的个人资料。"}})
	if v := a.Features().Like(b.Features()); v != 1 {
		t.Errorf("likeness %v", v)
	}
	if d := c.Compare(t.Context(), a, b, Options{}); len(d.Hunks) == 0 {
		t.Error("no change")
	}
}
