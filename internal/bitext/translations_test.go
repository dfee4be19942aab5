package bitext_test

import "testing"

// TestTranslations: texts that say the same, or some of it, in shapes of their own:
// headings, bold lines and words that run in, lists, tables, paragraphs and sentences.
// Each pair fails without a condition of the spans, the titles, the order of
// sections or what wanders.
func TestTranslations(t *testing.T) {
	for _, tt := range []struct{ zh, en, want string }{
		{"**定义**\n\n“用户”是指使用产品的人。\n",
			"**Definitions.**\n", "a-A b-"},
		{"**定义。**\n",
			"**Definitions.** “User” means a person who uses the product.\n", "a-A"},
		{"定义\n\n“用户”是指使用产品的人。\n",
			"**Definitions.** “User” means a person who uses the product.\n", "ab-A"},
		{"**定义。**“用户”是指使用产品的人。\n",
			"## 1. Definitions\n\n“User” means a person who uses the product.\n", "a-AB"},
		{"第一条 本政策可能更新。\n\n我们提前10日通知您。\n\n通知方式：\n\n1. 邮件\n2. 短信\n3. 网站公告\n",
			"This policy may be updated. We notify you 10 days before.\n", "ab-A c- d- e- f-"},
		{"**定义**\n\n“用户”是指使用产品的人。\n\n## 二、费用\n\n服务费为每月20元。\n\n逾期付款加收5%。\n",
			"**Definitions.** “User” means a person who uses the product.\n", "ab-A c- d- e-"},
		{"安全\n\n我们以 AES-256 加密数据。\n\n我们采取下列措施：\n\n1. 加密\n2. 审计\n3. 培训员工\n",
			"Security\n\nWe take these measures: encryption, audit, training of employees.\n", "a-A b- cdef-B"},
		{"# 费用 {#x5}\n\n服务费为每月20元。逾期付款加收5%。\n\n费用包括：服务费20元、安装费100元、运费。\n",
			"# Fees {#x5}\n\nFees comprise:\n\nservice CNY 20\n\ninstallation CNY 100\n\nfreight\n", "a-A b- c-BCDE"},
		{"# 更新 {#x9}\n\n通知方式：\n\n- 邮件\n- 短信\n- 网站公告\n",
			"Article 1 This policy may be updated.\n\nNotice is given by:\n\n(1) e-mail\n\n(2) text message\n\n(3) notice on the website\n", "-A a- b-B c-C d-D e-E"},
		{"# 收集\n\n我们收集您的姓名和电话号码。\n\n设备型号用于适配屏幕。\n\n我们收集：\n\n- 姓名\n- 电话号码\n- 位置信息\n",
			"# Collection\n\nWe collect:\n\n| name | x |\n|---|---|\n| telephone number | x |\n| location | x |\n", "a-A b- c- d-B e-C f-D g-E"},
		{"儿童\n\n监护人有权：\n\n访问\n\n更正\n\n删除个人信息\n\n更新\n\n通知方式：\n\n网站公告\n\n邮件\n\n短信\n",
			"**Children**\n\n\n\n**Updates**\n\nNotice is given by:\n\n1. e-mail\n2. text message\n3. notice on the website\n", "a-A b- c- d- e- f-B g-C h- i-D j-E -F | h-F"},
		{"# 费用\n\n费用包括：服务费20元、安装费100元、运费。\n",
			"# Fees\n\nThe fee is CNY 20 a month.\n\nLate payment costs 5% more.\n\nFees comprise:\n\nservice CNY 20\n\ninstallation CNY 100\n\nfreight\n", "a-A -B -C b-DEFG"},
		{"**定义。**\n",
			"**Retention.** Kept are: orders for 5 years, logs for 180 days, invoices for 10 years.\n\n**Definitions.** “User” means a person who uses the product.\n", "-A a-B"},
		{"**定义。**“用户”是指使用产品的人。\n\n**费用。**服务费为每月20元。\n",
			"Definitions\n\n“User” means a person who uses the product.\n\n**Fees**\n\nThe fee is CNY 20 a month.\n\nLate payment costs 5% more.\n", "a-AB b-CD -E"},
		{"第一条 更新\n\n通知方式：\n\n- 邮件\n- 短信\n",
			"Article 1 Updates\n\nThis policy may be updated.\n\nWe notify you 10 days before.\n\nNotice is given by: e-mail, text message, notice on the website.\n", "a-A -B -C bcd-D"},
		{"**费用**\n\n费用包括：\n\n| 服务费20元 | x |\n|---|---|\n| 安装费100元 | x |\n| 运费 | x |\n",
			"# Fees\n\nThe fee is CNY 20 a month.\n\nLate payment costs 5% more.\n\nFees comprise: service CNY 20, installation CNY 100, freight.\n", "a-A -B -C bcde-D"},
		{"我们收集您的姓名和电话号码。设备型号用于适配屏幕。\n\n我们收集：\n\n（一）姓名\n\n（二）电话号码\n\n（三）位置信息\n\n我们采取下列措施：\n\n（一）加密\n\n（二）审计\n\n（三）培训员工\n",
			"We collect: name, telephone number.\n\nWe take these measures: encryption, audit, training of employees.\n", "a- bcd-A e- fghi-B"},
		{"第一条 联系我们\n\n您可以：\n\n致电 400-000-1234\n\n写信至 help@example.com\n\n来访\n\n**更新。**本政策可能更新。我们提前10日通知您。\n",
			"**Contact.** You may:\n\nwrite to help@example.com\n\ncall 400-000-1234\n\nvisit us\n\n**Updates.** Notice is given by:\n\n1. e-mail\n2. text message\n3. notice on the website\n", "ab-A c- d-B -C e-D f-E -F -G -H | c-C"},
		{"第一条 我们收集：\n\n姓名\n\n电话号码\n\n位置信息\n\n第二条 “用户”是指使用产品的人。\n\n第三条 我们采取下列措施：\n\n加密\n\n审计\n\n培训员工\n",
			"Article 1 “User” means a person who uses the product.\n\nArticle 2 We take these measures:\n\nencryption\n\naudit\n\ntraining of employees\n\nArticle 3 We collect:\n\nname\n\ntelephone number\n\nlocation\n", "a- b- c- d- e-A f-B g-C h-D i-E -F -G -H -I | a-F b-G c-H d-I"},
		{"“用户”是指使用产品的人。\n\n监护人有权：\n\n1. 访问\n2. 删除个人信息\n3. 更正\n\n您可以：\n\n1. 写信至 help@example.com\n2. 致电 400-000-1234\n3. 来访\n",
			"## 1. Definitions\n\n“User” means a person who uses the product.\n\n## 2. Children\n\nGuardians have the right:\n\n| to correct | x |\n|---|---|\n| to access | x |\n| to delete personal information | x |\n", "-A a-B -C b-D -E c-F d-G e- f- g- h- i- | e-E"},
		{"## 一、争议\n\n争议由北京仲裁委员会仲裁。\n\n## 二、保存期限\n\n我们保存个人信息三年。期满后在30日内删除。\n\n保存：\n\n（一）订单5年\n\n（二）日志180天\n\n（三）发票10年\n",
			"Article 1 We encrypt data by AES-256.\n\nArticle 2 Disputes are settled by the Beijing Arbitration Commission.\n\nChinese law governs this policy.\n\nArticle 3 Kept are:\n\norders for 5 years\n\nlogs for 180 days\n\ninvoices for 10 years\n", "-A a- b-B -C c- d- e-D f-E g-F h-G"},
		{"定义\n\n“用户”是指使用产品的人。\n\n退款\n\n不予退款：\n\n| 已使用的服务 | x |\n|---|---|\n| 定制商品 | x |\n| 超过15天的订单 | x |\n\n## 三、收集\n\n我们收集您的姓名和电话号码。\n\n设备型号用于适配屏幕。\n",
			"**Definitions.** “User” means a person who uses the product.\n\n**Refunds.** Refunds reach the bank card within 7 working days.\n\nNo refund for:\n\n(1) services that were used\n\n(2) goods made to order\n\n(3) orders older than 15 days\n", "ab-A c-B d-C e-D f-E g-F h- i- j-"},
		{"# 争议 {#x7}\n\n争议由北京仲裁委员会仲裁。\n\n本政策适用中国法律。\n\n# 安全 {#x4}\n\n我们采取下列措施：\n\n（一）加密\n\n（二）审计\n\n（三）培训员工\n\n# 儿童 {#x3}\n\n监护人有权：\n\n（一）访问\n\n（二）更正\n\n（三）删除个人信息\n",
			"# Disputes {#x7}\n\nDisputes are settled by the Beijing Arbitration Commission.\n\nChinese law governs this policy.\n\n# Security {#x4}\n\nWe encrypt data by AES-256. It is audited once a year; see https://example.com/cert for the certificate.\n\n# Children\n", "a-A b-B c-C d-D -E e- f- g- h- i-F j- k- l- m-"},
		{"# 收集\n\n我们收集：\n\n姓名\n\n电话号码\n\n位置信息\n\n# 联系我们\n\n请写信至 help@example.com。\n\n您可以：\n\n写信至 help@example.com\n\n致电 400-000-1234\n\n来访\n\n## 三、定义\n\n“用户”是指使用产品的人。\n",
			"## 1. Collection\n\nWe collect your name and telephone number. The device model serves to fit the screen.\n\nWe collect: name, telephone number, location.\n\n## 2. Contact\n\nYou may: write to help@example.com, call 400-000-1234, visit us.\n\n## 3. Definitions\n", "a-A -B bcde-C f-D g- hijk-E l-F m-"},
		{"第一条 争议由北京仲裁委员会仲裁。本政策适用中国法律。\n\n第二条 服务费为每月20元。\n\n逾期付款加收5%。\n\n第三条 通知方式：\n\n1. 邮件\n2. 短信\n3. 网站公告\n\n第四条 不满十四周岁的儿童须经监护人同意。\n",
			"Article 1 Disputes are settled by the Beijing Arbitration Commission. Chinese law governs this policy.\n\n# Fees\n\nThe fee is CNY 20 a month.\n\nLate payment costs 5% more.\n\nArticle 3 Notice is given by:\n\n| e-mail | x |\n|---|---|\n| text message | x |\n| notice on the website | x |\n", "a-A -B b-C c-D d-E e-F f-G g-H h-"},
		{"第一条 我们收集：\n\n（一）姓名\n\n（二）电话号码\n\n（三）位置信息\n\n第二条 服务费为每月20元。\n\n逾期付款加收5%。\n\n费用包括：\n\n（一）服务费20元\n\n（二）安装费100元\n\n（三）运费\n\n第三条 “用户”是指使用产品的人。\n\n第四条 通知方式：\n\n- 邮件\n- 短信\n- 网站公告\n",
			"We collect your name and telephone number.\n\nThe device model serves to fit the screen.\n\nWe collect: name, telephone number, location.\n\nThe fee is CNY 20 a month. Late payment costs 5% more.\n\nFees comprise: service CNY 20, installation CNY 100, freight.\n", "-A -B abcd-C ef-D ghij-E k- l- m- n- o-"},
		{"第一条 争议\n\n争议由北京仲裁委员会仲裁。\n\n本政策适用中国法律。\n\n第二条 费用\n\n服务费为每月20元。\n\n逾期付款加收5%。\n\n第三条 定义\n\n“用户”是指使用产品的人。\n",
			"## 1. Refunds\n\nNo refund for:\n\n(1) services that were used\n\n(2) goods made to order\n\n(3) orders older than 15 days\n\n## 2. Disputes\n\nDisputes are settled by the Beijing Arbitration Commission.\n\nChinese law governs this policy.\n\n## 3. Fees\n\nThe fee is CNY 20 a month.\n\n## 4. Definitions\n\n“User” means a person who uses the product.\n", "-A -B -C -D -E a-F b-G c-H d-I e-J f- g-K h-L"},
		{"第一条 监护人有权：访问、更正、删除个人信息。\n\n第二条 请写信至 help@example.com。也可致电 400-000-1234。\n\n您可以：\n\n（一）写信至 help@example.com\n\n（二）致电 400-000-1234\n\n（三）来访\n\n第三条 我们采取下列措施：\n\n（一）加密\n\n（二）审计\n\n（三）培训员工\n",
			"## 1. Children\n\nChildren under 14 need the consent of a guardian.\n\nGuardians have the right:\n\n1. to access\n2. to correct\n3. to delete personal information\n\n## 2. Contact\n\nPlease write to help@example.com.\n\nYou may also call 400-000-1234.\n\nYou may:\n\n1. write to help@example.com\n2. call 400-000-1234\n3. visit us\n", "-A -B a-CDEF -G b-HI c-J d-K e-L f-M g- h- i- j-"},
	} {
		if got := letterRows(align(parse(tt.zh, "zh"), parse(tt.en, "en"))); got != tt.want {
			t.Errorf("%q beside %q:\n got %s\nwant %s", tt.zh, tt.en, got, tt.want)
		}
	}
}
