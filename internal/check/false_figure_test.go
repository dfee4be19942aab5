package check

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// plantFigure writes a sentence into both languages of a paragraph, in one of
// them with what is wrong.
func plantFigure(g garden, rnd *rand.Rand, make func(*rand.Rand) (zh, en, wrong string, side int)) []string {
	ls := g.leaves()
	l := ls[rnd.IntN(len(ls))]
	zh, en, wrong, side := make(rnd)
	both := [2]string{zh, en}
	right := ""
	said := both
	for k, words := range both {
		if k == side && !strings.Contains(words, "≠") {
			// the first figure gives way to what is wrong
			f := figure.Find(words, [2]policy.Tag{"zh", "en"}[k])
			if len(f) == 0 {
				return nil
			}
			right = f[0].Words
			from, to := strings.Index(words, right), strings.Index(words, right)+len(right)
			words = words[:from] + wrong + words[to:]
		}
		words = strings.ReplaceAll(words, "≠", "")
		if k == 1 {
			words = " " + words
		}
		said[k] = words
	}
	for k, words := range said {
		l[k].Runs = append(l[k].Runs, policy.Run{Text: words})
	}
	other := figure.Find(both[1-side], [2]policy.Tag{"zh", "en"}[1-side])
	want := []string{wrong}
	if len(other) > 0 {
		want = append(want, other[0].Words)
	}
	return want
}

var monthNames = [...]string{"January", "February", "March", "April", "June", "July", "August", "October", "November", "December"}
var monthNumbers = [...]int{1, 2, 3, 4, 6, 7, 8, 10, 11, 12}

func plantDate(rnd *rand.Rand) (zh, en, wrong string, side int) {
	y, m, d := 2015+rnd.IntN(20), rnd.IntN(len(monthNames)), 1+rnd.IntN(27)
	side = rnd.IntN(2)
	zh = fmt.Sprintf("自%d年%d月%d日起计算。", y, monthNumbers[m], d)
	en = fmt.Sprintf("Counted from %s %d, %d.", monthNames[m], d, y)
	d++
	if side == 0 {
		return zh, en, fmt.Sprintf("%d年%d月%d日", y, monthNumbers[m], d), side
	}
	return zh, en, fmt.Sprintf("%d %s %d", d, monthNames[m], y), side
}

func plantAmount(rnd *rand.Rand) (zh, en, wrong string, side int) {
	n := 2 + rnd.IntN(90)
	side = rnd.IntN(2)
	zh = fmt.Sprintf("费用为%d万元。", n)
	en = fmt.Sprintf("The fee is RMB %d0,000.", n)
	return zh, en, [2]string{strconv.Itoa(n) + "千元", "US$" + strconv.Itoa(n) + "0,000"}[side], side
}

func plantPhone(rnd *rand.Rand) (zh, en, wrong string, side int) {
	n := 10000000 + rnd.IntN(80000000)
	side = rnd.IntN(2)
	return fmt.Sprintf("请致电 010-%d。", n), fmt.Sprintf("Call +86 10 %d.", n), fmt.Sprintf("010-%d", n+1+rnd.IntN(9)), side
}

func plantMail(rnd *rand.Rand) (zh, en, wrong string, side int) {
	n := rnd.IntN(1000)
	return fmt.Sprintf("请写信至 a%d@example.com。", n), fmt.Sprintf("Write to a%d@example.com.", n), fmt.Sprintf("b%d@example.com", n), rnd.IntN(2)
}

func plantPeriod(rnd *rand.Rand) (zh, en, wrong string, side int) {
	n := 3 + rnd.IntN(20)
	unit := [...][2]string{{"日", "days"}, {"个工作日", "business days"}, {"个月", "months"}, {"年", "years"}, {"周", "weeks"}}
	u := rnd.IntN(len(unit))
	w := (u + 1) % len(unit)
	side = rnd.IntN(2)
	zh, en = fmt.Sprintf("我们保留%d%s。", n, unit[u][0]), fmt.Sprintf("We keep it for %d %s.", n, unit[u][1])
	return zh, en, [2]string{strconv.Itoa(n) + unit[w][0], strconv.Itoa(n) + " " + unit[w][1]}[side], side
}

func plantFrequency(rnd *rand.Rand) (zh, en, wrong string, side int) {
	often := [...][2]string{{"每日", "daily"}, {"每周", "weekly"}, {"每月", "monthly"}, {"每季度", "quarterly"}, {"按年", "annually"}}
	u := rnd.IntN(len(often))
	w := (u + 1 + rnd.IntN(4)) % len(often)
	side = rnd.IntN(2)
	return "费用" + often[u][0] + "结算。", "Fees are settled " + often[u][1] + ".", often[w][side], side
}

// plantOdds writes a number into one text in words and in digits, and not
// alike. The ≠ says that the sentence is wrong as it stands.
func plantOdds(rnd *rand.Rand) (zh, en, wrong string, side int) {
	n := 2 + rnd.IntN(8)
	m := 11 + rnd.IntN(80)
	side = rnd.IntN(2)
	if side == 0 {
		return fmt.Sprintf("≠我们将在%s（%d）日内答复。", numberWords[0][n], m), fmt.Sprintf("We reply within %s (%d) days.", numberWords[1][n], n+1), strconv.Itoa(m), side
	}
	return fmt.Sprintf("我们将在%s（%d）日内答复。", numberWords[0][n], n+1), fmt.Sprintf("≠We reply within %s (%d) days.", numberWords[1][n], m), strconv.Itoa(m), side
}
