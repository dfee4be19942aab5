package redline_test

import (
	"strings"
	"testing"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"
)

// TestTables says how tables change. A row is its cells between commas, and rows
// end at a slash. What is wanted is the line of the sums, and rows as a terminal
// shows them; what begins with a ! must not be there.
func TestTables(t *testing.T) {
	for _, tt := range []struct {
		name     string
		lang     policy.Lang
		old, new string
		sum      string
		rows     []string
	}{
		{"a row of three with one key goes, another is edited", "zh", "名称,用途,期限/支付宝,付款,三年/支付宝,登录,30日/支付宝,分享,7日", "名称,用途,期限/支付宝,付款,三年/支付宝,分享,60日",
			"1 modified", []string{"[-支付宝-] | [-登录-] | [-30日-]", "支付宝 | 分享 | [-7日-]{+60日+}"}},
		{"a row of three with one key comes", "zh", "名称,用途/高德,定位/高德,导航", "名称,用途/高德,定位/高德,搜索地点/高德,导航", "1 modified", []string{"{+高德+} | {+搜索地点+}", "!高德 | [-"}},
		{"rows with one key, sorted anew", "zh", "名称,用途,期限/百度,定位,30日/百度,语音,7日/百度,统计,一年", "名称,用途,期限/百度,统计,一年/百度,定位,30日/百度,语音,7日",
			"1 moved", []string{"{>百度>} | {>统计>} | {>一年>}"}},
		{"equal rows, one of which goes", "zh", "名称,用途/甲,登录/甲,登录/甲,登录", "名称,用途/甲,登录/甲,登录", "1 modified", []string{"[-甲-] | [-登录-]"}},
		{"all keys equal and all else other", "zh", "名称,用途,期限/微博,登录,30日/微博,分享,7日", "名称,用途,期限/微博,登录,30日/微博,支付,三年", "1 modified", []string{"[-微博-] | [-分享-] | [-7日-]", "{+微博+} | {+支付+} | {+三年+}"}},
		{"another product of another company", "zh", "名称,公司,用途,信息/甲推SDK,甲推网络科技有限公司,推送,设备信息/丙付SDK,丙付网络科技有限公司,支付,订单", "名称,公司,用途,信息/乙统SDK,乙统数据科技有限公司,统计,设备信息/丙付SDK,丙付网络科技有限公司,支付,订单",
			"1 modified", []string{"[-甲推SDK-] | [-甲推网络科技有限公司-] | [-推送-] | [-设备信息-]", "{+乙统SDK+} | {+乙统数据科技有限公司+} | {+统计+} | {+设备信息+}"}},
		{"the same product of another company", "zh", "名称,公司,用途/甲推SDK,甲推网络科技有限公司,推送/丙付SDK,丙付网络科技有限公司,支付", "名称,公司,用途/甲推SDK,乙统数据科技有限公司,推送/丙付SDK,丙付网络科技有限公司,支付", "1 modified", []string{"甲推SDK | [-甲推网络-]{+乙统数据+}科技有限公司 | 推送"}},
		{"a name is mended", "zh", "名称,用途,期限/位置,推荐,7日/相册,头像,即时", "名称,用途,期限/地理位置,推荐,7日/相册,头像,即时", "1 modified", []string{"{+地理+}位置 | 推荐 | 7日"}},
		{"one yes becomes a no", "zh", "名称,用途,共享/位置,推荐,是/相册,头像,是", "名称,用途,共享/位置,推荐,否/相册,头像,是", "1 modified", []string{"位置 | 推荐 | [-是-]{+否+}"}},
		{"values change places between rows", "zh", "名称,期限/位置,7日/通讯录,一年", "名称,期限/位置,一年/通讯录,7日", "1 modified", []string{"位置 | [-7日-]{+一年+}", "通讯录 | [-一年-]{+7日+}"}},
		{"values change places between columns", "zh", "名称,用途,期限/位置,推荐,7日/相册,头像,即时", "名称,用途,期限/位置,7日,推荐/相册,头像,即时", "1 modified", []string{"位置 | [-推荐-]{+7日+} | [-7日-]{+推荐+}"}},
		{"running numbers are no keys", "zh", "序号,名称,用途/1,位置,推荐/2,相册,头像", "序号,名称,用途/1,通讯录,加好友/2,位置,推荐/3,相册,头像", "1 modified", []string{"{+1+} | {+通讯录+} | {+加好友+}", "[-1-]{+2+} | 位置 | 推荐"}},
		{"running numbers of rows sorted anew", "zh", "序号,名称,用途/一,位置,推荐/二,相册,头像/三,通讯录,加好友", "序号,名称,用途/一,通讯录,加好友/二,位置,推荐/三,相册,头像", "1 modified, 1 moved", []string{"{>通讯录>} | {>加好友>}"}},
		{"years are keys", "zh", "年度,请求数/2024,15次/2025,20次", "年度,请求数/2025,20次/2026,31次", "1 modified", []string{"[-2024-] | [-15次-]", "{+2026+} | {+31次+}", "!{+2025+}"}},
		{"rows sorted anew, one edited", "zh", "名称,期限/甲,30日/乙,7日/丙,一年", "名称,期限/丙,二年/甲,30日/乙,7日", "1 moved", []string{"{>丙>} | {+二年+}", "[<丙<] | [-一年-]"}},
		{"two columns change places", "zh", "名称,目的,期限/位置,推荐,7日/相册,头像,即时", "名称,期限,目的/位置,7日,推荐/相册,即时,头像", "1 moved", []string{"column 期限 moved", "位置 | {>7日>} | 推荐 | [<7日<]", "![-", "!{+"}},
		{"the first column goes last", "zh", "名称,目的,期限/位置,推荐,7日/相册,头像,即时", "目的,期限,名称/推荐,7日,位置/头像,即时,相册", "1 moved", []string{"column 名称 moved", "[<位置<] | 推荐 | 7日 | {>位置>}"}},
		{"a column moves and a cell of it changes", "zh", "名称,目的,期限/位置,推荐,7日/相册,头像,即时", "名称,期限,目的/位置,30日,推荐/相册,即时,头像", "1 modified, 1 moved", []string{"位置 | [<推荐<] | [-7日-]{+30日+} | {>推荐>}"}},
		{"columns and rows change places", "zh", "名称,目的,期限/位置,推荐,7日/相册,头像,即时/日志,排障,半年", "名称,期限,目的/日志,半年,排障/位置,7日,推荐/相册,即时,头像", "2 moved", []string{"![-", "!{+"}},
		{"a column of yes and no moves past another", "zh", "名称,共享,出境/位置,是,否/相册,否,否/日志,否,是", "名称,出境,共享/位置,否,是/相册,否,否/日志,是,否", "1 moved", []string{"![-", "!{+"}},
		{"a column comes", "zh", "名称,目的/位置,推荐/相册,头像", "名称,目的,依据/位置,推荐,同意/相册,头像,合同", "1 modified", []string{"位置 | 推荐 | {+同意+}"}},
		{"a column goes and a row comes", "zh", "名称,必填,目的/位置,是,推荐", "名称,目的/位置,推荐/相册,头像", "1 modified", []string{"位置 | [-是-] | 推荐", "{+相册+} |  | {+头像+}"}},
		{"a column is replaced by another", "zh", "名称,目的,期限/位置,推荐,7日/相册,头像,即时", "名称,目的,加密/位置,推荐,国密/相册,头像,无", "1 modified", []string{"[-期限-] | {+加密+}", "[-7日-] | {+国密+}"}},
		{"the head of a column is renamed", "zh", "名称,目的,期限/位置,推荐,7日/相册,头像,即时", "名称,用途,期限/位置,推荐,7日/相册,头像,即时", "1 modified", []string{"名称 | [-目的-]{+用途+} | 期限", "!位置"}},
		{"two heads change places over cells that stay", "zh", "名称,目的,期限/位置,推荐,7日/相册,头像,即时", "名称,期限,目的/位置,推荐,7日/相册,头像,即时", "1 modified", []string{"[-目的-]{+期限+} | [-期限-]{+目的+}", "!位置"}},

		{"a column is replaced, and one cell is the same by chance", "zh", "名称,期限/位置,7日/相册,即时/日志,无/订单,三年", "名称,加密/位置,国密/相册,哈希/日志,无/订单,令牌", "1 modified", []string{"[-期限-] | {+加密+}", "[-无-] | {+无+}"}},
		{"columns of yes and no, renamed and moved", "zh", "名称,共享,加密/位置,是,否/相册,否,是/日志,否,否", "名称,须加密,可共享/位置,否,是/相册,是,否/日志,否,否", "1 modified, 1 moved", []string{"{+可+}", "{+须+}", "![-是-]", "![-否-]"}},
		{"all values change places between columns", "zh", "名称,用途,期限/位置,推荐,7日/相册,头像,即时", "名称,用途,期限/位置,7日,推荐/相册,即时,头像", "1 modified", []string{"位置 | [-推荐-]{+7日+} | [-7日-]{+推荐+}", "!column"}},
		{"numbered rows, two of them equal, behind one that was the last", "zh", "序号,名称,用途/1,甲,登录/2,甲,登录/3,乙,支付", "序号,名称,用途/1,乙,支付/2,甲,登录/3,甲,登录", "1 modified, 1 moved", []string{"{>乙>} | {>支付>}", "[-1-]{+2+} | 甲 | 登录"}},
		{"a head and a cell of one column change", "zh", "名称,保存期限/位置,7日/相册,即时", "名称,存储期限/位置,90日/相册,即时", "1 modified", []string{"名称 | [-保存-]{+存储+}期限", "位置 | [-7日-]{+90日+}"}},
		{"a name is replaced and the use stays", "zh", "名称,用途,期限/位置信息,推荐内容,7日/相册,头像,即时", "名称,用途,期限/地点,推荐内容,30日/相册,头像,即时", "1 modified", []string{"[-位置信息-]{+地点+} | 推荐内容 | [-7日-]{+30日+}"}},
		{"one key and one use, another use", "zh", "名称,用途/微博,登录/微博,分享", "名称,用途/微博,登录/微博,支付", "1 modified", []string{"[-微博-] | [-分享-]", "{+微博+} | {+支付+}"}},
		{"a row moves and its name is mended", "zh", "名称,用途,期限/位置,推荐附近的人,7日/相册,头像,即时/日志,排障,半年", "名称,用途,期限/相册,头像,即时/日志,排障,半年/地理位置,推荐附近的人,7日", "1 moved", []string{"{+地理+}{>位置>} | {>推荐附近的人>} | {>7日>}"}},

		{"one key, payment goes", "en", "SDK,Purpose,Kept/Orbit,sign-in,30 days/Orbit,payment,3 years/Orbit,sharing,7 days", "SDK,Purpose,Kept/Orbit,sign-in,30 days/Orbit,sharing,90 days", "1 modified", []string{"[-Orbit-] | [-payment-] | [-3 years-]", "Orbit | sharing | [-7 days-]{+90 days+}"}},
		{"one key, all rows stay", "en", "SDK,Purpose/Orbit,sign-in/Orbit,payment", "SDK,Purpose/Orbit,sign-in/Orbit,payments", "1 modified", []string{"Orbit | [-payment-]{+payments+}", "!| [-sign-in-]"}},
		{"a row is replaced by one of another company", "en", "Name,Company,Purpose/Mapper,Mapper Software Inc.,maps/Payer,Payer Software Inc.,payments", "Name,Company,Purpose/Counter,Counter Software Inc.,statistics/Payer,Payer Software Inc.,payments", "1 modified", []string{"[-Mapper-] | [-Mapper Software Inc.-] | [-maps-]", "{+Counter+} | {+Counter Software Inc.+} | {+statistics+}"}},
		{"a key with other cells stays a row", "en", "Name,Purpose,Kept/Phone,sign-in,30 days/Photos,avatar,a week", "Name,Purpose,Kept/Phone,marketing,for ever/Photos,avatar,a week", "1 modified", []string{"Phone | [-sign-in-]{+marketing+} | [-30 days-]{+for ever+}"}},
		{"rows sorted by name", "en", "Name,Kept/Phone,a month/Address,a year/Contacts,a week", "Name,Kept/Address,a year/Contacts,a week/Phone,a month", "1 moved", []string{"{>Phone>} | {>a month>}"}},
		{"short rows move as well", "en", "N,K/a,x/b,y/c,z", "N,K/c,z/a,x/b,y", "1 moved", []string{"![-", "!{+"}},
		{"columns change places", "en", "Name,Purpose,Kept,Shared/Phone,sign-in,30 days,yes/Photos,avatar,a week,no", "Name,Kept,Purpose,Shared/Phone,30 days,sign-in,yes/Photos,a week,avatar,no", "1 moved", []string{"![-", "!{+", "column Kept moved || column Purpose moved"}},
		{"columns reversed", "en", "Name,Purpose,Kept/Phone,sign-in,30 days/Photos,avatar,a week", "Kept,Purpose,Name/30 days,sign-in,Phone/a week,avatar,Photos", "2 moved", []string{"![-", "!{+"}},
		{"a column moves past one that goes", "en", "Name,Purpose,Kept,Shared/Phone,sign-in,30 days,yes/Photos,avatar,a week,no", "Name,Shared,Purpose/Phone,yes,sign-in/Photos,no,avatar", "1 modified, 1 moved", []string{"[-30 days-]", "!{+"}},
		{"a head reworded and a cell changed", "en", "Name,Purpose,Kept/Phone,sign-in,30 days/Photos,avatar,a week", "Name,Purpose of use,Kept/Phone,sign-in,60 days/Photos,avatar,a week", "1 modified", []string{"Purpose{+ of use+}", "[-30 days-]{+60 days+}"}},
		{"a row of one-cell differences", "en", "Name,Purpose,Kept,Shared/Phone,sign-in,30 days,no", "Name,Purpose,Kept,Shared/Phone,sign-in,30 days,yes", "1 modified", []string{"Phone | sign-in | 30 days | [-no-]{+yes+}"}},
		{"a ragged row", "en", "Name,Purpose,Kept/Phone,sign-in,30 days/Photos", "Name,Kept,Purpose/Phone,30 days,sign-in/Photos", "1 moved", []string{"![-", "!{+"}},
		{"everything is replaced", "en", "Name,Kept/Phone,30 days", "Word,Sense/Controller,who decides", "1 deleted, 1 inserted || 1 modified", []string{"[-Phone-]", "{+Controller+}"}},
		{"numbered rows, one goes", "en", "No.,Name,Purpose/1,Phone,sign-in/2,Photos,avatar/3,Logs,repair", "No.,Name,Purpose/1,Phone,sign-in/2,Logs,repair", "1 modified", []string{"[-2-] | [-Photos-] | [-avatar-]", "[-3-]{+2+} | Logs | repair"}},
		{"the order of columns, and a column that comes", "en", "Name,Purpose,Kept/Phone,sign-in,30 days/Photos,avatar,a week", "Name,Kept,Basis,Purpose/Phone,30 days,consent,sign-in/Photos,a week,contract,avatar", "1 modified, 1 moved", []string{"{+consent+}", "![-"}},
		{"a caption and a row", "en", "Name,Kept/Phone,30 days/Photos,a week/Logs,a year", "Name,Kept/Phone,30 days/Cookies,a session/Photos,a week/Logs,a year", "1 modified", []string{"{+Cookies+} | {+a session+}"}},
		{"categories before names", "en", "Class,Name,Kept/Basic,Phone,30 days/Basic,Address,a year/Extra,Photos,a week", "Class,Name,Kept/Basic,Address,a year/Basic,Phone,60 days/Extra,Photos,a week", "1 moved || 1 modified, 1 moved", []string{"[-30 days-]", "{+60 days+}"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			old, new := parse(sheetOf(tt.old).markdown(), tt.lang), parse(sheetOf(tt.new).markdown(), tt.lang)
			expect(t, checkLaw(t, tt.name, old, new), tt.sum, tt.rows)
		})
	}
}

