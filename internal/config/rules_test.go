package config

import (
	"slices"
	"testing"

	"diptych/internal/diag"
)

// Every rule says what it is about, where tools list rules.
func TestRulesAreDescribed(t *testing.T) {
	for _, rule := range slices.Concat(Rules[:], FixedRules[:]) {
		if diag.About(rule) == "" {
			t.Errorf("rule %s: say in diag what it is about", rule)
		}
	}
}
