package format

import (
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// SaysStale says which clause a stale reference meant, and which it means now.
func SaysStale(r *policy.Stale, tool *locale.Tool) string {
	if r.Now == "" {
		return tool.T("diff.stale_lost", "Words", r.Words, "Was", r.Was)
	}
	return tool.T("diff.stale_line", "Words", r.Words, "Was", r.Was, "Now", r.Now)
}
