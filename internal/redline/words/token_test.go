package words

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// cut prints the tokens of a text between bars, and || where a sentence ends.
func cut(s string) string {
	st := NewCutter().Cut([]policy.Run{{Text: s}})
	var b strings.Builder
	for n, x := range st.sentences() {
		if n > 0 {
			b.WriteString("||")
		}
		for i := x.from; i < x.to; i++ {
			if i > x.from {
				b.WriteByte('|')
			}
			b.WriteString(st.Word(i))
		}
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"We keep it.", "We|keep|it|."},
		{"opt-out, don't", "opt-out|,|don't"},
		{"AT&T and AES-256", "AT&T|and|AES-256"},
		{"It is $30,000.50 a year.", "It|is|$30,000.50|a|year|."},
		{"30% of 10GB", "30%|of|10GB"},
		{"On January 1, 2026 and 1 March 2027.", "On|January 1, 2026|and|1 March 2027|."},
		{"in May 2026", "in|May 2026"},
		{"You may 1 day", "You|may|1 day"},
		{"within 30 days, or 5 business days.", "within|30 days|,|or|5 business days|."},
		{"thirty (30) days of a 30-day period", "thirty (30) days|of|a|30-day|period"},
		{"US$3 million or USD 30", "US$3 million|or|USD 30"},
		{"the Users of Hong Kong", "the|Users|of|Hong|Kong"},
		{"三十（30）日内支付人民币500元", "三十（30）日|内|支|付|人|民|币|500元"},
		{"三分之二以上", "三分之二|以|上"},
		{"See https://example.com/a?b=c. Or write to a.b@example.com.", "See|https://example.com/a?b=c|.||Or|write|to|a.b@example.com|."},
		{"请访问https://example.com/帮助。", "请|访|问|https://example.com/|帮|助|。"},
		{"e.g. cookies, i.e. files. Dr. Who left. End", "e.g|.|cookies|,|i.e|.|files|.||Dr|.|Who|left|.||End"},
		{"version 1.5 is out. 2 more", "version|1.5|is|out|.||2|more"},
		{"downloaded from.Learn more", "downloaded|from|.||Learn|more"},
		{"个人信息", "个|人|信|息"},
		{"三十日内", "三十日|内"},
		{"15 日内", "15 日|内"},
		{"15个工作日", "15个工作日"},
		{"2026年1月1日起", "2026年1月1日|起"},
		{"二〇二六年一月一日", "二〇二六年一月一日"},
		{"第三十条规定", "第三十条|规|定"},
		{"第廿一条和第一百○二条", "第廿一条|和|第一百○二条"},
		{"第贰条、第２１条", "第贰条|、|第２１条"},
		{"二0二六年一月一日", "二0二六年一月一日"},
		{"第Ⅳ章和Ⅳ条", "第Ⅳ章|和|Ⅳ|条"},
		{"贰佰元，登陆次数", "贰佰元|，|登|陆|次|数"},
		{"seventeen days, ninety-nine days", "seventeen days|,|ninety-nine days"},
		{"百分之五", "百分之五"},
		{"一般不会", "一|般|不|会"},
		{"用Firefox浏览器", "用|Firefox|浏|览|器"},
		{"甲。乙！”丙；丁", "甲|。||乙|！|”||丙|；||丁"},
		{"We go. \"We stay\" now", "We|go|.||\"|We|stay|\"|now"},
		{"within 30\u2029days", "within|30|days"},
		{"", ""},
		{"  ", ""},
	} {
		if got := cut(c.in); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// TestEssenceOfObjects: an image and a reference to a note are what they show,
// an anchor shows nothing.
func TestEssenceOfObjects(t *testing.T) {
	note := func(n string, num int) policy.Run { return policy.Run{Kind: policy.NoteRef, Text: n, Num: num} }
	image := func(dest string) policy.Run {
		return policy.Run{Kind: policy.Image, Text: "map", Image: &policy.Picture{Link: policy.Link{Dest: dest}}}
	}
	for _, c := range []struct {
		name  string
		a, b  policy.Run
		notes map[int]int // of a
		same  bool
	}{
		{"no anchor", policy.Run{Kind: policy.Anchor, ID: "x"}, policy.Run{}, nil, true},
		{"an image", image("a.png"), image("a.png"), nil, true},
		{"another image", image("a.png"), image("b.png"), nil, false},
		{"an image without a file", policy.Run{Kind: policy.Image, Text: "map"}, image(""), nil, true},
		{"another note", note("[1]", 1), note("[2]", 2), nil, false},
		{"a note with another number", note("[1]", 1), note("[2]", 2), map[int]int{1: 2}, true},
		{"a break is white space", policy.Run{Kind: policy.Break}, policy.Run{Text: " "}, nil, true},
		{"a break between two words", policy.Run{Kind: policy.Break}, policy.Run{}, nil, false},
		{"a struck image", image("a.png"), policy.Run{Kind: policy.Image, Text: "map", Image: image("a.png").Image, Marks: policy.Strike}, nil, false},
		{"a struck reference", note("[1]", 1), policy.Run{Kind: policy.NoteRef, Text: "[1]", Num: 1, Marks: policy.Strike}, nil, false},
	} {
		of := func(r policy.Run, notes map[int]int) Spelling {
			l := NewCutter().Cut([]policy.Run{{Text: "a"}, r, {Text: "b"}})
			return l.Essence(0, len(l.Tokens), notes)
		}
		if got := of(c.a, c.notes).Equal(of(c.b, nil)); got != c.same {
			t.Errorf("%s: only editorial is %v", c.name, got)
		}
	}
}

func TestCount(t *testing.T) {
	l := NewCutter().Cut([]policy.Run{{Text: "We keep 个人 data, always."}})
	if words, runes := l.Count(0, len(l.Tokens)); words != 6 || runes != 20 {
		t.Errorf("%d words, %d runes", words, runes)
	}
	if words, runes := l.Count(1, 3); words != 2 || runes != 5 {
		t.Errorf("%d words, %d runes", words, runes)
	}
}
