// Package themes holds the default theme.
package themes

import "embed"

// FS holds the theme in the folder default.
//
//go:embed all:default
var FS embed.FS
