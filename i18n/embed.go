// Package i18n holds the program's own strings, one <lang>.toml a language.
package i18n

import "embed"

// FS holds the string files at its root.
//
//go:embed *.toml
var FS embed.FS