// TestRowsChangeTables: rows that go from one table to another have moved. Tables
// are parted by what stands between them: a semicolon, and what else there is.
func TestRowsChangeTables(t *testing.T) {
	for _, tt := range []struct {
		name     string
		lang     policy.Lang
		old, new string
		sum      string
		rows     []string
	}{
		{"a table cut in equal halves", "zh", "名称,用途/手机号,注册登录及找回密码/位置,推荐附近的商户/通讯录,添加好友/相册,设置头像与背景",
			"名称,用途/手机号,注册登录及找回密码/位置,推荐附近的商户;以下须经同意：;名称,用途/通讯录,添加好友/相册,设置头像与背景",
			"1 modified, 2 moved", []string{"{>通讯录>} | {>添加好友>}", "{+名称+} | {+用途+}", "![-", "!{+相册"}},
		{"a table cut by a heading, a row edited", "zh", "名称,用途/手机号,注册登录及找回密码/位置,推荐附近的商户/相册,设置头像与背景",
			"名称,用途/手机号,注册登录及找回密码/位置,推荐附近的商户;## 敏感信息;名称,用途/相册,设置头像、封面与背景",
			"1 inserted, 1 moved", []string{"{>设置头像>}{+、封面+}{>与背景>}", "[<相册<]"}},
		{"two tables joined", "en", "Name,Use/Phone,sign-in and recovery/Place,nearby shops;With consent:;Name,Use/Photos,profile and background/Logs,repair and statistics",
			"Name,Use/Phone,sign-in and recovery/Place,nearby shops/Photos,profile and background/Logs,repair and statistics",
			"1 modified, 2 moved", []string{"{>Place>} | {>nearby shops>}", "[-With consent:-]", "!{+"}},
		{"equal rows go in their order", "en", "Name,Use/Phone,sign-in and recovery/Place,nearby shops;## B;Name,Use/Logs,repair work", "Name,Use/Phone,sign-in and recovery;## B;Name,Use/Logs,repair work/Place,nearby shops/Place,nearby shops",
			"1 modified, 1 moved", []string{"{>Place>} | {>nearby shops>}", "{+Place+} | {+nearby shops+}"}},
		{"one key and another use", "en", "Name,Use/Phone,sign-in and recovery/Photos,profile and background;## B;Name,Use/Logs,repair work", "Name,Use/Phone,sign-in and recovery;## B;Name,Use/Logs,repair work/Photos,never sold to others",
			"2 modified", []string{"[-Photos-]", "{+Photos+}"}},
		{"another number of columns", "en", "Name,Use/Phone,sign-in and recovery/Photos,profile and background;## B;Word,Sense,Law/Logs,repair,Act", "Name,Use/Phone,sign-in and recovery;## B;Word,Sense,Law/Logs,repair,Act/Photos,profile and background,None",
			"2 modified", []string{"[-Photos-]", "{+Photos+}"}},
		{"a row leaves a table that gains a column", "en", "Name,Use/Logs,repair work/Maps,planning a journey/Photos,profile and background;## B;Name,Use/Phone,sign-in and recovery", "Name,Use,Law/Logs,repair work,Act/Maps,planning a journey,Act;## B;Name,Use/Phone,sign-in and recovery/Photos,profile and background",
			"2 modified", []string{"[-Photos-]", "{+Photos+}"}},
		{"a row of a table that moved is no other row", "en", "Name,Use/Logs,repair work/Photos,profile and background;## C;Name,Use/Phone,sign-in and recovery/Photos,profile and background;## B;None at all.", "Name,Use/Logs,repair work;## C;Empty now.;## B;None at all.;Name,Use/Phone,sign-in and recovery/Photos,profile and background",
			"2 modified, 1 moved", []string{"[-Photos-] | [-profile and background-]"}},
		{"no row goes to a table with cells that span rows", "en", "Name,Use/Phone,sign-in and recovery/Photos,profile and background;## B;<table><tr><td rowspan=2>Logs</td><td>repair work</td></tr><tr><td>statistics</td></tr></table>", "Name,Use/Phone,sign-in and recovery;## B;<table><tr><td rowspan=2>Logs</td><td>repair work</td></tr><tr><td>statistics</td></tr><tr><td>Photos</td><td>profile and background</td></tr></table>",
			"2 modified", []string{"[-Photos-]", "{+Photos+}"}},
		{"a short row is no move", "en", "Name,Use/Phone,sign-in and recovery/a,x;## B;Name,Use/Logs,repair work", "Name,Use/Phone,sign-in and recovery;## B;Name,Use/Logs,repair work/a,x",
			"2 modified", []string{"[-a-]", "{+a+}"}},
		{"a head that is the same elsewhere", "en", "Name of it,Use of it/Phone,sign-in and recovery/Photos,profile and background;Dogs stay outside at all times.;## B;Cats may come in at night.", "Dogs stay outside at all times.;## B;Cats may come in at night.;Name of it,Use of it/Logs,repair work",
			"2 modified", []string{"[-Name of it-]", "{+Name of it+}"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := func(s string) *policy.Text {
				parts := strings.Split(s, ";")
				for i, p := range parts {
					if strings.Contains(p, ",") {
						parts[i] = sheetOf(p).markdown()
					}
				}
				return parse("## A\n\n"+strings.Join(parts, "\n\n"), tt.lang)
			}
			old, new := text(tt.old), text(tt.new)
			r := checkLaw(t, tt.name, old, new)
			expect(t, r, tt.sum, tt.rows)
			for i := range r.Sections { // a row that came from elsewhere is one of the words
				if s := &r.Sections[i]; r.Counts.Of(redline.Moved) > 0 && s.Old != nil && len(s.Changes) > 0 && s.Verdict() != redline.Words {
					t.Errorf("section %d: verdict %v", i, s.Verdict())
				}
			}
		})
	}
}

func sheetOf(s string) sheet {
	var out sheet
	for _, r := range strings.Split(s, "/") {
		out = append(out, strings.Split(r, ","))
	}
	return out
}

// expect checks what a terminal shows of a redline: the line of the sums, what
// is there, and after a ! what is not; || parts what will do as well.
func expect(t *testing.T, r *redline.Redline, sum string, says []string) {
	t.Helper()
	var b strings.Builder
	if err := format.Text(&b, r, locale.ToolIn("en"), false); err != nil {
		t.Fatal(err)
	}
	text := strings.TrimSpace(b.String())
	any := func(alternatives string, is func(s string) bool) bool {
		for _, s := range strings.Split(alternatives, " || ") {
			if is(s) {
				return true
			}
		}
		return false
	}
	if last := text[strings.LastIndex(text, "\n")+1:]; !any(sum, func(s string) bool { return s == last }) {
		t.Errorf("%s, want %s\n%s", last, sum, text)
	}
	for _, s := range says {
		if not, ok := strings.CutPrefix(s, "!"); ok == any(not, func(s string) bool { return strings.Contains(text, s) }) {
			t.Errorf("want %s in\n%s", s, text)
		}
	}
}
