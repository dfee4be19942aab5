package locale

import (
	"fmt"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// pluralRule returns the plural form that a language uses for a count (Unicode
// CLDR, Language Plural Rules). The library does not show its rules, so it is
// asked by a message whose forms say their own names.
type pluralRule struct {
	localizer *i18n.Localizer
	small     [smallCounts]string // forms of the counts that pages have
	forms     map[string]bool     // all forms that whole numbers have
}

const (
	smallCounts = 200
	probeID     = "form"
)

func newPluralRule(tag string) (*pluralRule, error) {
	t, err := language.Parse(tag)
	if err != nil {
		return nil, fmt.Errorf("%q is not a BCP 47 tag", tag)
	}
	bundle := i18n.NewBundle(t)
	probe := &i18n.Message{ID: probeID, Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	if err := bundle.AddMessages(t, probe); err != nil {
		return nil, err
	}
	r := &pluralRule{localizer: i18n.NewLocalizer(bundle, tag), forms: map[string]bool{}}
	for n := range r.small {
		if r.small[n], err = r.ask(n); err != nil {
			return nil, err
		}
		r.forms[r.small[n]] = true
	}
	return r, nil
}

// form returns the name of the form for a count.
func (r *pluralRule) form(count int) (string, error) {
	if count >= 0 && count < smallCounts {
		return r.small[count], nil
	}
	return r.ask(count)
}

func (r *pluralRule) ask(count int) (string, error) {
	return r.localizer.Localize(&i18n.LocalizeConfig{MessageID: probeID, PluralCount: count})
}
