package diag

// Message is what a problem says, apart from any language: the sentence N of
// its rule, and name, value, … for the placeholders. A value is a string, an
// int, a fmt.Stringer, the language of a text, or Words.
type Message struct {
	N      int
	Values []any
}

// Words are words of a text; each language has quotation marks for them.
type Words string
