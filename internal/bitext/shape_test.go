package bitext_test

import "testing"

// TestShapes: what one language says in a list, a table, a heading or several
// paragraphs answers to the sentence that says it in the other; and what one of
// them lacks stays alone, though it would have the room.
func TestShapes(t *testing.T) {
	const (
		rightsZh = "# 您的权利\n\n您享有以下权利：\n\n- 访问；\n- 复制；\n- 更正；\n- 删除个人信息。\n"
		rightsEn = "# Your rights\n\nYou have the right to access, to copy, to correct and to delete your personal information."
		tailZh   = "\n我们在收到请求后的15日内答复。\n"
		tailEn   = " We reply within 15 days after we receive the request.\n"
		tableZh  = "# 设备信息\n\n| 信息 | 目的 |\n|---|---|\n| 设备型号 | 适配屏幕 |\n| 位置 | 推荐附近的商家 |\n| 通讯录 | 查找好友 |\n"
	)
	for _, tt := range []struct{ name, zh, en, want string }{
		{"a list with its lead", rightsZh, rightsEn + "\n", "a-A bcdef-B"},
		{"and the paragraph behind it", rightsZh + tailZh, rightsEn + tailEn, "a-A bcdefg-B"},
		{"which is one in both", rightsZh + tailZh, rightsEn + "\n\n" + tailEn, "a-A bcdef-B g-C"},
		{"a list in the other language", "# 您的权利\n\n您有权访问、复制、更正和删除您的个人信息。\n", "# Your rights\n\nYou have the right to:\n\n1. access;\n2. copy;\n3. correct; and\n4. delete your personal information.\n", "a-A b-BCDEF"},
		{"labelled paragraphs", "第五条 您享有以下权利：\n\n（一）访问；\n\n（二）复制；\n\n（三）删除个人信息。\n\n第六条 请写信联系我们。\n",
			"Article 5 You have the right to access, to copy and to delete your personal information.\n\nArticle 6 Please write to contact us.\n", "abcd-A e-B"},
		{"a list in an item", "# 您的权利\n\n1. 您享有以下权利：\n   - 访问；\n   - 复制；\n   - 删除个人信息。\n2. 您可以投诉。\n",
			"# Your rights\n\n1. You have the right to access, to copy and to delete your personal information.\n2. You may lodge a complaint.\n", "a-A bcde-B f-C"},
		{"rows beside items", tableZh, "# Device information\n\n- The device model, to fit the screen\n- The location, to recommend merchants nearby\n- The contacts, to find friends\n", "a-A b- c-B d-C e-D"},
		{"rows beside a sentence", tableZh, "# Device information\n\nWe use your device model to fit the screen, your location to recommend merchants nearby, and your contacts to find friends.\n", "a-A bcde-B"},
		{"three paragraphs", "# 安全\n\n我们采取加密措施保护您的数据。\n\n发生泄露时，我们会在24小时内通知您和监管机构。\n\n通知会说明原因、风险和补救办法。\n",
			"# Security\n\nWe protect your data by encryption. In case of a breach we notify you and the authority within 24 hours. The notice states its causes, the risk and the remedies.\n", "a-A bcd-B"},
		{"a heading that runs in", "# 一、范围\n\n本政策适用于我们的产品和服务。\n\n# 二、收集\n\n我们收集姓名和电话号码。\n",
			"**1. Scope.** This policy applies to our products and services.\n\n**2. Collection.** We collect your name and telephone number.\n", "ab-A cd-B"},
		{"and has no label", "# 范围\n\n本政策适用于我们的产品和服务。\n\n# 收集\n\n我们收集姓名和电话号码。\n",
			"**Scope.** This policy applies to our products and services.\n\n**Collection.** We collect your name and telephone number.\n", "ab-A cd-B"},
		{"bold lines for headings", "# 范围\n\n本政策适用于我们的产品和服务。\n\n# 收集\n\n我们收集姓名和电话号码。\n",
			"**Scope**\n\nThis policy applies to our products and services.\n\n**Collection**\n\nWe collect your name and telephone number.\n", "a-A b-B c-C d-D"},
		{"a list that is missing", "# 收集\n\n我们收集以下信息，用于提供服务：\n\n- 设备型号\n- 操作系统版本\n- 位置信息\n", "# Collection\n\nWe collect the following information, in order to provide the service:\n", "a-A b-B c- d- e-"},
		{"short items of which nothing is told", "# 收集\n\n我们收集以下信息，用于提供服务：\n\n- 甲\n- 乙\n- 丙\n", "# Collection\n\nWe collect the following information, in order to provide the service:\n", "a-A b-B c- d- e-"},
		{"a clause of its own in the list", "第五条 您享有以下权利：\n\n（一）访问；\n\n（二）复制； {#copy}\n\n（三）删除个人信息。\n",
			"Article 5 You have the right to access, to copy and to delete your personal information.\n\nArticle 6 You may copy. {#copy}\n", "a-A b- c-B d-"},
		{"items that are missing beside a sentence of their own", "# 收集\n\n我们收集：\n\n- 设备型号和操作系统的版本，用于适配屏幕；\n- 指纹；\n- 人脸。\n", "# Collection\n\nWe collect the device model and the version of the operating system, to fit the screen.\n", "a-A bc-B d- e-"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			left, right := parse(tt.zh, "zh"), parse(tt.en, "en")
			if got := letterRows(align(left, right)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
