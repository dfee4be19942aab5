package main

import (
	"testing"

	"diptych/internal/policy"
)

// TestToolFor: a mail is in the language of its texts, where the program speaks
// it.
func TestToolFor(t *testing.T) {
	for lang, want := range map[policy.Lang]string{"zh": "修改", "en": "modified", "fr": "modified"} {
		if got := toolFor(lang).T("diff.kind.modified"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
