package cjk

import "sync"

// traditional is pairs of characters, the traditional form before the
// simplified one: those that policies and terms are full of. A character that
// both ways of writing use in senses of their own, as 著 and 乾, is left out.
const traditional = `
資资 訊讯 個个 們们 會会 註注 銷销 帳账 賬账 戶户 刪删 後后 內内 規规 條条 約约 協协 議议 聲声 務务 產产 權权 義义 責责 損损 償偿 賠赔 違违 應应 當当 須须 將将 從从 與与 於于 為为 爲为 關关 係系 繫系 統统 設设
備备 網网 絡络 頁页 連连 結结 線线 雲云 電电 話话 郵邮 遞递 發发 髮发 傳传 輸输 儲储 處处 轉转 讓让 開开 閉闭 啟启 啓启 動动 態态 訪访 問问 閱阅 讀读 覽览 詢询 複复 復复 製制 補补 冊册 錄录 記记 驗验 證证 認认
識识 別别 標标 籤签 簽签 誌志 審审 計计 監监 測测 檢检 評评 價价 額额 錢钱 幣币 費费 買买 賣卖 購购 貨货 貸贷 貿贸 賓宾 賴赖 貴贵 質质 賺赚 財财 貪贪 貫贯 負负 貢贡 販贩 貼贴 貯贮 賃赁 贈赠 贏赢 訂订 討讨 託托
訓训 許许 訴诉 診诊 詐诈 詞词 試试 詳详 誠诚 誤误 說说 説说 請请 諒谅 論论 諮咨 謹谨 譯译 護护 變变 讚赞 語语 該该 調调 談谈 謝谢 諸诸 謂谓 譽誉 訖讫 誘诱 誰谁 課课 諾诺 謀谋 謊谎 譴谴 講讲 長长 門门 間间 閒闲
隊队 階阶 際际 陸陆 陽阳 陰阴 隨随 險险 隱隐 離离 難难 雙双 雜杂 雖虽 靈灵 靜静 響响 頂顶 項项 順顺 預预 領领 頭头 頻频 題题 類类 願愿 顧顾 顯显 風风 飛飞 養养 館馆 餘余 馬马 驅驱 驟骤 體体 點点 齊齐 龍龙 鏈链
鍵键 鐘钟 鈕钮 銀银 鋪铺 錯错 鑑鉴 鑒鉴 針针 釋释 裡里 裏里 裝装 見见 視视 觀观 覺觉 觸触 親亲 術术 衝冲 衛卫 蓋盖 蘋苹 藝艺 藥药 號号 虧亏 業业 東东 來来 兩两 並并 併并 億亿 萬万 舉举 興兴 舊旧 華华 葉叶 蘭兰
虛虚 蟲虫 國国 圖图 圓圆 團团 園园 圍围 執执 報报 場场 塊块 墊垫 壓压 壞坏 夾夹 奪夺 奮奋 獎奖 婦妇 媽妈 學学 寫写 寬宽 實实 寧宁 寶宝 尋寻 對对 導导 層层 屬属 歲岁 島岛 師师 帶带 幫帮 幹干 庫库 廠厂 廣广 廢废
張张 強强 彈弹 徑径 徵征 總总 恆恒 惡恶 惱恼 愛爱 慮虑 慶庆 憑凭 憲宪 懷怀 懲惩 戰战 戲戏 拋抛 掃扫 掛挂 採采 換换 揚扬 揮挥 據据 擁拥 擇择 擊击 擔担 擬拟 擴扩 擾扰 攔拦 攜携 攝摄 敗败 敘叙 數数 斷断 無无 時时
晉晋 晝昼 暫暂 曆历 歷历 書书 機机 極极 構构 樣样 樹树 橋桥 檔档 櫃柜 欄栏 歐欧 歡欢 殘残 殺杀 毀毁 氣气 決决 沒没 況况 淨净 減减 湯汤 準准 滅灭 滿满 漢汉 潔洁 澤泽 濟济 濫滥 灣湾 災灾 煩烦 熱热 營营 爭争 爾尔
狀状 獨独 獲获 獻献 環环 現现 瑪玛 畢毕 畫画 異异 療疗 盡尽 盜盗 盤盘 確确 碼码 礎础 禮礼 禦御 禍祸 稱称 種种 穩稳 積积 窮穷 競竞 筆笔 節节 範范 築筑 簡简 籌筹 糾纠 紀纪 級级 紅红 納纳 純纯 紙纸 紛纷 細细 終终
組组 給给 絕绝 經经 維维 緊紧 編编 緩缓 練练 縣县 縮缩 績绩 織织 繳缴 繼继 續续 纏缠 罰罚 罷罢 羅罗 習习 聯联 聰聪 職职 聽听 腦脑 腳脚 臉脸 臨临 臺台 檯台 舖铺 蹤踪 車车 軟软 載载 較较 輔辅 輕轻 輪轮 輯辑 辦办
辭辞 農农 過过 達达 運运 進进 遠远 適适 選选 遺遗 邊边 還还 鄉乡 醫医 釐厘 優优 傷伤 僅仅 儀仪 儘尽 兒儿 黨党 凍冻 則则 剛刚 創创 劃划 劇剧 劑剂 勞劳 勝胜 勢势 勵励 勸劝 區区 參参 員员 喪丧 單单 嚴严 囑嘱 妝妆
姦奸 孫孙 專专 屆届 幾几 彙汇 匯汇 徹彻 憂忧 捨舍 掙挣 撥拨 擋挡 敵敌 瀏浏 燈灯 獵猎 瑣琐 疊叠 癥症 盃杯 眾众 矚瞩 祕秘 穫获 窺窥 竊窃 篩筛 糧粮 紹绍 綁绑 綜综 綱纲 緒绪 緣缘 縱纵 縫缝 罵骂 聞闻 膽胆
艦舰 藍蓝 蒐搜 蘊蕴 衆众 襲袭 訛讹 賦赋 賢贤 趨趋 跡迹 蹟迹 躍跃 軍军 軌轨 轄辖 遊游 遷迁 鄭郑 鄰邻 醜丑 鎖锁 鎮镇 鏡镜 鐵铁 閃闪 閣阁 闆板 闡阐 陳陈 雞鸡 韓韩 韌韧 頒颁 頗颇 顏颜 飯饭 飲饮 駁驳 駐驻 駕驾 騙骗
騰腾 髒脏 鬆松 鬥斗 魚鱼 鮮鲜 鳥鸟 麗丽 黃黄 齡龄 佔占 佈布 僞伪 偽伪 倉仓 側侧 傾倾 債债 劉刘 卻却 厭厌 吳吴 吶呐 呂吕 啞哑 喚唤 噴喷 嘗尝 嚇吓 壯壮 夢梦 婁娄 宮宫 嶺岭 巖岩 幀帧 廚厨 廳厅 彎弯 徠徕 慘惨
慣惯 憶忆 懸悬 戀恋
`

// simplified is the simplified form of every character of the first block of
// Han, 0 where it is the character itself.
var simplified = sync.OnceValue(func() []uint16 {
	out := make([]uint16, 0x9fff-0x4e00+1)
	from := rune(0)
	for _, r := range traditional {
		switch {
		case r == ' ' || r == '\n':
			from = 0
		case from == 0:
			from = r
		default:
			out[from-0x4e00] = uint16(r)
		}
	}
	return out
})

// Simplify returns the simplified form of a common traditional character, and
// any other character as it is. Texts that are alike after it say the same in
// two ways of writing; it is too coarse to show to a reader, since 发 stands
// for both 發 and 髮.
func Simplify(r rune) rune {
	if r < 0x4e00 || r > 0x9fff {
		return r
	}
	if s := simplified()[r-0x4e00]; s != 0 {
		return rune(s)
	}
	return r
}
