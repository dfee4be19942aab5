package policy

import (
	"strings"

	"golang.org/x/text/language"
)

// Tag is a BCP 47 language tag, such as zh-Hans or en-GB. A Lang is a name that
// a site gives to one of its languages; whoever needs to know which language
// that is asks its tag. The zero Tag is of no language.
type Tag string

// Tag returns the tag that a language has where site.toml gives it none: the
// key as a tag is spelled, zh-Hant for zh-hant, and zh-Hans for zh alone.
func (l Lang) Tag() Tag {
	if l == "zh" {
		return "zh-Hans"
	}
	parts := strings.Split(string(l), "-")
	for i, p := range parts[1:] {
		switch len(p) {
		case 4:
			parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
		case 2:
			parts[i+1] = strings.ToUpper(p)
		}
	}
	return Tag(strings.Join(parts, "-"))
}

// Base returns the language without script and region, in lower case: zh for
// zh-Hant-TW. Mandarin, cmn, is zh.
func (t Tag) Base() string {
	base, _, _ := strings.Cut(string(t), "-")
	if base = strings.ToLower(base); base == "cmn" {
		return "zh"
	}
	return base
}

// Script returns the script of the language by ISO 15924, as the tag says or as
// is likely for its language and region (Unicode CLDR, likely subtags): Hans for
// zh, Hant for zh-TW. It is "" where nothing says it.
func (t Tag) Script() string {
	tag, err := language.Parse(string(t))
	if err != nil {
		return ""
	}
	script, confidence := tag.Script()
	if confidence == language.No {
		return ""
	}
	return script.String()
}

// Key returns the shortest key that names the language and its script: zh for
// zh-Hans-CN, zh-hant for zh-TW, en for en-GB. Strings and names of languages
// are found by it.
func (t Tag) Key() Lang {
	base := t.Base()
	script := t.Script()
	if script == "" || script == Tag(base).Script() {
		return Lang(base)
	}
	return Lang(base + "-" + strings.ToLower(script))
}

// WritesHan reports whether Han characters are at home in the language.
func (t Tag) WritesHan() bool {
	switch t.Base() {
	case "zh", "ja", "ko", "yue", "lzh", "wuu", "nan", "hak":
		return true
	}
	return false
}

// PartsWords reports whether the language puts spaces between words.
func (t Tag) PartsWords() bool { return !t.WritesHan() || t.Base() == "ko" }
