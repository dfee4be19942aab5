package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// rule is a line of the table: a rule and the function that judges, one of the
// three. A function is pure: it says what it finds, and neither knows nor
// decides how the site treats that.
type rule struct {
	id     diag.Rule
	policy func(subject, voice)                     // a policy
	twin   func(subject, twin, voice)               // two texts of a version, one in each language
	link   func(*policy.Site, Link, Anchors, voice) // a link to a clause
}

// rules is the table of the rules that a site may set.
var rules = [...]rule{
	{id: diag.Figure, policy: figureTwice},
	{id: diag.ID, twin: id},
	{id: diag.Link, link: deadLink},
	{id: diag.MissingText, policy: missingText},
	{id: diag.Notice, policy: notice},
	{id: diag.Numbering, policy: numbering},
	{id: diag.ParityChange, twin: parityChange},
	{id: diag.ParityClause, twin: parityClause},
	{id: diag.ParityDate, twin: parityDate},
	{id: diag.ParityFigure, twin: parityFigure},
	{id: diag.ParityLink, twin: parityLink},
	{id: diag.ParityList, twin: parityList},
	{id: diag.ParityParagraph, twin: parityParagraph},
	{id: diag.ParitySentence, twin: paritySentence},
	{id: diag.Placeholder, policy: placeholder},
	{id: diag.Reference, policy: references},
	{id: diag.UndisclosedChange, policy: undisclosedChange},
}
