package redline_test

import (
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// TestVotes says which clause is which where heading and body disagree. A clause
// is a heading, a colon and its paragraphs between bars; clauses end at a slash.
// The wanted pairs are the headings of the new text and those of the clauses of
// the old one that they answer to; - is none.
func TestVotes(t *testing.T) {
	const (
		keep  = "您注销账户后，我们将在三十日内删除您的个人信息，法律另有规定的除外。"
		trust = "我们委托第三方处理个人信息的，与受托方约定处理的目的、期限和方式，并对其监督。"
		court = "因本协议产生的争议，由甲方住所地人民法院管辖。"
		mail  = "我们可能以站内信或者电子邮件向您发送与服务有关的通知，您可以在设置中关闭。"
		eKeep = "We delete your personal data within thirty days after you close the account, unless the law says otherwise."
		eHire = "Where we hire others to process personal data, we agree with them on purpose, period and manner, and supervise them."
		eLaw  = "Disputes are settled by the courts at the seat of the provider."
		eMail = "We may send you notices about the service by electronic mail; you can switch them off in the settings."
	)
	for _, tt := range []struct {
		name     string
		lang     policy.Lang
		old, new string
		pairs    string
		sum      string
	}{
		{"two headings change places over bodies that stay", "zh", "保存:" + keep + "/委托:" + trust, "委托:" + keep + "/保存:" + trust, "委托=保存 保存=委托", "2 modified"},
		{"and both bodies are edited", "zh", "保存:" + keep + "/委托:" + trust, "委托:" + strings.Replace(keep, "三十日", "六十日", 1) + "/保存:" + strings.Replace(trust, "方式", "方式、地点", 1), "委托=保存 保存=委托", "2 modified"},
		{"two clauses change places whole", "zh", "保存:" + keep + "/委托:" + trust, "委托:" + trust + "/保存:" + keep, "委托=委托 保存=保存", "1 moved"},
		{"a heading is inherited by another subject", "zh", "其他:" + mail + "/保存:" + keep, "通知:" + mail + "/保存:" + keep + "/其他:" + court, "通知=其他 保存=保存 其他=-", "1 inserted, 1 modified"},
		{"and the body that lost it is edited", "zh", "其他:" + mail + "/保存:" + keep, "通知:" + strings.Replace(mail, "站内信", "短信", 1) + "/保存:" + keep + "/其他:" + court, "通知=其他 保存=保存 其他=-", "1 inserted, 1 modified"},
		{"and it moves to the end", "zh", "其他:" + mail + "/保存:" + keep + "/委托:" + trust, "其他:" + court + "/保存:" + keep + "/委托:" + trust + "/通知:" + mail, "其他=- 保存=保存 委托=委托 通知=其他", "1 inserted, 1 moved"},
		{"a heading over a body written anew", "zh", "保存:" + keep + "/委托:" + trust, "保存:" + keep + "/委托:" + court, "保存=保存 委托=委托", "1 modified"},
		{"a heading is reworded", "zh", "保存:" + keep + "/委托:" + trust, "保存期限:" + keep + "/委托:" + trust, "保存期限=保存 委托=委托", "1 modified"},
		{"one body under two headings, one of which goes on", "zh", "其他:" + court + "/附则:" + court, "其他:" + court + "/附则:本条款由甲方解释。", "其他=其他 附则=附则", "1 modified"},
		{"bodies of one word", "zh", "期限:30日/管辖:北京", "期限:60日/管辖:上海", "期限=期限 管辖=管辖", "2 modified"},
		{"headings alone", "zh", "保存:/委托:/管辖:", "保存:/管辖:", "保存=保存 管辖=管辖", "1 deleted"},
		{"a heading alone gets a body", "zh", "保存:/委托:" + trust, "保存:" + keep + "/委托:" + trust, "保存=保存 委托=委托", "1 modified"},
		{"a heading loses its body", "zh", "保存:" + keep + "/委托:" + trust, "保存:/委托:" + trust, "保存=保存 委托=委托", "1 modified"},
		{"a heading keeps one of two paragraphs", "zh", "保存:" + keep + "|" + mail + "/委托:" + trust, "保存:" + keep + "/委托:" + trust + "/通知:" + mail, "保存=保存 委托=委托 通知=-", "1 inserted, 1 moved"},
		{"headings that several clauses share", "zh", "附则:" + keep + "/附则:" + trust, "附则:" + court + "/附则:" + keep + "/附则:" + trust, "附则=- 附则=附则 附则=附则", "1 inserted"},
		{"traditional, then simplified and edited", "zh", "資料:我們會在您註銷帳戶後三十日內刪除您的個人資料，但法律另有規定的除外。", "资料:我们会在您注销账户后六十日内删除您的个人资料。", "资料=資料", "1 modified"},
		{"a traditional heading over a body written anew", "zh", "資料:" + keep, "资料:" + court, "资料=資料", "1 modified"},
		{"headings that several clauses share, over other subjects", "zh", "附则:" + keep + "/附则:" + trust, "附则:" + court + "/附则:" + mail, "附则=- 附则=-", "2 inserted, 2 deleted"},
		{"traditional headings that change places", "zh", "資料:" + keep + "/聯絡:" + mail, "联络:" + mail + "/资料:" + keep, "联络=聯絡 资料=資料", ""},

		{"headings change places", "en", "Retention:" + eKeep + "/Processors:" + eHire, "Processors:" + eKeep + "/Retention:" + eHire, "Processors=Retention Retention=Processors", "2 modified"},
		{"headings change places, a body is edited", "en", "Retention:" + eKeep + "/Processors:" + eHire, "Processors:" + strings.Replace(eKeep, "thirty", "sixty", 1) + "/Retention:" + eHire, "Processors=Retention Retention=Processors", "2 modified"},
		{"clauses change places", "en", "Retention:" + eKeep + "/Processors:" + eHire, "Processors:" + eHire + "/Retention:" + eKeep, "Processors=Processors Retention=Retention", "1 moved"},
		{"General goes on over another subject", "en", "General:" + eMail + "/Retention:" + eKeep, "Notices:" + eMail + "/Retention:" + eKeep + "/General:" + eLaw, "Notices=General Retention=Retention General=-", "1 inserted, 1 modified"},
		{"General is written anew", "en", "General:" + eMail + "/Retention:" + eKeep, "General:" + eLaw + "/Retention:" + eKeep, "General=General Retention=Retention", "1 modified"},
		{"General twice", "en", "General:" + eMail + "/Retention:" + eKeep + "/General:" + eLaw, "Retention:" + eKeep + "/General:" + eLaw, "Retention=Retention General=General", "1 deleted"},
		{"short bodies", "en", "Period:30 days/Venue:Berlin", "Period:60 days/Venue:Paris", "Period=Period Venue=Venue", "2 modified"},
		{"headings alone, one goes", "en", "Retention:/Processors:/Venue:", "Retention:/Venue:", "Retention=Retention Venue=Venue", "1 deleted"},
		{"a heading loses its body to another", "en", "Data:" + eKeep + "/Venue:" + eLaw, "Data:/Venue:" + eLaw + "/Retention:" + eKeep, "Data=- Venue=Venue Retention=Data", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			old, new := parse(clausesOf(tt.old), tt.lang), parse(clausesOf(tt.new), tt.lang)
			for _, c := range append(old.Clauses, new.Clauses...) {
				c.ID = "" // no id decides
			}
			answers := plan.Answers(t.Context(), old, new)
			var got []string
			for _, c := range new.Clauses {
				is := "-"
				if a := answers[c]; a != nil {
					is = policy.PlainRuns(a.Head)
				}
				got = append(got, policy.PlainRuns(c.Head)+"="+is)
			}
			if s := strings.Join(got, " "); s != tt.pairs {
				t.Errorf("got  %s\nwant %s", s, tt.pairs)
			}
			old, new = parse(clausesOf(tt.old), tt.lang), parse(clausesOf(tt.new), tt.lang)
			if r := checkLaw(t, tt.name, old, new); tt.sum != "" {
				expect(t, r, tt.sum, nil)
			}
		})
	}
}

func clausesOf(s string) string {
	var b strings.Builder
	for _, c := range strings.Split(s, "/") {
		head, body, _ := strings.Cut(c, ":")
		b.WriteString("## " + head + "\n\n" + strings.ReplaceAll(body, "|", "\n\n") + "\n\n")
	}
	return b.String()
}
