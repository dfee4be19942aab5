package publish

import "testing"

func TestClaims(t *testing.T) {
	c := make(claims)
	c.add("zh/a/index.html", "policy a")
	c.add("zh/b/index.html", "policy b")
	if got := printed(c.problems()); got != "" {
		t.Errorf("two addresses are taken for one: %s", got)
	}
	c.add("zh/A/index.html", "content/z/Odd")
	want := "content/z/Odd: error: zh/A/index.html is claimed by content/z/Odd and by policy a [address]\n  hint: rename one of them\n"
	if got := printed(c.problems()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
