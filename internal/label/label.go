// Package label reads the numbers that are printed before clauses: 第三条,
// （二）, 1.1, Article 3. It keeps one law: label, gap and the words behind it
// are the words that came in, again. Which clause a label makes of a paragraph
// is the caller's.
package label
