package locale

import (
	"strconv"

	"diptych/internal/policy"
)

// Date spells a day for people: 2026年1月1日, 1 January 2026. Languages that
// are not built in have the form of ISO 8601; the zero Date is "".
func (w *Words) Date(d policy.Date) string {
	if d.IsZero() {
		return ""
	}
	switch w.tag.Base() {
	case "zh":
		return strconv.Itoa(d.Year) + "年" + strconv.Itoa(int(d.Month)) + "月" + strconv.Itoa(d.Day) + "日"
	case "en":
		return strconv.Itoa(d.Day) + " " + d.Month.String() + " " + strconv.Itoa(d.Year)
	}
	return d.String()
}
