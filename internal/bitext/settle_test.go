package bitext_test

import (
	"testing"

	"diptych/internal/bitext"
)

// TestSettle: what stands in each other's place, which lengths, words or the
// order of the sections alone leave apart.
func TestSettle(t *testing.T) {
	for _, tt := range []struct{ name, zh, en, want string }{
		{"a list beside a sentence that has other words",
			"# 一、付款\n\n下单时付清全款。\n\n# 二、赔偿\n\n发生下列情形的，由我们承担赔偿责任：浇水过多；未及时换盆；员工摔坏。\n\n# 三、投诉\n\n请致电门店。\n",
			"# 1. Payment\n\nPay in full when you place the order.\n\n# 2. Compensation\n\nWe make it good where:\n\n- plants drown;\n- get no new pot;\n- our people drop them.\n\n# 3. Complaints\n\nPlease call the shop.\n",
			"a-A b-B c-C d-DEFG e-H f-I"},
		{"some of a list beside a sentence",
			"# 一、费用\n\n每月二百元。\n\n# 二、责任\n\n有下列情形之一的，由我们赔偿：浇水过多；未及时换盆；员工摔坏花盆。\n",
			"# 1. Fees\n\nRMB 200 a month.\n\n# 2. Liability\n\nWe pay where:\n\n- plants drown;\n- are not repotted in time;\n- our staff drop them.\n",
			"a-A b-B c-C d-DEFG"},
		{"one says what the other says, and more",
			"# 一、费用\n\n每月二百元。\n\n# 二、公布\n\nKodama 和 Satori 每年公布一次。\n\n# 三、投诉\n\n请致电门店。\n",
			"# 1. Fees\n\nRMB 200 a month.\n\n# 2. Publication\n\nKodama and Satori publish once a year what their members decide, and the reports of their auditor, so that everybody can read which services, fees and contracts were agreed, who signed them, for how many years they run, which complaints were made and how they were settled.\n\n# 3. Complaints\n\nPlease call the shop.\n",
			"a-A b-B c-C d-D e-E f-F"},
		{"a list and the paragraph behind it beside one paragraph",
			"# 一、价目\n\n盆景每天12元；大型绿植每天30元；多肉每天3元。雨季（六月至七月）每盆加收两成。\n\n# 二、接送\n\n每周一上门。\n",
			"# 1. Prices\n\n| Plant | a day |\n|---|---|\n| bonsai | RMB 12 |\n| tall plant | RMB 30 |\n| succulent | RMB 3 |\n\nDuring the season of rain, June and July, add a fifth for each pot.\n\n# 2. Collection\n\nWe call on Mondays.\n",
			"a-A b-BCDEF c-G d-H"},
		{"other words of another length",
			"# 一、付款\n\n下单时付清。\n\n# 二、取消\n\n恕不退款。\n",
			"# 1. Payment\n\nPay in full.\n\n# 2. Cancelling\n\nWhoever wishes to learn how tall the trees behind our workshop have grown over the past decades is welcome to come and measure them together with the gardener.\n",
			"a-A b-B c-C -D d-"},
		{"a section between two pairs whose words tell little",
			"# 一、保修期\n\n整机保修一年。\n\n# 上门时间\n\n城内一天之内，郊外两天之内。一次修不好的，提供备用机。\n\n# 三、换货\n\n七日内可以换货。\n",
			"# 1. Warranty\n\nThe unit is under warranty for one year.\n\n# When we come\n\nIn the city within a day, in the suburbs within two. If it cannot be mended at once, we lend you another.\n\n# 3. Exchange\n\nYou may exchange it within seven days.\n",
			"a-A b-B c-C d-D e-E f-F"},
		{"a declared paragraph stays alone",
			"# 一、付款\n\n付清。\n\n# 二、负责人\n\n## 甲 {only=\"zh\"}\n\n王女士负责接待。\n", "# 1. Payment\n\nPay.\n\n# 2. Officer\n\n## B {only=\"en\"}\n\nMs Wang receives you.\n",
			"a-A b-B c-C -D -E d- e-"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := letterRows(bitext.Align(t.Context(), parse(tt.zh, "zh"), parse(tt.en, "en"), nil)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
