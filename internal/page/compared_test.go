package page_test

import (
	"testing"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// TestComparisonsTellTheEnd: pages that compare two versions of a policy that ends
// say so as the pages of its texts do.
func TestComparisonsTellTheEnd(t *testing.T) {
	told := make(map[page.Kind]int)
	for _, name := range archiveNames(t, "*") {
		m := archive(t, base(name)).read(t)
		for _, pg := range m.pages {
			if pg.Ref.Policy == "" {
				continue
			}
			var ending *page.Ending
			switch v := m.view(pg).(type) {
			case *page.Redline:
				ending = v.Ending
			case *page.Table:
				ending = v.Ending
			case *page.Bilingual:
				ending = v.Ending
			default:
				continue
			}
			ends := m.Site.Policy(pg.Ref.Policy).Ends
			if (ending != nil) != (ends != policy.Date{}) {
				t.Errorf("%s %s: says the end: %t, ends %s", name, pg.File(), ending != nil, ends)
			}
			if ending != nil {
				told[pg.Kind]++
			}
		}
	}
	for _, kind := range []page.Kind{page.KindRedline, page.KindTable, page.KindBilingual} {
		if told[kind] == 0 {
			t.Errorf("no %s of a policy that ends: the test shows nothing", kind)
		}
	}
}
