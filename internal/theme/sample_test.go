package theme

import (
	"html/template"
	"slices"
	"strings"
	"testing"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// The views of this file are made by hand, as package page would fill them.

func say(lang policy.Lang, zh, en string) string {
	if lang == "zh" {
		return zh
	}
	return en
}

func tagOf(lang policy.Lang) string { return say(lang, "zh-Hans", "en") }

func day(s string) policy.Date {
	d, err := policy.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func sampleBase(lang policy.Lang, kind page.Kind, up string, rest string) page.Base {
	title := say(lang, "政策中心", "Policy Centre")
	b := page.Base{
		Kind: kind, Ref: policy.Ref{Lang: lang}, Lang: lang, Tag: tagOf(lang), SiteTitle: title,
		HomeHref: up + string(lang) + "/index.html", Search: up + string(lang) + "/search/index.html",
		Head: page.Head{Description: say(lang, "澜汀科技的政策。", "Policies of Lanting Technology."), Canonical: "https://example.com/legal/" + string(lang) + "/" + rest},
		Owner: page.Owner{
			Name: say(lang, "澜汀科技（杭州）有限公司", "Lanting Technology (Hangzhou) Co., Ltd."), Email: "privacy@lanting.example",
			Address: say(lang, "浙江省杭州市余杭区文一西路1号", "1 Wenyi West Road, Yuhang, Hangzhou, China"), ICP: "浙ICP备20260001号",
		},
	}
	b.Head.OpenGraph = &page.OpenGraph{Type: "website", URL: b.Head.Canonical, Locale: say(lang, "zh_CN", "en_US"), Locales: []string{say(lang, "en_US", "zh_CN")}}
	for _, l := range []policy.Lang{"zh", "en"} {
		b.Languages = append(b.Languages, page.LangLink{Lang: l, Tag: tagOf(l), Href: up + string(l) + "/" + rest + "index.html", Current: l == lang})
		b.Head.Alternates = append(b.Head.Alternates, page.Alternate{Tag: tagOf(l), URL: "https://example.com/legal/" + string(l) + "/" + rest})
	}
	return b
}

func sampleEdition(lang policy.Lang, version string, s policy.Status, from, until string) page.Edition {
	e := page.Edition{
		Policy: "privacy", Title: say(lang, "隐私政策", "Privacy Policy"), Version: version, Status: s,
		Effective: day(from), Announced: day(from).AddDays(-30), Href: version + "/index.html",
	}
	if until != "" {
		e.Until = day(until)
	}
	return e
}

func editions(lang policy.Lang) (v1, v2, v3, v4 page.Edition) {
	v1 = sampleEdition(lang, "1.1", policy.Superseded, "2023-01-01", "2024-06-01")
	v1.Editorial = true
	v2 = sampleEdition(lang, "2.0", policy.Superseded, "2024-06-01", "2025-11-01")
	v3 = sampleEdition(lang, "3.0", policy.InForce, "2025-11-01", "2027-03-01")
	v4 = sampleEdition(lang, "4.0", policy.Upcoming, "2027-03-01", "")
	return
}

func sampleStanding(lang policy.Lang) page.Standing {
	if lang == "zh" {
		return page.Standing{Kind: page.StandingPrevailing, Prevails: "zh", Lang: lang}
	}
	return page.Standing{Kind: page.StandingTranslation, Prevails: "zh", Lang: lang, Prevailing: "../../zh/privacy/index.html"}
}

func sampleText(lang policy.Lang) *page.Text {
	_, v2, v3, v4 := editions(lang)
	t := &page.Text{
		Base: sampleBase(lang, page.KindText, "../../", "privacy/"), Edition: v3, Current: true, Standing: sampleStanding(lang), TextTag: tagOf(lang),
		InForceAt: "index.html", Previous: &v2, Next: &v4, FromPrev: "3.0/from/2.0/index.html", History: "history/index.html", Notice: 30,
		Upcoming: []page.Upcoming{{Edition: v4, Diff: "4.0/from/3.0/index.html", Replaces: true}},
		Summary: template.HTML(say(lang, "<p>本次更新缩短账号注销后个人信息的<strong>保存期限</strong>，并新增未成年人条款。</p>",
			"<p>This update shortens the <strong>retention period</strong> after an account is closed and adds a clause on minors.</p>")),
		Changes: []page.PublishedChange{
			{Note: say(lang, "将注销账号后的删除期限由30日缩短为15日", "Deletion after an account is closed: from 30 days to 15"),
				Link: page.Link{Href: "#retention", Text: say(lang, "第二条 保存期限", "Article 2 Retention")}, Diff: "3.0/from/2.0/index.html#retention"},
			{Note: say(lang, "新增未成年人条款", "New clause on minors"), Link: page.Link{Href: "#minors", Text: say(lang, "第三条 未成年人", "Article 3 Minors")}},
		},
		KeyTerms: []page.Link{{Href: "#liability", Text: say(lang, "（二）责任限制", "2.2 Limitation of liability")}},
		Related:  []page.Link{{Href: "../terms/index.html", Text: say(lang, "用户协议", "Terms of Service")}, {Href: "../cookies/index.html", Text: say(lang, "Cookie政策", "Cookie Policy")}},
	}
	t.Attached = []page.Attachment{{Link: page.Link{Href: "3.0/signed.pdf", Text: say(lang, "签署版", "Signed copy")}, Kind: "original", Size: "245", Unit: "kb", SHA256: strings.Repeat("0123456789abcdef", 4)}}
	t.PageTitle, t.Href = t.Title, "3.0/index.html"
	t.Head.OpenGraph.Type = "article"
	t.Head.Relations = []page.Relation{{Rel: "predecessor-version", Href: "2.0/index.html"}, {Rel: "successor-version", Href: "4.0/index.html"}, {Rel: "version-history", Href: "history/index.html"}}
	t.Head.Data = map[string]any{ // about as long as the real one
		"@context": "https://schema.org", "@type": "WebPage", "url": t.Head.Canonical, "inLanguage": t.Tag, "dateModified": "2025-11-01",
		"isPartOf": map[string]string{"@type": "WebSite", "url": "https://example.com/legal/", "name": t.SiteTitle},
		"mainEntity": map[string]any{
			"@type": "DigitalDocument", "@id": t.Head.Canonical + "3.0/#_main", "url": t.Head.Canonical + "3.0/", "name": t.Title, "inLanguage": t.Tag,
			"version": "3.0", "datePublished": "2025-10-02", "temporalCoverage": "2025-11-01/2027-02-28", "expires": "2027-03-01",
			"publisher":       map[string]string{"@type": "Organization", "name": t.Owner.Name, "email": t.Owner.Email, "address": t.Owner.Address},
			"workTranslation": []any{map[string]string{"@id": "https://example.com/legal/en/privacy/3.0/#_main"}},
		},
	}
	t.Other = []page.OtherText{{Lang: other(lang), Tag: tagOf(other(lang)), Href: t.Languages[0].Href, Has: true}}
	t.Outline = template.HTML(say(lang, outlineZh, outlineEn))
	t.Body = template.HTML(say(lang, bodyZh, bodyEn))
	return t
}

func other(l policy.Lang) policy.Lang {
	if l == "zh" {
		return "en"
	}
	return "zh"
}

func superseded(lang policy.Lang) *page.Text {
	t := sampleText(lang)
	v1, v2, v3, _ := editions(lang)
	t.Edition, t.Current, t.Previous, t.Next, t.InForce = v2, false, &v1, &v3, &v3
	t.InForceAt, t.FromThis, t.Head.NoIndex = "../index.html", "../3.0/from/2.0/index.html", true
	t.Replaced = &v3
	return t
}

func upcoming(lang policy.Lang) *page.Text {
	t := sampleText(lang)
	_, _, v3, v4 := editions(lang)
	t.Edition, t.Current, t.Upcoming, t.Previous, t.Next, t.InForce, t.Replaces = v4, false, nil, &v3, nil, &v3, &v3
	t.InForceAt, t.FromPrev, t.Head.NoIndex = "../index.html", "from/3.0/index.html", true
	t.PartOf = &page.Link{Href: "../../terms/index.html", Text: say(lang, "用户协议", "Terms of Service")}
	return t
}

func first(lang policy.Lang) *page.Text {
	t := sampleText(lang)
	t.Edition = sampleEdition(lang, "1.0", policy.Upcoming, "2027-03-01", "")
	t.Previous, t.Next, t.Upcoming, t.FromPrev, t.Changes, t.Summary, t.Standing.Kind = nil, nil, nil, "", nil, "", page.StandingEqual
	t.Draft = true
	return t
}

func fallback(lang policy.Lang) *page.Text {
	t := superseded(lang)
	o := other(lang)
	src := sampleText(o)
	_, _, v3, _ := editions(lang)
	t.TextTag, t.TitleTag, t.Title = tagOf(o), tagOf(o), src.Title
	t.Outline, t.Body, t.Summary, t.Changes, t.KeyTerms = src.Outline, src.Body, src.Summary, src.Changes, src.KeyTerms
	t.KeyTerms[0].Tag = tagOf(o)
	t.Fallback = &page.Fallback{Lang: o, Tag: tagOf(o), Latest: &v3}
	return t
}

func consultation(lang policy.Lang) *page.Text {
	t := upcoming(lang)
	t.Status, t.Effective, t.Announced = policy.Consultation, day("2027-06-01"), policy.Date{}
	t.Consultation = &page.Consultation{From: day("2026-11-10"), To: day("2026-12-10"), Contact: "law@lanting.example", Href: "mailto:law@lanting.example"}
	t.Band = &page.Band{Consultation: t.Consultation, Version: "4.0"}
	return t
}

// closed is a draft for comment in a preview, after its last day.
func closed(lang policy.Lang) *page.Redline {
	r := sampleRedline(lang)
	c := &page.Consultation{From: day("2026-11-10"), To: day("2026-12-10"), Closed: true, Contact: "https://lanting.example/", Href: "https://lanting.example/"}
	r.New.Status, r.New.Consultation = policy.Consultation, c
	r.Band = &page.Band{Preview: true, Consultation: c, Version: "3.0", Texts: []page.DraftText{{Version: "2.0", Lang: lang}}}
	return r
}

// draft is one in a preview, of a policy that will end.
func draft(lang policy.Lang) *page.Text {
	t := first(lang)
	t.Status, t.Band = policy.DraftStatus, &page.Band{Preview: true, Draft: true, Version: "1.0"}
	t.Ending = &page.Ending{Date: day("2028-01-01"), History: "../history/index.html"}
	return t
}

func held(lang policy.Lang) *page.Text {
	t := first(lang)
	t.Draft, t.Status, t.Held = false, policy.HeldBack, day("2026-12-20")
	t.Band = &page.Band{Preview: true, Held: t.Held, Version: "1.0"}
	return t
}

func reason(e *page.Edition, lang policy.Lang) {
	e.Withdrawn, e.Reason = day("2025-03-01"), say(lang, "保存期限有误。", "The retention period was wrong.")
}

// withdrawn is a version that was in force, and the one that is again.
func withdrawn(lang policy.Lang) *page.Text {
	t := superseded(lang)
	t.Status, t.Until, t.Replaced = policy.Withdrawn, day("2025-03-01"), nil
	reason(&t.Edition, lang)
	_, _, again, _ := editions(lang)
	t.Returns = []page.Return{{Withdrawn: t.Edition, Back: again, Tenure: page.Tenure{From: t.Withdrawn, Until: again.Until}}}
	return t
}

// again is the version that is in force again.
func again(lang policy.Lang) *page.Text {
	t := sampleText(lang)
	gone := withdrawn(lang).Edition
	t.Again = page.Tenure{From: gone.Withdrawn, Until: t.Until}
	t.Past = []page.Tenure{{From: day("2023-01-01"), Until: gone.Effective}}
	t.Later = []page.Tenure{{From: day("2028-01-01")}}
	t.Returns = []page.Return{{Withdrawn: gone, Back: t.Edition, Tenure: page.Tenure{From: gone.Withdrawn}}}
	return t
}

// erased is a version of which no words are left, in the other language's words.
func erased(lang policy.Lang) *page.Text {
	t := superseded(lang)
	t.Status, t.Never, t.Erased, t.Replaced = policy.Withdrawn, true, true, nil
	reason(&t.Edition, other(lang))
	t.ReasonTag = tagOf(other(lang))
	t.Outline, t.Summary, t.Changes, t.KeyTerms, t.Body = "", "", nil, nil, ""
	return t
}

func ended(lang policy.Lang) *page.Text {
	t := sampleText(lang)
	t.Status, t.Ended, t.Upcoming, t.Next = policy.Superseded, day("2026-08-01"), nil, nil
	t.Ending = &page.Ending{Date: t.Ended, Past: true, Next: &page.Link{Href: "../terms/index.html", Text: say(lang, "用户协议", "Terms of Service")}, History: "history/index.html"}
	return t
}

func sampleHome(lang policy.Lang) *page.Home {
	_, _, v3, v4 := editions(lang)
	card := func(slug, zh, en string, e page.Edition) page.Card {
		e.Policy, e.Title = slug, say(lang, zh, en)
		return page.Card{Edition: e, Href: slug + "/index.html", History: slug + "/history/index.html", InForce: e.Status == policy.InForce, Versions: 3, SourceTags: []string{"zh-Hans", "en"}}
	}
	privacy := card("privacy", "隐私政策", "Privacy Policy", v3)
	privacy.Next, privacy.NextDiff = &v4, "privacy/4.0/from/3.0/index.html"
	terms := card("terms", "用户协议", "Terms of Service", sampleEdition(lang, "2.0", policy.InForce, "2025-07-01", ""))
	cookies := card("cookies", "Cookie政策", "Cookie Policy", sampleEdition(lang, "1.0", policy.InForce, "2024-06-01", ""))
	cookies.PartOf = privacy.Title
	sdk := card("sdk-list", "第三方SDK清单", "Third-Party SDK List", sampleEdition(lang, "2025-11-01", policy.InForce, "2025-11-01", ""))
	sdk.PartOf = privacy.Title
	children := card("children", "儿童个人信息保护规则", "Children’s Privacy Rules", sampleEdition(lang, "1.0", policy.Upcoming, "2027-01-01", ""))
	children.Missing = lang == "en"
	if children.Missing {
		children.Title, children.TitleTag = "儿童个人信息保护规则", "zh-Hans"
	}
	h := &page.Home{Base: sampleBase(lang, page.KindHome, "../", ""), Cards: []page.Card{privacy, cookies, sdk, terms, children}}
	h.Upcoming = []page.Card{privacy}
	c := consultation(lang)
	h.Comment = []page.Upcoming{{Edition: c.Edition, Diff: "privacy/4.0/from/3.0/index.html"}}
	h.Drafts = []page.Edition{draft(lang).Edition}
	gone := ended(lang)
	h.Ended = []page.EndedItem{{Edition: gone.Edition, Href: "old/index.html", Ending: *gone.Ending}}
	h.Recent = []page.RecentItem{
		{Edition: privacy.Edition, Day: privacy.Effective, Diff: "privacy/3.0/from/2.0/index.html", Summary: sampleText(lang).Summary},
		{Edition: sdk.Edition, Day: sdk.Effective, Diff: "sdk-list/2025-11-01/from/2024-06-01/index.html"},
		{Edition: terms.Edition, Day: terms.Effective},
	}
	return h
}

func sampleHistory(lang policy.Lang) *page.History {
	h := &page.History{Base: sampleBase(lang, page.KindHistory, "../../../", "privacy/history/"), Policy: "privacy", Title: say(lang, "隐私政策", "Privacy Policy"), Stable: "../index.html"}
	v1, _, v3, v4 := editions(lang)
	h.Ending = ended(lang).Ending
	h.Ending.Last, h.Ending.History = &v3, ""
	v2 := withdrawn(lang).Edition
	for i, e := range []page.Edition{v4, v3, v2, v1} {
		e.Href = "../" + e.Href
		entry := page.HistoryEntry{Edition: e}
		if i < 3 {
			entry.PrevName = []string{"3.0", "2.0", "1.1"}[i]
			entry.FromPrev = "../" + e.Version + "/from/" + entry.PrevName + "/index.html"
		}
		if i == 1 {
			entry.Summary, entry.Changes = sampleText(lang).Summary, sampleText(lang).Changes
			for j := range entry.Changes {
				entry.Changes[j].Link.Href = e.Href + entry.Changes[j].Link.Href
			}
		}
		if i > 1 {
			entry.ToCurrent = "../3.0/from/" + e.Version + "/index.html"
		}
		for _, l := range []policy.Lang{"zh", "en"} {
			entry.Languages = append(entry.Languages, page.OtherText{Lang: l, Tag: tagOf(l), Href: e.Href, Has: i < 3 || l == lang, Draft: i == 0 && l == "en"})
		}
		h.Entries = append(h.Entries, entry)
	}
	later := held(lang).Edition
	later.Version, later.Href, later.Effective = "5.0", "../5.0/index.html", day("2027-09-01")
	h.Entries = slices.Insert(h.Entries, 0, page.HistoryEntry{Edition: later})
	return h
}

func sampleRedline(lang policy.Lang) *page.Redline {
	_, v2, v3, _ := editions(lang)
	v2.Href, v3.Href = "../../../2.0/index.html", "../../index.html"
	change := func(n int, kind, href, label, words string, ins, del int) page.ChangeItem {
		return page.ChangeItem{N: n, Kind: kind, Href: href, Label: label, Words: words, Insertions: ins, Deletions: del}
	}
	c := []page.ChangeItem{
		change(1, "modified", "#retention", say(lang, "第二条", "Article 2"), say(lang, "保存期限", "Retention"), 2, 2),
		change(2, "inserted", "#minors", say(lang, "第三条", "Article 3"), say(lang, "未成年人", "Minors"), 1, 0),
		change(3, "moved", "#decisions", say(lang, "第四条", "Article 4"), say(lang, "自动化决策", "Automated decisions"), 0, 0),
		change(0, "renumbered", "#contact", say(lang, "第五条", "Article 5"), say(lang, "联系我们", "Contact"), 0, 0),
	}
	c[2].Changed = true
	c = append(c, page.ChangeItem{Kind: "editorial", Href: "#retention", Label: "[1]", Words: say(lang, "注释", "A note"), Cited: []page.Link{{Href: "#retention", Text: say(lang, "第二条", "Article 2")}}})
	c[3].OldLabel = say(lang, "第四条", "Article 4")
	c = append(c, change(0, "editorial", "#contact", say(lang, "第一条", "Article 1"), say(lang, "适用范围", "Scope"), 1, 0),
		change(0, "editorial", "#contact", say(lang, "第六条", "Article 6"), say(lang, "法律适用", "Law"), 1, 0))
	c[4].Punctuation = true
	c[5].Looks = []page.Look{
		{Format: "strong", Words: []string{say(lang, "三十日", "thirty days"), say(lang, "不得", "may not")}},
		{Format: "underline", Lost: true, Words: []string{say(lang, "书面", "in writing")}},
		{Format: "language", Words: []string{"lex fori"}},
	}
	c[0].Links = []page.LinkChange{{Words: say(lang, "用户协议", "Terms"), Old: "terms/1.0/", New: "terms/2.0/"}}
	return &page.Redline{
		Base: sampleBase(lang, page.KindRedline, "../../../../../", "privacy/3.0/from/2.0/"), Title: say(lang, "隐私政策", "Privacy Policy"),
		Old: v2, New: v3, TextTag: tagOf(lang), Summary: sampleText(lang).Summary,
		Counts: page.Counts{Clauses: 3, Modified: 1, Inserted: 1, Moved: 1, Renumbered: 1, Editorial: 2, Insertions: 5, Deletions: 2},
		Total:  3, Struck: true, Changes: c, History: "../../../history/index.html", Table: "table/index.html", Data: "index.json", Stable: "../../../index.html",
		Others: []page.Link{{Href: "../1.1/index.html", Text: "1.1"}},
		Segments: []page.Segment{
			{Folded: true, Clauses: 7, HTML: template.HTML(say(lang, foldZh, foldEn))},
			{Changes: c[:1], Notes: c[4:5], Remarks: []page.Remark{{Version: "3.0", Clause: page.Link{Href: "#retention", Text: say(lang, "第二条", "Article 2")}, Note: say(lang, "期限缩短。", "Shorter.")}}, First: 1, Numbers: "1", NextHref: "#minors", Next: 2, HTML: template.HTML(say(lang, changedZh, changedEn))},
			{Changes: c[1:2], First: 2, Numbers: "2", PrevHref: "#retention", Prev: 1, NextHref: "#decisions", Next: 3, HTML: template.HTML(say(lang, addedZh, addedEn))},
			{Changes: c[2:4], First: 3, Numbers: "3", PrevHref: "#minors", Prev: 2, HTML: template.HTML(say(lang, movedZh, movedEn))},
			{Folded: true, Clauses: 1, HTML: template.HTML(say(lang, "<p>完</p>", "<p>End</p>"))},
		},
	}
}

func sampleChoices() []page.Choice {
	var out []page.Choice
	for _, l := range []policy.Lang{"zh", "en"} {
		out = append(out, page.Choice{
			Lang: l, Tag: tagOf(l), SiteTitle: say(l, "政策中心", "Policy Centre"), Href: string(l) + "/index.html",
			Policies: []page.Link{
				{Href: string(l) + "/privacy/index.html", Text: say(l, "隐私政策", "Privacy Policy")},
				{Href: string(l) + "/terms/index.html", Text: say(l, "用户协议", "Terms of Service")},
				{Href: string(l) + "/cookies/index.html", Text: say(l, "Cookie政策", "Cookie Policy")},
			},
		})
	}
	return out
}

func sampleTable(lang policy.Lang) *page.Table {
	r := sampleRedline(lang)
	r.Base.Kind = page.KindTable
	return &page.Table{
		Base: r.Base, Title: r.Title, Old: r.Old, New: r.New, TextTag: r.TextTag, Counts: r.Counts,
		Redline: "../index.html", Stable: "../../../../index.html", OldTitle: "<del>1</del>", NewTitle: "<ins>2</ins>",
		Rows: []page.TableRow{
			{Folded: true, Clauses: 2, Old: "<p>1</p>", New: "<p>1</p>"},
			{Old: "<p><del>30</del></p>", New: "<p><ins>15</ins></p>", Said: page.Said{Changes: r.Changes[:1], Notes: r.Changes[4:5]}},
			{New: `<p><ins class="moved">7</ins></p>`, Other: "#was-x"},
			{Old: `<p id="was-x"><del class="moved">7</del></p>`},
		},
	}
}

func sampleClauses(lang policy.Lang) *page.Clauses {
	v1 := page.Edition{Version: "1.0", Effective: policy.Date{Year: 2023, Month: 3, Day: 1}}
	v2 := page.Edition{Version: "2.0", Effective: policy.Date{Year: 2024, Month: 6, Day: 1}}
	return &page.Clauses{
		Base:  sampleBase(lang, page.KindClauses, "../../../", "privacy/clauses/"),
		Title: say(lang, "隐私政策", "Privacy Policy"), History: "../history/index.html", Stable: "../index.html", Of: v2,
		Clauses: []page.ClauseLife{{
			ID: "retention", Depth: 1, Here: page.Link{Href: "../index.html#retention", Text: say(lang, "三、保存期限", "3. Retention")},
			Forms: []page.ClauseForm{
				{Edition: v2, Change: "changed", HTML: `<p>15 <del>30</del></p>`, Diff: "../2.0/from/1.0/index.html#retention"},
				{Edition: v1, Change: "first", HTML: `<p>30</p>`},
			},
		}},
	}
}

func sampleSearch(lang policy.Lang) *page.Search {
	s := &page.Search{Base: sampleBase(lang, page.KindSearch, "../../", "search/")}
	s.Ref.Leaf = policy.LeafSearch
	for _, l := range sampleChoices()[0].Policies {
		if lang == "en" {
			l.Tag = "zh-Hans"
		}
		p := page.SearchPolicy{Link: l, Slug: "privacy", Index: "privacy.js"}
		p.Headings = []page.Link{{Href: l.Href + "#retention", Text: say(lang, "第二条 保存期限", "Article 2 Retention")}}
		s.Policies = append(s.Policies, p)
	}
	s.Others = []page.UnsearchedPolicy{{Link: s.Policies[0].Link, Edition: ended(lang).Edition}}
	return s
}

// TestEveryKindHasASample: what no sample shows is in no golden file, and its
// HTML is not looked at.
func TestEveryKindHasASample(t *testing.T) {
	shown := map[page.Kind]bool{}
	for name := range samples("zh") {
		shown[kindOf(name)] = true
	}
	for _, spec := range page.Kinds {
		if !shown[spec.Kind] {
			t.Errorf("no sample of %s: add a view to samples and run UPDATE=1 go test ./internal/theme", spec.Kind)
		}
	}
}

// samples lists the pages of the golden files by name.
func samples(lang policy.Lang) map[string]any {
	chooser := &page.Chooser{Base: sampleBase(lang, page.KindChooser, "", ""), Choices: sampleChoices()}
	chooser.Languages = nil
	missing := &page.NotFound{Base: sampleBase(lang, page.KindNotFound, "/legal/", ""), Links: sampleChoices()[0].Policies}
	missing.Ref.Leaf, missing.Head.OpenGraph = policy.LeafNotFound, nil
	root := &page.NotFound{Base: sampleBase(lang, page.KindNotFound, "/legal/", ""), Choices: sampleChoices()}
	root.Languages, root.Head.OpenGraph = nil, nil
	moved := &page.Moved{Base: sampleBase(lang, page.KindMoved, "../", ""), Links: sampleChoices()[0].Policies[:1]}
	embed := sampleText(lang)
	embed.Kind, embed.Head.NoIndex, embed.Head.Alternates, embed.Head.Data = page.KindEmbed, true, nil, nil
	same := sampleRedline(lang)
	same.Changes, same.Segments, same.Counts, same.Summary = nil, same.Segments[:1], page.Counts{}, ""
	gone := sampleRedline(lang)
	gone.Erased, gone.New.Erased = true, true
	reason(&gone.New, lang)
	over := sampleRedline(lang)
	over.Ending = ended(lang).Ending
	reason(&over.Old, lang)
	goneTable := sampleTable(lang)
	goneTable.Erased, goneTable.New, goneTable.Rows = true, gone.New, nil
	goneBeside := sampleBilingual(lang)
	goneBeside.Erased, goneBeside.Old, goneBeside.Rows, goneBeside.OneSided = true, gone.New, nil, nil
	return map[string]any{
		"text_consultation": consultation(lang), "text_draft": draft(lang), "text_held": held(lang), "text_withdrawn": withdrawn(lang), "text_again": again(lang),
		"text_erased": erased(lang), "text_ended": ended(lang), "redline_erased": gone, "table_erased": goneTable, "bilingual_erased": goneBeside, "redline_closed": closed(lang), "redline_ended": over,
		"chooser": chooser, "home": sampleHome(lang), "text": sampleText(lang), "text_superseded": superseded(lang),
		"text_upcoming": upcoming(lang), "text_first": first(lang), "text_fallback": fallback(lang), "history": sampleHistory(lang), "clauses": sampleClauses(lang), "table": sampleTable(lang),
		"parallel": sampleParallel(lang), "bilingual": sampleBilingual(lang), "embed": embed, "search": sampleSearch(lang), "redline": sampleRedline(lang), "redline_same": same, "notfound": missing, "notfound_root": root, "moved": moved,
	}
}

func kindOf(name string) page.Kind {
	kind, _, _ := strings.Cut(name, "_")
	return page.Kind(kind)
}
