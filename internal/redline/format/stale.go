package format

import (
	"diptych/internal/locale"
	"diptych/internal/redline"
)

// saysStale says which clause a stale reference meant, and which it means now.
func saysStale(r *redline.StaleReference, tool *locale.Tool) string {
	if r.Now == "" {
		return tool.T("diff.stale_lost", "Words", r.Words, "Was", r.Was)
	}
	return tool.T("diff.stale_line", "Words", r.Words, "Was", r.Was, "Now", r.Now)
}
