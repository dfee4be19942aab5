package main

import (
	"testing"

	"diptych/internal/policy"
)

// TestToolFor: a mail is in the language of its texts, where the program speaks
// it.
func TestToolFor(t *testing.T) {
	for lang, want := range map[policy.Tag]string{"zh-CN": "修改", "en-GB": "modified", "zh-Hant": "modified", "en": "modified", "fr": "modified"} {
		if got := toolFor(lang).T("diff.kind.modified"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
