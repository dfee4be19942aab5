package main

import (
	"fmt"
	"io"

	"diptych/internal/locale"
	"diptych/internal/policy"
)

// sayHeld names the versions that are left out because their day has not come,
// a line each. That is no problem, and a line that cannot be written is none.
func sayHeld(w io.Writer, tool *locale.Tool, held []policy.Held) {
	for _, h := range held {
		fmt.Fprintln(w, tool.T("held", "Until", h.Until, "Policy", h.Policy, "Version", h.Version))
	}
}
