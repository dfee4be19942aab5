package words

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestCompare shows the changes that the stages make readable: a script of the
// fewest tokens would mark less and say less.
func TestCompare(t *testing.T) {
	for _, tt := range []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},
		{"the same", "个人信息", "个人信息", "个人信息"},
		{"everything came", "", "个人信息。", "{+个人信息。+}"},
		{"everything went", "a word", "", "[-a word-]"},
		{"a word, not its letters", "任何相关方", "任何关联方", "任何[-相关-]{+关联+}方"},
		{"two words, not the islands between", "我们可能会收集人口特征信息。", "我们可能会收集个人信息信息。", "我们可能会收集[-人口特征-]{+个人信息+}信息。"},
		{"a number with its unit", "在 15 日内答复", "在 30 日内答复", "在[-15 日-]{+30 日+}内答复"},
		{"an amount", "It is $30,000.50 a year.", "It is $30,000.60 a year.", "It is[-$30,000.50-]{+$30,000.60+} a year."},
		{"a title as a whole", "依照《网络安全法》处理", "依照《数据安全法》处理", "依照[-《网络安全法》-]{+《数据安全法》+}处理"},
		{"an insertion ends behind a stop", "甲方付款，乙方交货。", "甲方付款，丙方担保，乙方交货。", "甲方付款，{+丙方担保，+}乙方交货。"},
		{"an insertion keeps its bracket", "数据（含日志）保存。", "数据（含日志）（含备份）保存。", "数据（含日志）{+（含备份）+}保存。"},
		{"a sentence came", "We keep it. We delete it.", "We keep it. We encrypt it. We delete it.", "We keep it.{+We encrypt it.+} We delete it."},
		{"a sentence went", "保存期限为三十日。您可以查阅。", "保存期限为三十日。", "保存期限为三十日。[-您可以查阅。-]"},
		{"a sentence is replaced whole", "You may access or correct it at any time.", "Nobody will ever sell what customers wrote here.", "[-You may access or correct it at any time-]{+Nobody will ever sell what customers wrote here+}."},
		{"a sentence with one island is replaced whole", "You may access data concerning yourself today.", "They will sell data concerning customers forever.", "[-You may access data concerning yourself today-]{+They will sell data concerning customers forever+}."},
		{"one hunk is long enough", "甲方完全不同的内容。", "甲方另外一些说法呀。", "甲方[-完全不同的内容-]{+另外一些说法呀+}。"},
		{"the ends of two sentences touch", "我们在必要时收集信息！甲方应当删除日志。", "我们在必要时收集资料。乙方应当删除日志。", "我们在必要时收集[-信息！-]{+资料。+}[-甲方-]{+乙方+}应当删除日志。"},
		{"a sentence that went before a replaced beginning", "！我们保存日志三十日。", "他们保存日志三十日。", "[-！我们-]{+他们+}保存日志三十日。"},
		{"a sentence that came before one", "他们保存日志三十日。", "！我们保存日志三十日。", "[-他们-]{+！我们+}保存日志三十日。"},
		{"a sentence that may have moved is a hunk of its own", "您可以要求删除账号。我们保存日志三十日。", "他们保存日志三十日。", "[-您可以要求删除账号。-][-我们-]{+他们+}保存日志三十日。"},
		{"a short Latin island", "When you use the service we log the data of users for safety.", "When you use the service we log some logs of clients for safety.", "When you use the service we log[-the data of users-]{+some logs of clients+} for safety."},
		{"a stop is no island", "甲方应当在约定的期限内付款，乙方应当在约定的期限内交货。", "甲方应当在约定的期限内结算，丙方应当在约定的期限内交货。", "甲方应当在约定的期限内[-付款-]{+结算+}，[-乙方-]{+丙方+}应当在约定的期限内交货。"},
		{"punctuation alone", "甲方,乙方", "甲方，乙方", "甲方[-,-]{+，+}乙方"},
		{"a sentence was split", "您可以查阅和更正个人信息，我们在十五日内答复。", "您可以查阅和更正个人信息。我们在十五日内答复。", "您可以查阅和更正个人信息[-，-]{+。+}我们在十五日内答复。"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := NewCutter()
			d := c.Compare(t.Context(), c.Cut([]policy.Run{{Text: tt.old}}), c.Cut([]policy.Run{{Text: tt.new}}), Options{})
			replay(t, d)
			if got := show(d); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestIslandsAtFormats: a longer island is kept where the formatting changes at
// its end, because the eye finds it there.
func TestIslandsAtFormats(t *testing.T) {
	for _, tt := range []struct {
		name string
		mark policy.Marks
		want string
	}{
		{"plain", 0, "When you use the service we log[-data about users-]{+logs about clients+} for as long as we need it."},
		{"bold", policy.Strong, "When you use the service we log[-data-]{+logs+} about[-users-]{+clients+} for as long as we need it."},
	} {
		c := NewCutter()
		runs := func(a, b string) []policy.Run {
			return []policy.Run{{Text: "When you use the service we log " + a + " "}, {Text: "about", Marks: tt.mark}, {Text: " " + b + " for as long as we need it."}}
		}
		d := c.Compare(t.Context(), c.Cut(runs("data", "users")), c.Cut(runs("logs", "clients")), Options{})
		if got := show(d); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestManyHunks: a sentence shows up to maxHunks replacements; one with more is
// replaced whole.
func TestManyHunks(t *testing.T) {
	for _, tt := range []struct{ changed, want int }{{maxHunks, maxHunks}, {maxHunks + 1, 1}} {
		var old, now strings.Builder
		for i := range tt.changed {
			fmt.Fprintf(&old, "stays%[1]d firmly%[1]d here%[1]d forever%[1]d old%[1]d ", i)
			fmt.Fprintf(&now, "stays%[1]d firmly%[1]d here%[1]d forever%[1]d new%[1]d ", i)
		}
		c := NewCutter()
		d := c.Compare(t.Context(), c.Cut([]policy.Run{{Text: old.String() + "end"}}), c.Cut([]policy.Run{{Text: now.String() + "end"}}), Options{})
		replay(t, d)
		if got := strings.Count(show(d), "[-"); got != tt.want {
			t.Errorf("%d words changed: %d replacements, want %d", tt.changed, got, tt.want)
		}
	}
}
