package redline_test

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestStructure: what is another form of the same words is no other words. want
// is the counts by kind and, where there are any, the characters that came and
// went. An edit is written into the words of the new text.
func TestStructure(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang           policy.Lang
		name, old, new string
		want           string
	}{
		{"zh", "段落缩进到列表项之下", "1. 总则\n\n本办法适用于全体员工及外聘人员。\n\n2. 期限\n\n试用期为三个月，自入职之日起算。\n", "1. 总则\n\n   本办法适用于全体员工及外聘人员。\n\n2. 期限\n\n   试用期为三个月，自入职之日起算。\n", "structure 2"},
		{"zh", "段落从列表项中移出", "1. 总则\n\n   本办法适用于全体员工及外聘人员。\n\n2. 期限\n\n   试用期为三个月，自入职之日起算。\n", "1. 总则\n\n本办法适用于全体员工及外聘人员。\n\n2. 期限\n\n试用期为六个月，自入职之日起算。\n", "modified 1 +3 −3"},
		{"zh", "列表变为段落", "可以申请：\n\n- 查阅档案；\n- 更正姓名；\n- 注销账户。\n", "可以申请：\n\n查阅档案；\n\n更正姓名；\n\n注销账户。\n", "structure 1"},
		{"zh", "段落变为列表", "可以申请：\n\n查阅档案；\n\n更正姓名；\n\n注销账户。\n", "可以申请：\n\n1. 查阅档案；\n2. 更正姓名；\n3. 注销账户。\n", "structure 1"},
		{"zh", "引用变为段落", "> 本条不适用于试用产品，但另有约定的除外。\n\n其余从其约定。\n", "本条不适用于试用产品，但另有约定的除外。\n\n其余从其约定。\n", "structure 1"},
		{"zh", "段落变为引用", "本条不适用于试用产品，但另有约定的除外。\n\n其余从其约定。\n", "> 本条不适用于试用产品，但另有约定的除外。\n\n其余从其约定。\n", "structure 1"},
		{"zh", "子项升级", "- 商品信息\n  - 商品名称及规格型号\n  - 商品单价及付款方式\n- 物流信息\n", "- 商品信息\n- 商品名称及规格型号\n- 商品单价及付款方式\n- 物流信息\n", "structure 1"},
		{"zh", "项目降级", "- 商品信息\n- 商品名称及规格型号\n- 商品单价及付款方式\n- 物流信息\n", "- 商品信息\n  - 商品名称及规格型号\n  - 商品单价及付款方式\n- 物流信息\n", "structure 1"},
		{"zh", "列表被段落分开", "- 身份证号码及姓名\n- 联系电话及住址\n- 银行账户及开户行\n- 指纹及面部特征\n", "- 身份证号码及姓名\n- 联系电话及住址\n\n以下信息须经单独同意：\n\n- 银行账户及开户行\n- 指纹及面部特征\n", "modified 1 +11 −0"},
		{"zh", "两个列表合并", "- 身份证号码及姓名\n- 联系电话及住址\n\n以下信息须经单独同意：\n\n- 银行账户及开户行\n- 指纹及面部特征\n", "- 身份证号码及姓名\n- 联系电话及住址\n- 银行账户及开户行\n- 指纹及面部特征\n", "modified 1 +0 −11"},
		{"zh", "句子变为列表", "乙方应当提交营业执照、纳税证明、银行流水，并保证其真实。逾期不候。\n", "乙方应当提交：\n\n1. 营业执照；\n2. 纳税证明；\n3. 银行流水；\n\n并保证其真实。逾期不候。\n", "structure 1 +4 −3"},
		{"zh", "列表变为句子", "乙方应当提交：\n\n1. 营业执照；\n2. 纳税证明；\n3. 银行流水；\n\n并保证其真实。逾期不候。\n", "乙方应当提交营业执照、纳税证明、银行流水，并保证其真实。逾期不候。\n", "structure 1 +3 −4"},
		{"zh", "标题变为编号段落", "## 一、范围\n\n甲。\n\n## 二、保密义务\n\n双方对合作中知悉的商业秘密负有保密义务。\n", "## 一、范围\n\n甲。\n\n二、双方对合作中知悉的商业秘密负有保密义务。\n", "modified 1 +0 −4"},
		{"zh", "编号段落变为标题", "## 一、范围\n\n甲。\n\n（二）双方对合作中知悉的商业秘密负有保密义务。\n", "## 一、范围\n\n甲。\n\n## 二、双方对合作中知悉的商业秘密负有保密义务。\n", "structure 1"},
		{"zh", "列表项变为编号段落", "## 一、权利\n\n甲方有权：\n\n1. 检查乙方的生产场所和质量记录；\n2. 要求乙方更换不合格的产品。\n", "## 一、权利\n\n甲方有权：\n\n（一）检查乙方的生产场所和质量记录；\n\n（二）要求乙方更换不合格的产品。\n", "structure 3"},
		{"zh", "编号段落变为列表项", "## 一、权利\n\n甲方有权：\n\n（一）检查乙方的生产场所和质量记录；\n\n（二）要求乙方更换不合格的产品。\n", "## 一、权利\n\n甲方有权：\n\n1. 检查乙方的生产场所和质量记录；\n2. 要求乙方更换不合格的产品。\n", "structure 3"},
		{"zh", "列表项变为标题", "## 一、义务\n\n1. 妥善保管公司配发的设备和证件；\n2. 离职时交还全部设备、证件和资料。\n", "## 一、义务\n\n### 1.1 妥善保管公司配发的设备和证件；\n\n### 1.2 离职时交还全部设备、证件和资料。\n", "structure 3"},
		{"zh", "一条拆为两条", "## 一、付款\n\n甲方应当于每月五日前支付上月服务费。发票由乙方在付款前开具并寄送甲方财务部门。\n\n## 二、其他\n\n无。\n", "## 一、付款\n\n甲方应当于每月五日前支付上月服务费。\n\n## 二、发票\n\n发票由乙方在付款前开具并寄送甲方财务部门。\n\n## 三、其他\n\n无。\n", "inserted 1, moved 1, renumbered 1"},
		{"zh", "两条并为一条", "## 一、付款\n\n甲方应当于每月五日前支付上月服务费。\n\n## 二、发票\n\n发票由乙方在付款前开具并寄送甲方财务部门。\n\n## 三、其他\n\n无。\n", "## 一、付款\n\n甲方应当于每月五日前支付上月服务费。发票由乙方在付款前开具并寄送甲方财务部门。\n\n## 二、其他\n\n无。\n", "deleted 1, moved 1, renumbered 1"},
		{"zh", "段落之间的句子移动", "乙方不得将设备转借他人使用，也不得拆改。设备损坏的，应当及时报修。\n\n租期届满，乙方应当归还设备。\n", "设备损坏的，应当及时报修。\n\n租期届满，乙方应当归还设备。乙方不得将设备转借他人使用，也不得拆改。\n", "moved 1"},
		{"zh", "前言加标题", "本制度经董事会批准，由人事部门负责解释和修订。\n\n## 一、考勤\n\n实行打卡。\n", "## 引言\n\n本制度经董事会批准，由人事部门负责解释和修订。\n\n## 一、考勤\n\n实行打卡。\n", "inserted 1, moved 1"},
		{"zh", "长句变为列表", "承运人应当与托运人书面约定装货地点、卸货日期、运费数额，并在运输途中对货物的温度和湿度进行记录。承运人不得转运。\n", "承运人应当与托运人书面约定下列内容：\n\n1. 装货地点；\n2. 卸货日期；\n3. 运费数额；\n\n并在运输途中对货物的温度和湿度进行记录。承运人不得转运。\n", "modified 1 +8 −3"},
		{"zh", "一段变为五项", "租客应当按时缴纳房租。房屋不得转租给他人。宠物须经房东书面同意。退租应提前一个月通知。损坏家具照价赔偿。\n\n其余从习惯。\n", "1. 租客应当按时缴纳房租。\n2. 房屋不得转租给他人。\n3. 宠物须经房东书面同意。\n4. 退租应提前一个月通知。\n5. 损坏家具照价赔偿。\n\n其余从习惯。\n", "structure 1"},
		{"zh", "短句不算移动", "概不退款。乙方应当在收到通知之日起五日内答复甲方的询问。\n", "乙方应当在收到通知之日起五日内答复甲方的询问。概不退款。\n", "modified 1 +5 −5"},
		{"zh", "短句随长句移动", "## 一、甲\n\n馆藏图书每年盘点一次并公布遗失数目。概不外借。读者凭证件入馆，保持安静并爱护书籍和设备。\n\n## 二、乙\n\n略。\n", "## 一、甲\n\n读者凭证件入馆，保持安静并爱护书籍和设备。\n\n## 二、乙\n\n略。馆藏图书每年盘点一次并公布遗失数目。概不外借。\n", "moved 1"},
		{"zh", "只有中间的项目成为条款", "## 一、责任\n\n1. 妥善保管公司配发的设备和证件；\n2. 对外发言须经宣传部门事先批准；\n3. 离职时交还全部设备、证件和资料。\n", "## 一、责任\n\n1. 妥善保管公司配发的设备和证件；\n\n## 二、发言\n\n（一）对外发言须经宣传部门事先批准；\n", "inserted 1, deleted 1, moved 1 +0 −16"},
		{"zh", "项目的首段换了", "1. 旧的开头写的是别的事情。\n\n   样品在冷库中保存十年以备查验。\n\n2. 值班记录由组长每日签字。\n\n夜间巡逻不少于二人。\n", "1. 全新文字与之毫无共同之处吗？\n\n   样品在冷库中保存十年以备查验。\n\n2. 值班记录由组长每日签字。\n\n   夜间巡逻不少于二人。\n", "modified 1, structure 1 +14 −12"},
		{"zh", "删去项目中的一段", "1. 值班记录由组长每日签字。\n\n   遇有停电应当立即上报总务。\n\n2. 钥匙由两人分别保管。\n\n夜间巡逻不少于二人。\n", "1. 值班记录由组长每日签字。\n\n2. 钥匙由两人分别保管。\n\n   夜间巡逻不少于二人。\n", "modified 1, structure 1 +0 −13"},
		{"zh", "项目归入下一个列表", "- 雨伞放在门口的架子上。\n- 来访车辆停在北侧。\n\n1. 快递由前台代收。\n", "- 雨伞放在门口的架子上。\n\n1. 来访车辆停在北侧。\n2. 快递由前台代收。\n", "renumbered 1, structure 1"},
		{"zh", "项目归入上一个列表", "- 雨伞放在门口的架子上。\n\n1. 来访车辆停在北侧。\n2. 快递由前台代收。\n", "- 雨伞放在门口的架子上。\n- 来访车辆停在北侧。\n\n1. 快递由前台代收。\n", "renumbered 1, structure 1"},
		{"zh", "全文的粗体行变为标题", "**停车**\n\n来访车辆停在北侧。\n\n**保管**\n\n雨伞放在门口。\n\n## 其他\n\n无。\n", "## 停车\n\n来访车辆停在北侧。\n\n## 保管\n\n雨伞放在前台。\n\n## 其他\n\n无。\n", "modified 1, structure 1 +2 −2"},
		{"zh", "全文的标题变为粗体行", "## 停车\n\n来访车辆停在北侧。\n\n## 保管\n\n雨伞放在门口。\n\n## 废止\n\n旧规作废。\n\n## 其他\n\n无。\n", "**停车**\n\n来访车辆停在北侧。\n\n**保管**\n\n雨伞放在门口。\n\n## 其他\n\n无。\n", "deleted 1, structure 1 +0 −5"},
		{"zh", "粗体行变为标题", "## 一、停车\n\n来访车辆停在北侧。\n\n**货车**\n\n货车停在磨坊后院。\n", "## 一、停车\n\n来访车辆停在北侧。\n\n### 货车\n\n货车停在磨坊后院。\n", "structure 2"},
		{"zh", "标题变为粗体行", "## 一、停车\n\n来访车辆停在北侧。\n\n### 货车\n\n货车停在磨坊后院。\n\n### 自行车\n\n自行车放在地下室。\n\n## 二、其他\n\n无。\n", "## 一、停车\n\n来访车辆停在北侧。\n\n**货车：**\n\n货车停在磨坊前院。\n\n**自行车：**\n\n自行车放在地下室。\n\n## 二、其他\n\n无。\n", "modified 1 +3 −1"},
		{"zh", "带编号的标题变为粗体行", "## 一、停车\n\n来访车辆停在北侧。\n\n### 1.1 货车\n\n货车停在磨坊后院。\n", "## 一、停车\n\n来访车辆停在北侧。\n\n**货车**\n\n货车停在磨坊后院。\n", "structure 1"},
		{"zh", "粗体行还在，另有同名标题", "## 一、停车\n\n**货车**\n\n货车停在磨坊后院。\n", "## 一、停车\n\n**货车**\n\n货车停在磨坊后院。\n\n### 货车\n\n不得装载危险物品。\n", "inserted 1 +9 −0"},
		{"zh", "粗体项目变为标题", "## 停车\n\n来访车辆停在北侧。\n\n- **货车**\n\n  货车停在磨坊后院。\n\n- **自行车**\n\n  自行车放在地下室。\n", "## 停车\n\n来访车辆停在北侧。\n\n### 货车\n\n货车停在磨坊后院。\n\n### 自行车\n\n自行车放在地下室。\n", "structure 3"},
		{"zh", "编号段落变为无编号项目", "## 停车\n\n规则如下：\n\n（一）货车停在磨坊后院。\n\n（二）自行车放在地下室。\n", "## 停车\n\n规则如下：\n\n- 货车停在磨坊后院。\n- 自行车放在地下室。\n", "structure 1"},
		{"zh", "并成一段的列表分为各段", "## 权利\n\n您有权：\n\n1、查阅个人信息\n2、复制个人信息\n3、删除个人信息\n", "## 权利\n\n您有权：\n\n1、查阅个人信息\n\n2、复制个人信息\n\n3、删除个人信息\n", "structure 3"},
		{"zh", "各段并成一段", "## 权利\n\n您有权：\n\n1、查阅个人信息\n\n2、复制个人信息\n\n3、删除个人信息\n", "## 权利\n\n您有权：\n\n1、查阅个人信息\n2、复制个人信息\n3、删除个人信息\n", "structure 1"},
		{"zh", "连同引语并成一段", "## 权利\n\n您有权：\n（一）查阅个人信息；\n（二）复制个人信息；\n（三）删除个人信息。\n", "## 权利\n\n您有权：\n\n（一）查阅个人信息；\n\n（二）复制、转移个人信息；\n\n（三）删除个人信息。\n", "modified 1, structure 3 +3 −0"},
		{"zh", "连同引语并成一段，反之", "## 权利\n\n您有权：\n\n（一）查阅个人信息；\n\n（二）复制、转移个人信息；\n\n（三）删除个人信息。\n", "## 权利\n\n您有权：\n（一）查阅个人信息；\n（二）复制个人信息；\n（三）删除个人信息。\n", "modified 1 +0 −3"},
		{"zh", "并成一段的列表变为列表项", "## 权利\n\n您有权：\n\n1、查阅个人信息\n2、复制个人信息\n3、删除个人信息\n", "## 权利\n\n您有权：\n\n1. 查阅个人信息\n2. 复制个人信息\n3. 删除个人信息\n", "structure 4"},
		{"zh", "列表项并成一段", "## 权利\n\n您有权：\n\n1. 查阅个人信息\n2. 复制个人信息\n3. 删除个人信息\n", "## 权利\n\n您有权：\n\n1、查阅个人信息\n2、复制个人信息\n3、删除个人信息\n", "structure 2"},
		{"zh", "引用中的粗体行变为标题", "## 一、停车\n\n来访车辆停在北侧。\n\n> **货车**\n>\n> 货车停在磨坊后院。\n", "## 一、停车\n\n来访车辆停在北侧。\n\n### 货车\n\n货车停在磨坊后院。\n", "structure 2"},
		{"zh", "标题变为引用中的粗体行", "## 一、停车\n\n来访车辆停在北侧。\n\n### 货车\n\n货车停在磨坊后院。\n\n### 其他\n\n无。\n", "## 一、停车\n\n来访车辆停在北侧。\n\n> **货车**\n>\n> 货车停在磨坊前院。\n\n### 其他\n\n无。\n", "modified 1 +1 −1"},
		{"zh", "引用先于文首标题", "> **货车**\n>\n> 货车停在磨坊后院。\n\n## 其他\n\n无。\n", "## 货车\n\n货车停在磨坊后院。\n\n## 其他\n\n无。\n", "structure 1"},
		{"zh", "不含标题的引用仍是引用", "## 一、停车\n\n> 来访车辆停在北侧。\n\n**货车**\n\n> 货车停在磨坊后院。\n", "## 一、停车\n\n> 来访车辆停在北侧。\n\n### 货车\n\n> 货车停在磨坊后院。\n", "structure 2"},
		{"zh", "文首编号段落变为项目", "（一）货车停在磨坊后院。\n\n（二）自行车放在地下室。\n\n（三）雨伞放在门口。\n", "- 货车停在磨坊后院。\n- 自行车放在地下室。\n- 雨伞放在前门口。\n", "modified 1 +1 −0"},
		{"en", "items at the start become labelled paragraphs", "- Lorries use the yard.\n- Bicycles go to the cellar.\n- Cats stay out.\n", "(a) Lorries use the yard.\n\n(b) Bicycles go to the cellar.\n\n(c) Cats stay out.\n", "structure 3"},
		{"en", "labelled paragraphs at the start, headed by a line", "Rules:\n\n(a) Lorries use the yard.\n\n(b) Bicycles go to the cellar.\n", "Rules:\n\n- Lorries use the yard.\n- Bicycles go to the cellar.\n", "structure 1"},
		{"zh", "同号的一行另有内容", "## 权利\n\n1、查阅个人信息\n2、仓库钥匙由两人分别掌握\n", "## 权利\n\n1、查阅个人信息\n\n2、食堂每日公布菜单价格\n", "inserted 1, modified 1 +10 −13"},
		{"zh", "括号中的数不是编号", "## 权利\n\n1、查阅档案（2）份以内\n2、复制档案\n", "## 权利\n\n1、查阅档案（2）份以内\n\n2、复制档案\n", "structure 2"},
		{"zh", "括号中的数不是项目编号", "## 权利\n\n1、查阅档案（2）份以内\n2、复制档案\n", "## 权利\n\n1. 查阅档案（2）份以内\n2. 复制档案\n", "structure 3"},
		{"en", "paragraphs of two, run together", "## Rights\n\n(a) access your data\n\n(b) obtain a copy of your data\n\nCopies are free.\n\n(c) have your data erased\n", "## Rights\n\n(a) access your data\n(b) obtain a copy of your data\n(c) have your data erased\n", "deleted 1, modified 1 +21 −32"},
		{"en", "a list goes, and a clause that says as much stays", "- Lorries use the yard.\n- Cats stay out.\n\n(a) Lorries use the yard.\n", "(a) Lorries use the yard.\n", "deleted 1 +0 −30"},
		{"zh", "标题级别", "## 第一章 总则\n\n略。\n\n### 第一条 目的\n\n为规范管理。\n", "## 第一章 总则\n\n略。\n\n## 第一条 目的\n\n为规范管理。\n", "reformatted 1"},

		{"en", "paragraphs indented under items", "1. Scope\n\nThis applies to all staff and contractors.\n\n2. Term\n\nIt runs for two years from signature.\n", "1. Scope\n\n   This applies to all staff and contractors.\n\n2. Term\n\n   It runs for three years from signature.\n", "modified 1, structure 1 +11 −9"},
		{"en", "paragraphs taken out of items", "- Scope\n\n  This applies to all staff and contractors.\n\n- Term\n\n  It runs for two years from signature.\n", "- Scope\n\nThis applies to all staff and contractors.\n\n- Term\n\nIt runs for two years from signature.\n", "structure 1"},
		{"en", "list to paragraphs", "You may:\n\n- export your files;\n- close your account;\n- write to us.\n", "You may:\n\nexport your files;\n\nclose your account;\n\nwrite to us.\n", "structure 1"},
		{"en", "paragraphs to list", "You may:\n\nexport your files;\n\nclose your account;\n\nwrite to us.\n", "You may:\n\n1. export your files;\n2. close your account at once;\n3. write to us.\n", "modified 1 +6 −0"},
		{"en", "quote to paragraph", "> Nothing here limits liability for fraud.\n\nThe rest stands.\n", "Nothing here limits liability for fraud.\n\nThe rest stands.\n", "structure 1"},
		{"en", "items raised", "- Devices\n  - Model and maker of the phone\n  - Version of its system\n- Network\n", "- Devices\n- Model and maker of the phone\n- Version of its system\n- Network\n", "structure 1"},
		{"en", "items lowered and edited", "- Devices\n- Model and maker of the phone\n- Version of its system\n- Network\n", "- Devices\n  - Model and colour of the phone\n  - Version of its system\n- Network\n", "modified 1 +6 −5"},
		{"en", "list cut in two", "- name and postal address\n- telephone number\n- bank account\n- fingerprints\n", "- name and postal address\n- telephone number\n\nWith consent:\n\n- bank account\n- fingerprints\n", "modified 1 +12 −0"},
		{"en", "an item goes to the list behind it", "- Umbrellas stand by the door.\n- Visitors park on the north side.\n\n1. The desk takes parcels.\n", "- Umbrellas stand by the door.\n\n1. Visitors park on the north side.\n2. The desk takes parcels at noon.\n", "modified 1, structure 1 +6 −0"},
		{"en", "items farther apart", "1. Umbrellas stand by the door.\n2. Visitors park on the north side.\n", "1. Umbrellas stand by the door.\n\n2. Visitors park on the north side.\n", "editorial 1"},
		{"en", "items farther apart and one edited", "1. Umbrellas stand by the door.\n2. Visitors park on the north side.\n", "1. Umbrellas stand by the door.\n\n2. Visitors walk on the north side.\n", "modified 1 +4 −4"},
		{"en", "a bold line becomes the heading of a list", "## Parking\n\nVisitors park on the north side.\n\n**Lorries**\n\n1. Lorries use the yard.\n", "## Parking\n\nVisitors park on the north side.\n\n### Lorries\n\n1. Lorries use the yard.\n", "structure 2"},
		{"en", "an item comes out of a bullet", "- 1. Shut the door.\n- Rooms are not let.\n", "1. Shut the door.\n\nRooms are not let.\n", "structure 2"},
		{"en", "an item comes out of one with a label", "1. 1) Shut the door.\n   2) Rooms are not let.\n", "1) Shut the door.\n2) Rooms are not let.\n", "structure 2"},
		{"en", "bold lines become headings", "## Parking\n\nVisitors park on the north side.\n\n**Lorries.**\n\nLorries use the yard.\n\n**Bicycles.**\n\nThey go to the cellar.\n", "## Parking\n\nVisitors park on the north side.\n\n### Lorries\n\nLorries use the old yard.\n\n### Bicycles\n\nThey go to the cellar.\n", "modified 1, structure 2 +3 −2"},
		{"en", "headings become bold lines", "## Parking\n\nVisitors park on the north side.\n\n### Lorries\n\nLorries use the yard.\n\n## Law\n\nIrish law.\n", "## Parking\n\nVisitors park on the north side.\n\n**Lorries**\n\nLorries use the yard.\n\n## Law\n\nIrish law.\n", "structure 1"},
		{"en", "bullets become clauses", "## Parking\n\nThe rules:\n\n- Lorries use the yard.\n- Bicycles go to the cellar.\n", "## Parking\n\nThe rules:\n\n(a) Lorries use the yard.\n\n(b) Bicycles go to the cellar.\n", "structure 3"},
		{"en", "a list run together in a paragraph is mended", "## Rights\n\nYou may:\n\n(a) access your data\n(b) obtain a copy of your data\n(c) have your data erased\n", "## Rights\n\nYou may:\n\n(a) access your data\n\n(b) obtain a full copy of your data\n\n(c) have your data erased\n", "modified 1, structure 2 +4 −0"},
		{"en", "labelled paragraphs run together", "## Rights\n\nYou may:\n\n(a) access your data\n\n(b) obtain a full copy of your data\n\n(c) have your data erased\n", "## Rights\n\nYou may:\n\n(a) access your data\n(b) obtain a copy of your data\n(c) have your data erased\n", "modified 1 +0 −4"},
		{"en", "a list run together becomes items", "## Rights\n\nYou may:\n\n(a) access your data\n(b) obtain a copy of your data\n(c) have your data erased\n", "## Rights\n\nYou may:\n\n- access your data\n- obtain a copy of your data\n- have your data erased\n", "structure 1"},
		{"en", "sentence to list", "The Supplier shall provide invoices, tax certificates, bank details and keep them current. Late papers are refused.\n", "The Supplier shall provide:\n\n- invoices,\n- tax certificates,\n- bank details\n\nand keep them current. Late papers are refused.\n", "structure 1 +1 −0"},
		{"en", "list to sentence", "The Supplier shall provide:\n\n- invoices,\n- tax certificates,\n- bank details\n\nand keep them current. Late papers are refused.\n", "The Supplier shall provide invoices, tax certificates, bank details and keep them up to date. Late papers are refused.\n", "modified 1 +8 −8"},
		{"en", "items to clauses", "## 1. Duties\n\nThe tenant shall:\n\n1. keep the flat clean and well aired;\n2. hand back all keys on leaving.\n", "## 1. Duties\n\nThe tenant shall:\n\n(a) keep the flat clean and well aired;\n\n(b) hand back all keys on leaving.\n", "structure 3"},
		{"en", "clauses to items", "## 1. Duties\n\nThe tenant shall:\n\n(a) keep the flat clean and well aired;\n\n(b) hand back all keys on leaving.\n", "## 1. Duties\n\nThe tenant shall:\n\n1. keep the flat clean and well aired;\n2. hand back both keys on leaving.\n", "modified 1, structure 2 +4 −3"},
		{"en", "clause split", "## 1. Pay\n\nRent is due on the fifth of each month. The deposit is held by the landlord in a separate account.\n\n## 2. Law\n\nIrish law.\n", "## 1. Pay\n\nRent is due on the fifth of each month.\n\n## 2. Deposit\n\nThe deposit is held by the landlord in a separate account.\n\n## 3. Law\n\nIrish law.\n", "inserted 1, moved 1, renumbered 1"},
		{"en", "clauses joined", "## 1. Pay\n\nRent is due on the fifth of each month.\n\n## 2. Deposit\n\nThe deposit is held by the landlord in a separate account.\n\n## 3. Law\n\nIrish law.\n", "## 1. Pay\n\nRent is due on the fifth of each month. The deposit is held by the landlord in a separate account.\n\n## 2. Law\n\nIrish law.\n", "deleted 1, moved 1, renumbered 1"},
		{"en", "sentence moved inside", "Dogs are welcome in the garden but not in the house at any time. Cats are welcome. Birds are not.\n", "Cats are welcome. Birds are not. Dogs are welcome in the garden but not in the house at any time.\n", "moved 1"},
		{"en", "a heading for the preamble", "These rules bind every member of the club from the day of joining.\n\n## 1. Fees\n\nTen euros.\n", "## Preface\n\nThese rules bind every member of the club from the day of joining.\n\n## 1. Fees\n\nTen euros.\n", "inserted 1, moved 1"},
	} {
		t.Run(string(c.lang)+" "+c.name, func(t *testing.T) {
			t.Parallel()
			r := checkLaw(t, c.name, parse(c.old, c.lang), parse(c.new, c.lang))
			if got := summary(r); got != c.want {
				t.Errorf("got %q, want %q\n%s", got, c.want, describe(t, r))
			}
		})
	}
}

// summary is the counts of a redline in one line.
func summary(r *redline.Redline) string {
	var out []string
	for _, k := range redline.Kinds {
		if n := r.Counts.Of(k); n > 0 {
			out = append(out, fmt.Sprintf("%s %d", k, n))
		}
	}
	s := strings.Join(out, ", ")
	if n := r.Counts; n.InsertedChars+n.DeletedChars > 0 {
		s += fmt.Sprintf(" +%d −%d", n.InsertedChars, n.DeletedChars)
	}
	return s
}
