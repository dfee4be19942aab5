package policy

import "testing"

func TestTag(t *testing.T) {
	for _, tt := range []struct {
		tag              Tag
		base, script     string
		key              Lang
		han, partedWords bool
	}{
		{"zh", "zh", "Hans", "zh", true, false},
		{"zh-Hans", "zh", "Hans", "zh", true, false},
		{"zh-CN", "zh", "Hans", "zh", true, false},
		{"ZH-hans-cn", "zh", "Hans", "zh", true, false},
		{"cmn", "zh", "Hans", "zh", true, false},
		{"zh-Hant", "zh", "Hant", "zh-hant", true, false},
		{"zh-TW", "zh", "Hant", "zh-hant", true, false},
		{"zh-HK", "zh", "Hant", "zh-hant", true, false},
		{"yue", "yue", "Hant", "yue", true, false},
		{"ja", "ja", "Jpan", "ja", true, false},
		{"ko-KR", "ko", "Kore", "ko", true, true},
		{"en", "en", "Latn", "en", false, true},
		{"en-GB", "en", "Latn", "en", false, true},
		{"sr", "sr", "Cyrl", "sr", false, true},
		{"sr-Latn", "sr", "Latn", "sr-latn", false, true},
		{"zhuang", "zhuang", "", "zhuang", false, true},
		{"", "", "", "", false, true},
	} {
		if got := tt.tag.Base(); got != tt.base {
			t.Errorf("%s: base %q, want %q", tt.tag, got, tt.base)
		}
		if got := tt.tag.Script(); got != tt.script {
			t.Errorf("%s: script %q, want %q", tt.tag, got, tt.script)
		}
		if got := tt.tag.Key(); got != tt.key {
			t.Errorf("%s: key %q, want %q", tt.tag, got, tt.key)
		}
		if got := tt.tag.WritesHan(); got != tt.han {
			t.Errorf("%s: writes Han %t", tt.tag, got)
		}
		if got := tt.tag.PartsWords(); got != tt.partedWords {
			t.Errorf("%s: parts words %t", tt.tag, got)
		}
	}
}

func TestTagOfKey(t *testing.T) {
	for lang, want := range map[Lang]Tag{
		"zh": "zh-Hans", "en": "en", "zh-hant": "zh-Hant", "zh-tw": "zh-TW", "pt-br": "pt-BR", "zh-hant-hk": "zh-Hant-HK", "yue": "yue", "": "",
	} {
		if got := lang.Tag(); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		if got := (&Text{Lang: lang}).Language(); got != want {
			t.Errorf("a text in %s: %q, want %q", lang, got, want)
		}
	}
	if got := (&Text{Lang: "zh", Tag: "zh-TW"}).Language(); got != "zh-TW" {
		t.Errorf("a tag that is said is %q", got)
	}
}

func TestCheckLang(t *testing.T) {
	for s, ok := range map[string]bool{
		"zh": true, "en": true, "yue": true, "zh-hant": true, "pt-br": true, "zh-hant-hk": true,
		"": false, "z": false, "zhon": false, "ZH": false, "zh-": false, "-zh": false, "zh-Hant": false, "zh_hant": false, "zh-hk-hant": false,
		"zh-hant-hk-x": false, "zh-han": false, "zh--hk": false, "zh-419": false, "中文": false, "zh-hant-hant": false,
	} {
		if err := CheckLang(s); (err == nil) != ok {
			t.Errorf("%q: %v", s, err)
		}
	}
}
