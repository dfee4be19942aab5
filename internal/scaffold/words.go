package scaffold

import "diptych/internal/policy"

// The words that a new site and a new policy begin with and that no reader is
// to see: whoever publishes them has not said yet who they are.
const (
	ownerZH = "示例科技有限公司"
	ownerEN = "Example Technology Co., Ltd."
	mail    = "legal@example.com"

	purposeEN   = "Say here what this policy is about."
	purposeZH   = "请在此说明本政策的目的。"
	purposeHant = "請在此說明本政策的目的。"
)

// Words are those that wait to be replaced. The rule placeholder finds them.
func Words() []string {
	return []string{ownerZH, ownerEN, mail, purposeEN, purposeZH, purposeHant}
}

// Body is what a new policy says in a language.
func Body(lang policy.Tag) string {
	switch lang.Key() {
	case "zh":
		return "## 一、目的 {#purpose}\n\n" + purposeZH + "\n"
	case "zh-hant":
		return "## 一、目的 {#purpose}\n\n" + purposeHant + "\n"
	}
	return "## 1. Purpose {#purpose}\n\n" + purposeEN + "\n"
}
