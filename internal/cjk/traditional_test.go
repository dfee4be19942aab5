package cjk

import "testing"

func TestSimplify(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"我們會在您註銷帳戶後三十日內刪除您的個人資料，但法律另有規定的除外。", "我们会在您注销账户后三十日内删除您的个人资料，但法律另有规定的除外。"},
		{"本條款與隱私權政策應當並行適用", "本条款与隐私权政策应当并行适用"},
		{"電子郵件、電話號碼、網際網路", "电子邮件、电话号码、网际网路"},
		{"著作權", "著作权"}, // 著 is written both ways
		{"个人信息保护法，以后", "个人信息保护法，以后"},
		{"Data 30 日𠮷々、。", "Data 30 日𠮷々、。"},
	} {
		got := ""
		for _, r := range c.in {
			got += string(Simplify(r))
		}
		if got != c.want {
			t.Errorf("%s is %s, want %s", c.in, got, c.want)
		}
	}
}

// TestSimplifyOnce: what is simplified stays as it is, and every pair of the
// table is of two characters that differ.
func TestSimplifyOnce(t *testing.T) {
	pairs := 0
	for r := rune(0x4e00); r <= 0x9fff; r++ {
		s := Simplify(r)
		if s != r {
			pairs++
		}
		if !IsIdeograph(s) || Simplify(s) != s {
			t.Errorf("%c is %c, and that is %c", r, s, Simplify(s))
		}
	}
	if pairs < 600 {
		t.Errorf("%d pairs", pairs)
	}
}
