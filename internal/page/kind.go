package page

import "diptych/internal/policy"

// Kind names a template: pages/<kind>.html of the theme.
type Kind string

// The kinds of pages; Kinds says what each of them is.
const (
	KindChooser   Kind = "chooser"
	KindHome      Kind = "home"
	KindText      Kind = "text"
	KindEmbed     Kind = "embed"
	KindHistory   Kind = "history"
	KindClauses   Kind = "clauses"
	KindRedline   Kind = "redline"
	KindTable     Kind = "table"
	KindParallel  Kind = "parallel"
	KindBilingual Kind = "bilingual"
	KindSearch    Kind = "search"
	KindNotFound  Kind = "notfound"
	KindMoved     Kind = "moved"
)

// Spec is what is known of a kind of page. Its template is pages/<kind>.html.
type Spec struct {
	Kind   Kind
	At     []policy.Place // where its pages stand; none for redirects, which stand where policy.toml says
	Styles []string       // style files of the theme, assets/<name>.css, beside those of every page, in order
	Script string         // script of the theme, assets/<name>.js, beside that of every page; "" for none
	Budget Budget
	Of     Part // what its pages are made of

	view   view
	data   func(*Series, Page) any                                                        // its twin for programs; nil for none
	listed func(*policy.Site, *policy.Policy, policy.Ref) (modified policy.Date, ok bool) // for search engines; nil for never
}

// Kinds is the one list of the kinds of pages. Package theme reads which
// templates, styles and scripts there must be from it, package site which pages
// a site has; every place of package policy belongs to one kind.
var Kinds = [...]Spec{
	{
		Kind: KindChooser, At: []policy.Place{{At: policy.AtRoot}}, Of: Policies, // all languages at once
		Styles: []string{"chooser"}, Budget: wordless,
		view: ofSite((*Maker).chooser), listed: always,
	},
	{
		Kind: KindHome, At: []policy.Place{{At: policy.AtLang}}, Of: Policies | Summaries | Linked,
		Styles: []string{"status", "home"}, Budget: wordless,
		view: ofSite((*Maker).home), listed: always,
	},
	{
		Kind: KindText, At: []policy.Place{{At: policy.AtPolicy}, {At: policy.AtVersion}}, // the text in force, or a version
		Of:     Shown | Earlier | Relatives | Linked,
		Styles: []string{"side", "status", "text", "since", "definition", "outline", "contents"}, Budget: usual,
		view: ofPolicy((*Series).text), listed: stable,
	},
	{
		Kind: KindEmbed, At: []policy.Place{{At: policy.AtPolicy, Leaf: policy.LeafEmbed}}, // without header and footer, for WebViews
		Of:     Shown | Earlier | Relatives | Linked,
		Styles: []string{"side", "status", "text", "since", "definition", "outline", "contents"}, Budget: usual,
		view: ofPolicy((*Series).text),
	},
	{
		Kind: KindHistory, At: []policy.Place{{At: policy.AtPolicy, Leaf: policy.LeafHistory}}, Of: Every | Linked,
		Styles: []string{"side", "status", "history"}, Budget: usual,
		view: ofPolicy((*Series).history), listed: announced,
	},
	{
		Kind: KindClauses, At: []policy.Place{{At: policy.AtPolicy, Leaf: policy.LeafClauses}}, Of: Every | Linked, // every clause through the versions
		Styles: []string{"text", "redline", "clauses"}, Budget: usual,
		view: ofPolicy((*Series).clauses),
	},
	{
		Kind: KindRedline, At: []policy.Place{{At: policy.AtPair}}, Of: Shown | Linked,
		Styles: []string{"side", "text", "redline", "changes"}, Budget: usual,
		view: ofPolicy((*Series).redline), data: (*Series).redlineData,
	},
	{
		Kind: KindTable, At: []policy.Place{{At: policy.AtPair, Leaf: policy.LeafTable}}, Of: Shown | Linked, // a redline in two columns
		Styles: []string{"text", "redline", "table"}, Budget: usual,
		view: ofPolicy((*Series).table),
	},
	{
		Kind: KindParallel, Of: Shown | Linked, // a text in two languages
		At:     []policy.Place{{At: policy.AtPolicy, Beside: true}, {At: policy.AtVersion, Beside: true}},
		Styles: []string{"status", "text", "outline", "parallel"}, Budget: usual,
		view: ofPolicy((*Series).parallel),
	},
	{
		Kind: KindBilingual, At: []policy.Place{{At: policy.AtPair, Beside: true}}, Of: Shown | Linked, // a redline in two languages
		Styles: []string{"text", "redline", "parallel"}, Budget: usual,
		view: ofPolicy((*Series).bilingual),
	},
	{
		Kind: KindSearch, At: []policy.Place{{At: policy.AtLang, Leaf: policy.LeafSearch}}, Of: Policies | Headings,
		Styles: []string{"search"}, Script: "search", Budget: searching,
		view: ofSite((*Maker).search),
	},
	{
		Kind: KindNotFound, At: []policy.Place{{At: policy.AtRoot, Leaf: policy.LeafNotFound}, {At: policy.AtLang, Leaf: policy.LeafNotFound}}, Of: Policies,
		Styles: []string{"chooser"}, Budget: wordless,
		view: ofSite((*Maker).notFound),
	},
	{
		Kind: KindMoved, Budget: usual, // a redirect from an old path
		view: ofSite((*Maker).moved),
	},
}
