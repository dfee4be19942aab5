package policy

import "testing"

func TestClausesAbove(t *testing.T) {
	chapter := &Clause{Form: Heading, Only: "zh"}
	article := &Clause{Form: Paragraph, Parent: chapter}
	item := &Clause{Form: Item, Parent: article}
	inner := &Clause{Form: Item, Parent: item}
	lone := &Clause{Form: Item}
	for _, tt := range []struct {
		clause, section *Clause
		alone           bool
	}{
		{chapter, chapter, true}, {article, article, true}, {item, article, true}, {inner, article, true}, {lone, lone, false},
	} {
		if tt.clause.Section() != tt.section || tt.clause.StandsAlone() != tt.alone {
			t.Errorf("%+v: in %+v, alone %t", tt.clause, tt.clause.Section(), tt.clause.StandsAlone())
		}
	}
	if (*Clause)(nil).StandsAlone() {
		t.Error("nothing stands alone")
	}
}
