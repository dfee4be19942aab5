package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// rule is a line of the table: a rule and the function that judges, one of the
// three. A function is pure: it says what it finds, and neither knows nor
// decides how the site treats that, and whether an author accepts it.
type rule struct {
	id      diag.Rule
	version func(subject, *policy.Version, voice)    // a version that the rule speaks of
	twin    func(subject, twin, voice)               // two texts of a version, one in each language
	link    func(*policy.Site, Link, Anchors, voice) // a link to a clause
}

// rules is the table of the rules that package check judges.
var rules = [...]rule{
	{id: diag.AnchorLost, version: anchorLost},
	{id: diag.Figure, version: figureTwice},
	{id: diag.ID, version: writtenIDs},
	{id: diag.Ignore, version: ignore},
	{id: diag.Invisible, version: invisible},
	{id: diag.Link, link: deadLink},
	{id: diag.Markup, version: markup},
	{id: diag.MissingText, version: missingText},
	{id: diag.Notice, version: notice},
	{id: diag.Numbering, version: numbering},
	{id: diag.ParityChange, twin: parityChange},
	{id: diag.ParityClause, twin: parityClause},
	{id: diag.ParityDate, twin: parityDate},
	{id: diag.ParityFigure, twin: parityFigure},
	{id: diag.ParityLink, twin: parityLink},
	{id: diag.ParityList, twin: parityList},
	{id: diag.ParityParagraph, twin: parityParagraph},
	{id: diag.ParitySentence, twin: paritySentence},
	{id: diag.Placeholder, version: placeholder},
	{id: diag.Reference, version: references},
	{id: diag.Title, version: title},
	{id: diag.UndisclosedChange, version: undisclosedChange},
}
