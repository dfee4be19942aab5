// Package i18n holds the program's own strings, one <lang>.toml a language:
// those of pages, and those for the people who write policies.
package i18n

import "embed"

// FS holds the strings of pages, <lang>.toml at its root. A site in another
// language brings its own.
//
//go:embed *.toml
var FS embed.FS

// Tool holds what the program says of the sources, tool/<lang>.toml.
//
//go:embed tool/*.toml
var Tool embed.FS
