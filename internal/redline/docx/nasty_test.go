package docx_test

import (
	"strings"
	"testing"
)

// nasty are texts that ask much of the file at once, as those of a lawyer do.
func nasty() (out []pair) {
	sdk := [][]string{
		{"名称", "公司", "用途", "信息"},
		{"微信", "深圳市腾讯计算机系统有限公司", "登录", "头像、昵称"},
		{"微信", "深圳市腾讯计算机系统有限公司", "支付", "订单号、金额"},
		{"友盟", "北京锐讯灵通科技有限公司", "统计", "设备标识符"},
		{"高德地图", "高德软件有限公司", "定位", "位置信息"},
	}
	swapped := make([][]string, len(sdk))
	for i, r := range sdk {
		swapped[i] = []string{r[0], r[1], r[3], r[2]}
	}
	nested := "# 一、共享\n\n1. 关联公司\n   - 为统一登录，共享账号标识；\n   - 为风险控制，共享设备信息。\n\n   > 共享前我们将另行告知。\n\n2. 服务商\n   1. 短信服务商，共享手机号码；\n   2. 地图服务商，共享位置信息。\n"
	heads := "# 一、共享\n\n## 1. 关联公司\n\n为统一登录，共享账号标识；\n\n为风险控制，共享设备信息。\n\n共享前我们将另行告知。\n\n## 2. 服务商\n\n### 短信服务商\n\n共享手机号码；\n\n### 地图服务商\n\n不共享位置信息。\n"
	spans := "<table><tr><th>类别</th><th>信息</th><th>期限</th></tr><tr><td rowspan=\"2\">账号</td><td>手机号码</td><td>六个月</td></tr><tr><td>头像</td><td>三个月</td></tr><tr><td colspan=\"2\">其他</td><td>一个月</td></tr></table>"
	noted := "第一条 甲方应当付款。[^1]\n\n第二条 乙方应当交货。[^2]\n\n[^1]: 付款以银行转账为准。\n[^2]: 交货地点为甲方仓库。\n"
	moved := "第一条 乙方应当交货。[^2]\n\n第二条 甲方应当付款。[^1]\n\n[^1]: 付款以支票为准。\n[^2]: 交货地点为甲方仓库。\n"
	code := "```\nif consent == false {\n    return\n}\n```\n\n> You may not\n>\n> 1. copy\n> 2. lend\n\n![Seal of the company](seal.png) signed & sealed <br> \"twice\""
	codes := "> You may\n>\n> 1. lend\n> 2. copy & sell\n\n```\nif consent == true {\n    return\n}\n```\n\n![Seal of the board](board.png) signed & sealed\n\n\"once\""
	for _, x := range []struct{ name, lang, old, new string }{
		{"rows sorted anew and one edited", "zh", wide(sdk), wide([][]string{sdk[0], sdk[4], sdk[3], {"微信", sdk[1][1], "支付", "订单号、金额、银行卡号"}, sdk[1]})},
		{"columns change places", "zh", wide(sdk), wide(swapped)},
		{"columns change places and a row came", "zh", wide(sdk), wide(append(swapped[:3:3], []string{"微信", sdk[1][1], "设备标识符", "分享"}, swapped[3], swapped[4]))},
		{"notes change places with their clauses", "zh", noted, moved},
		{"a note that only a note cites", "zh", noted, "第一条 甲方应当付款。\n\n[^1]: 付款以银行转账为准。[^2]\n\n[^2]: 交货地点为甲方仓库。\n"},
		{"nested lists become headings", "zh", nested, heads},
		{"merged cells", "zh", spans, strings.Replace(strings.Replace(spans, " rowspan=\"2\"", "", 1), "<tr><td>头像</td><td>三个月</td></tr>", "", 1)},
		{"a merged cell is dissolved", "zh", spans, strings.Replace(strings.Replace(spans, " rowspan=\"2\"", "", 1), "<tr><td>头像", "<tr><td>账号</td><td>头像", 1)},
		{"code, quotes, images and signs of XML", "en", code, codes},
		{"nothing before", "zh", "", noted + "\n" + nested},
		{"nothing after", "en", code, ""},
		{"a table becomes a list", "zh", wide(sdk), "甲方提供服务并负责维护。\n\n- 微信：登录、支付\n- 友盟：统计\n- 高德地图：定位\n\n乙方按期付款并配合。"},
		{"a table is cut in two", "zh", wide(sdk), wide(sdk[:3]) + "\n\n统计和定位：\n\n" + wide([][]string{sdk[0], sdk[3], sdk[4]})},
		{"a clause is cut in two and its halves change places", "en", "## 1. Term\n\nThis agreement runs for two years from signature.\n\nEither party may end it with ninety days' notice in writing.\n\n## 2. Law\n\nThe laws of China govern.\n", "## 1. Law\n\nThe laws of China govern.\n\n## 2. Ending\n\nEither party may end it with thirty days' notice in writing.\n\n## 3. Term\n\nThis agreement runs for two years from signature.\n"},
		{"seventy columns and a clause that moves", "zh", "第一条 甲方应当按照约定的时间付款。\n\n" + wide(rows(3, 70)) + "\n\n第二条 乙方应当交货。", wide(rows(3, 70)) + "\n\n第二条 乙方应当交货。\n\n第一条 甲方应当按照约定的时间付款。"},
		{"formats and strikes in what moves", "en", "# A\n\nThe Supplier **shall not** share 10<sup>5</sup> records with ~~any~~ third parties.\n\n# B\n\nPrices include tax.\n", "# B\n\nPrices ~~include~~ exclude tax.\n\n# A\n\nThe Supplier shall ~~not~~ share 105 records with any third parties.\n"},
	} {
		lang := langs[0]
		if x.lang == "en" {
			lang = langs[1]
		}
		out = append(out, pair{x.name, parse("T", x.old, lang), parse("T", x.new, lang)})
	}
	return out
}

// TestNasty holds the law on them, both ways.
func TestNasty(t *testing.T) {
	for _, p := range nasty() {
		checkLaw(t, p.name, p.old, p.new)
		checkLaw(t, p.name+", swapped", p.new, p.old)
	}
}
