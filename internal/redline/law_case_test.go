package redline_test

import (
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestLawOnSmallTexts: the laws on texts of which random ones like them broke one.
func TestLawOnSmallTexts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang           policy.Lang
		name, old, new string
	}{
		{"zh", "一方有脚注，句子整句替换", "请随手关门。请随手关门。请随手关门。请随手关门。\n", "请随手关门。会议室不外借。请随手关门。[^n]\n\n[^n]: 周末除外。\n"},
		{"zh", "编号段落变为项目，另有项目加深", "1. 请随手关门。\n2. 会议室不外借。\n\n（一）雨伞放在门口。\n", "- 1. 请随手关门。\n2. 会议室不外借。\n- （一）雨伞放在门口。\n"},
		{"zh", "项目之间空行", "- 请随手关门。\n- 会议室不外借。\n  - 周末除外。\n", "- 请随手关门。\n\n\n- 会议室不外借。\n  - 周末除外。\n"},
		{"en", "an item goes under a bullet, and a reference follows it", "# 2. Rules\n\n1. Shut the door after you.\n2. Rooms are not let. Rooms are not let. See clause 2.1.\n", "# 3. Rules\n\n- 1. Shut the door after you.\n2. Rooms are not let. Rooms are not let. See clause 3.1.\n- Rooms are not let. Rooms are not let.\n"},
		{"zh", "一处标题变为粗体行，另一处反之", "## 一、停车\n\n### 货车\n\n## 二、保管\n\n**雨伞**\n", "## 一、停车\n\n**货车**\n\n## 二、保管\n\n### 雨伞\n"},
		{"en", "a note on one side, and a sentence replaced whole", "Shut the door. Shut the door. Shut the door. Shut the door.\n", "Shut the door. Rooms are not let. Shut the door.[^n]\n\n[^n]: But on Sundays.\n"},
	} {
		t.Run(string(c.lang)+" "+c.name, func(t *testing.T) {
			t.Parallel()
			old, new := parse(c.old, c.lang), parse(c.new, c.lang)
			for _, r := range []*redline.Redline{checkLaw(t, "there", old, new), checkLaw(t, "back", new, old)} {
				deniesNothing(t, c.name, r)
				listsHTML(t, c.name, r)
			}
		})
	}
}
