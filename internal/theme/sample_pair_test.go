package theme

import (
	"html/template"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// sampleParallel is a text in two languages with a clause of each kind: in
// both, in one by declaration, in one without, in one as part of a list, and in
// another place.
func sampleParallel(lang policy.Lang) *page.Parallel {
	o := other(lang)
	t := sampleText(lang)
	t.Kind = page.KindParallel
	t.Head.NoIndex, t.Head.Alternates, t.Head.Data = true, nil, nil
	t.Outline = template.HTML(`<ol class="outline"><li><a href="#retention">` + say(lang, "保存期限", "Retention") + `</a></li></ol>`)
	t.Summary, t.Changes, t.KeyTerms, t.Body = "", nil, nil, ""
	column := func(l policy.Lang) page.Column {
		return page.Column{Lang: l, Tag: tagOf(l), Title: say(l, "隐私政策", "Privacy Policy"), Href: "../../index.html", Prevails: l == "zh"}
	}
	html := func(l policy.Lang, zh, en string) page.Cell { return page.Cell{HTML: template.HTML(say(l, zh, en))} }
	head := func(l policy.Lang, prefix string) page.Cell {
		return html(l, `<h2 class="clause" id="`+prefix+`retention"><a class="label" href="#`+prefix+`retention">第二条</a>　保存期限</h2>`,
			`<h2 class="clause" id="`+prefix+`retention"><a class="label" href="#`+prefix+`retention">Article 2</a> Retention</h2>`)
	}
	return &page.Parallel{
		Text: *t, Left: column(lang), Right: column(o),
		Rows: []page.ParallelRow{
			{Clause: "retention", Head: true, Left: head(lang, ""), Right: head(o, "d-"+string(o)+"-")},
			{Clause: "retention", Left: html(lang, "<p>注销账号后15日内删除。</p>", "<p>We delete it within 15 days after the account is closed.</p>"),
				Right: html(o, "<p>注销账号后15日内删除。</p>", "<p>We delete it within 15 days after the account is closed.</p>")},
			{Clause: "officer", ID: "officer", Left: page.Cell{Alone: &page.Alone{Lang: o, Reason: say(lang, "法律要求", "Required by law"), Tag: tagOf(lang)}},
				Right: html(o, "<p>个人信息保护负责人。</p>", "<p>The officer.</p>")},
			{Clause: "retention", Left: html(lang, "<p>仅此处有。</p>", "<p>Only here.</p>"), Right: page.Cell{Alone: &page.Alone{Lang: lang}}},
			{Clause: "retention", Left: html(lang, "<ul><li>姓名</li><li>电话</li></ul>", "<ul><li>name</li><li>telephone</li></ul>"),
				Right: page.Cell{HTML: html(o, "<ul><li>姓名</li></ul>", "<ul><li>name</li></ul>").HTML, Lacks: []page.Lack{{Lang: lang, Words: []string{say(lang, "电话", "telephone")}, WordsTag: tagOf(lang), Tag: tagOf(o), PageTag: tagOf(lang)}}}},
			{Clause: "retention", Left: page.Cell{Alone: &page.Alone{Lang: o, Elsewhere: "#retention"}}, Right: html(o, "<p>在别处。</p>", "<p>Elsewhere.</p>")},
		},
	}
}

func sampleBilingual(lang policy.Lang) *page.Bilingual {
	o := other(lang)
	_, v2, v3, _ := editions(lang)
	cell := func(l policy.Lang, prefix string) template.HTML {
		return template.HTML(say(l, `<h2 class="clause" id="`+prefix+`retention">保存期限</h2><p>注销账号后<del>30</del><ins>15</ins>日内删除。</p>`,
			`<h2 class="clause" id="`+prefix+`retention">Retention</h2><p>Deleted within <del>30</del><ins>15</ins> days.</p>`))
	}
	column := func(l policy.Lang) page.RedlineColumn {
		return page.RedlineColumn{Lang: l, Tag: tagOf(l), Href: "../../index.html", Prevails: l == "zh", Counts: page.Counts{Modified: 1}}
	}
	b := &page.Bilingual{
		Base:  sampleBase(lang, page.KindBilingual, "../../../../../../", "privacy/3.0/from/2.0/with/"+string(o)+"/"),
		Title: say(lang, "隐私政策", "Privacy Policy"), Old: v2, New: v3, Stable: "../../../../index.html",
		Left: column(lang), Right: column(o),
		OneSided:  []page.OneSided{{Lang: lang, Clause: page.Link{Href: "#minors", Text: say(lang, "未成年人", "Minors")}}},
		LeftTitle: "<ins>1</ins>", RightTitle: "2",
		Rows: []page.BilingualRow{
			{Folded: true, Clauses: 1, Parts: []page.BilingualPart{{Clause: "scope", Left: "<p>" + template.HTML(say(lang, "范围", "Scope")) + "</p>", Right: "<p>" + template.HTML(say(o, "范围", "Scope")) + "</p>"}}},
			{Drifts: []page.OneSided{{Lang: lang, Part: say(lang, "三十日", "30 days")}}, Parts: []page.BilingualPart{{Clause: "retention", Left: cell(lang, ""), Right: cell(o, "d-"+string(o)+"-"), LeftSaid: page.Said{Changes: sampleRedline(lang).Changes[:1]}, RightSaid: page.Said{Notes: sampleRedline(lang).Changes[4:5]}}}},
			{Only: lang, Parts: []page.BilingualPart{{Clause: "minors", ID: "minors", Left: "<p><ins>" + template.HTML(say(lang, "新增", "New")) + "</ins></p>"}}},
		},
	}
	b.Head.NoIndex = true
	return b
}
