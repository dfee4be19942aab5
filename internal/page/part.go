package page

// Part is what a kind of page is made of, beside what all are made of: the
// configuration, the strings, the theme and, for the pages of a policy, its
// facts and titles. Package site makes the inputs of an output from it.
type Part uint8

const (
	// Of the page's own policy; words are the bodies of texts, the ids of their
	// clauses, summaries and lists of changes.

	Shown   Part = 1 << iota // words of the versions that the address names, or of the one that stands for the policy
	Earlier                  // words of the versions before those
	Every                    // words of every version

	// Of other policies.

	Relatives // facts and titles of those that policy.toml names
	Linked    // anchors of those that the words link to, and which version stands for each
	Policies  // facts and titles of all, and their order
	Summaries // summaries of all
	Headings  // headings of all
)
