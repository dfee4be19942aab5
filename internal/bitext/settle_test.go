package bitext_test

import (
	"testing"

	"diptych/internal/bitext"
)

// TestSettle: what stands in each other's place, which lengths, words or the
// order of the sections alone leave apart.
func TestSettle(t *testing.T) {
	for _, tt := range []struct{ name, zh, en, want string }{
		{"the same heading above, and nothing else below it",
			"# 一、付款\n\n下单时付清全款。\n\n# 二、取消\n\n师傅动工后取消的，按已完成的部分收费，且不低于总价的三分之一。\n\n# 三、投诉\n\n请致电门店。\n",
			"# 1. Payment\n\nPay in full when you place the order.\n\n# 2. Cancelling\n\nOnce the craftsman has begun, you pay for what is ready and for a third of it at least.\n\n# 3. Complaints\n\nPlease call the shop.\n",
			"a-A b-B c-C d-D e-E f-F"},
		{"a list beside a sentence that has other words",
			"# 一、费用\n\n每月二百元。\n\n# 二、责任\n\n有下列情形之一的，由我们赔偿：浇水过多；未及时换盆；员工摔坏花盆。\n",
			"# 1. Fees\n\nRMB 200 a month.\n\n# 2. Liability\n\nWe pay where:\n\n- plants drown;\n- are not repotted in time;\n- our staff drop them.\n",
			"a-A b-B c-C d-DEFG"},
		{"a list and the paragraph behind it beside one paragraph",
			"# 一、价目\n\n盆景每天12元；大型绿植每天30元；多肉每天3元。雨季（六月至七月）每盆加收两成。\n\n# 二、接送\n\n每周一上门。\n",
			"# 1. Prices\n\n| Plant | a day |\n|---|---|\n| bonsai | RMB 12 |\n| tall plant | RMB 30 |\n| succulent | RMB 3 |\n\nDuring the season of rain, June and July, add a fifth for each pot.\n\n# 2. Collection\n\nWe call on Mondays.\n",
			"a-A b-BCDEF c-G d-H"},
		{"other words of another length",
			"# 一、付款\n\n下单时付清。\n\n# 二、取消\n\n恕不退款。\n",
			"# 1. Payment\n\nPay in full.\n\n# 2. Cancelling\n\nWhoever wishes to learn how tall the trees behind our workshop have grown over the past decades is welcome to come and measure them together with the gardener.\n",
			"a-A b-B c-C d- -D"},
		{"a section between two pairs whose words tell little",
			"# 一、保修期\n\n整机保修一年。\n\n# 上门时间\n\n城内一天之内，郊外两天之内。一次修不好的，提供备用机。\n\n# 三、换货\n\n七日内可以换货。\n",
			"# 1. Warranty\n\nThe unit is under warranty for one year.\n\n# When we come\n\nIn the city within a day, in the suburbs within two. If it cannot be mended at once, we lend you another.\n\n# 3. Exchange\n\nYou may exchange it within seven days.\n",
			"a-A b-B c-C d-D e-E f-F"},
		{"two headings in one place, of which one says more",
			"# 收集\n\n我们收集姓名。\n\n# What if we change this policy?\n\nWe may need to change this policy, and then we notify you.\n",
			"# Collection\n\nWe collect your name.\n\n# What if we change this policy or any of our notices?\n\nWe may need to change this policy and our notices. The updates will be posted online, and where they are substantive we will announce them through our usual channels, such as posts and forums.\n",
			"a-A b-B c-C d-D"},
		{"a unit that answers to what stands beside its pair",
			"# 账户\n\n- 技术数据：为了显示哪些设备与您的 Kodama 账户同步，我们存储操作系统、浏览器、时间戳和区域设置。\n\n阅读完整文档或者了解更多，包括如何删除您的账户。\n",
			"# Accounts\n\n- Technical data: to display which devices are synced to your Kodama account, we store the operating system, browser, timestamp and locale. If you use it to log in to other sites, we receive the timestamp of those log-ins.\n\nRead the full documentation or learn more, including how to delete your account, or how to have your choices carried over to the services of our partners, of which there is a list at the end.\n",
			"a-A b-B c-C"},
		{"a declared paragraph stays alone",
			"# 一、付款\n\n付清。\n\n# 二、负责人\n\n## 甲 {only=\"zh\"}\n\n王女士负责接待。\n", "# 1. Payment\n\nPay.\n\n# 2. Officer\n\n## B {only=\"en\"}\n\nMs Wang receives you.\n",
			"a-A b-B c-C d- e- -D -E"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := letterRows(bitext.Align(parse(tt.zh, "zh"), parse(tt.en, "en"), nil)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
