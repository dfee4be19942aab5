package diag

// about says in a sentence what each rule is about, for tools that list rules.
var about = map[string]string{
	"address":            "Every page and file has an address of its own.",
	"config":             "site.toml and policy.toml hold known keys with values that make sense.",
	"date":               "The dates of a policy's versions are possible and differ.",
	"file":               "Files can be read, lie where they belong and are safe to publish.",
	"front-matter":       "The front matter of a text can be read.",
	"id":                 "The ids of a text are well formed and unique.",
	"link":               "Links lead to what exists.",
	"markup":             "Texts use the Markdown and HTML that pages can show.",
	"missing-text":       "A version has a text in every language.",
	"name":               "The names of folders and files can stand in addresses.",
	"notice":             "A substantive version is announced in time.",
	"numbering":          "Printed labels follow each other.",
	"parity-change":      "A clause changes in both languages or in neither.",
	"parity-clause":      "Both languages have the same clauses.",
	"parity-date":        "Dates are the same in both languages.",
	"parity-figure":      "Figures are the same in both languages.",
	"parity-list":        "Lists and tables are equally long in both languages.",
	"pin":                "Ids can be written into the sources.",
	"placeholder":        "No placeholder is left in a text.",
	"undisclosed-change": "What has changed is what the publisher says has changed.",
	"words":              "The strings of the interface are complete.",
}

// About returns a sentence on what a rule is about.
func About(r Rule) string { return about[r.String()] }
