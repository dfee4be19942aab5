package page

import (
	"testing"

	"diptych/internal/policy"
)

func TestOGLocale(t *testing.T) {
	for tag, want := range map[policy.Tag]string{
		"zh-Hans": "zh_CN", "zh": "zh_CN", "zh-Hant": "zh_TW", "zh-Hant-HK": "zh_HK", "zh-CN": "zh_CN", "zh-hans-sg": "zh_SG",
		"en": "en_US", "en-gb": "en_GB", "fr": "", "fr-CA": "fr_CA",
	} {
		if got := ogLocale(tag); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}
