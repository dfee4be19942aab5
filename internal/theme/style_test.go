package theme

import (
	"io/fs"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"diptych/internal/page"
	"diptych/themes"
)

// style is that of one kind of page.
func style(t *testing.T, kind page.Kind) string {
	css, _ := inlined(defaultTheme(t), kind)
	return css
}

var loaded *Theme

// defaultTheme loads it once for all tests.
func defaultTheme(t *testing.T) *Theme {
	if loaded == nil {
		loaded = loadDefault(t, Inline)
	}
	return loaded
}

// everyRule lists the rules of all kinds of pages, each once.
func everyRule(t *testing.T) []rule {
	var out []rule
	seen := map[rule]bool{}
	for _, kind := range page.Kinds {
		for _, r := range rules(style(t, kind.Kind)) {
			if !seen[r] {
				seen[r] = true
				out = append(out, r)
			}
		}
	}
	return out
}

// TestConcerns: the default theme has the style files that kinds of pages name,
// and none that no page carries; what each page carries has a use there.
func TestConcerns(t *testing.T) {
	used := map[string]bool{}
	for _, kind := range page.Kinds {
		if name := "default/" + ownScript(kind); kind.Script != "" {
			if b, err := fs.ReadFile(themes.FS, name); err != nil || len(b) == 0 {
				t.Errorf("%s: no %s: %v", kind.Kind, name, err)
			}
		}
		for _, file := range styleFiles(kind) {
			used[file] = true
			if b, err := fs.ReadFile(themes.FS, "default/"+file); err != nil || len(b) == 0 {
				t.Errorf("%s: no %s: %v", kind.Kind, file, err)
			}
		}
	}
	files, _ := fs.Glob(themes.FS, "default/assets/*.css")
	for _, file := range files {
		if !used[strings.TrimPrefix(file, "default/")] {
			t.Errorf("no page carries %s", file)
		}
	}
	for kind, want := range map[page.Kind]bool{page.KindRedline: true, page.KindTable: true, page.KindClauses: true, page.KindText: false, page.KindHome: false} {
		css := style(t, kind)
		if strings.Contains(css, "content:var(--ins)") != want || strings.Contains(css, `--ins:`) != want {
			t.Errorf("%s: marks in its style, and their words: want %v", kind, want)
		}
	}
}

// rule is one rule of a style, with the conditions around it.
type rule struct{ conditions, selector, body string }

// rules splits a minified style; blocks of conditions may nest.
func rules(css string) []rule {
	css = regexp.MustCompile(`"[^"]*"`).ReplaceAllString(css, `""`)
	var out []rule
	var open []string
	start := 0
	for i := 0; i < len(css); i++ {
		switch css[i] {
		case '{':
			open = append(open, css[start:i])
			start = i + 1
		case '}':
			head := open[len(open)-1]
			open = open[:len(open)-1]
			if !strings.HasPrefix(head, "@") || strings.HasPrefix(head, "@page") {
				out = append(out, rule{strings.Join(open, " "), head, css[start:i]})
			}
			start = i + 1
		case ';':
			if len(open) == 0 || strings.HasPrefix(open[len(open)-1], "@media") {
				start = i + 1
			}
		}
	}
	return out
}

// TestFloor: nothing stands in the style that Chromium 87 or iOS 13.4 would
// stumble over, but in @supports or alone in a rule.
func TestFloor(t *testing.T) {
	all := everyRule(t)
	if len(all) < 100 {
		t.Fatalf("only %d rules were read", len(all))
	}
	for _, bad := range []string{"@layer", "@container", "@scope", "light-dark(", "color-mix(", ":is(", ":where(", ":has(", "oklch(", "inset:", "inset-inline",
		"margin-inline:", "padding-inline:", "margin-block:", "padding-block:", "aspect-ratio", "accent-color", "dvh", "svh"} {
		for _, kind := range page.Kinds {
			if strings.Contains(style(t, kind.Kind), bad) {
				t.Errorf("%s stands in the style of %s", bad, kind.Kind)
			}
		}
	}
	newer := regexp.MustCompile(`::details-content|:focus-visible|:target-current|::marker|:user-`)
	for _, r := range all {
		if strings.Contains(r.body, "display:flex") && strings.Contains(r.body, "gap") {
			t.Errorf("flex with a gap: %s", r.selector)
		}
		if regexp.MustCompile(`(^|;)(row-|column-)?gap:`).MatchString(r.body) {
			t.Errorf("gap without grid-: %s", r.selector)
		}
		if strings.ContainsAny(r.selector, "@;") && !strings.HasPrefix(r.conditions+r.selector, "@page") {
			t.Errorf("no selector: %s", r.selector)
		}
		if strings.Contains(r.selector, "&") || strings.ContainsAny(r.body, "{}") {
			t.Errorf("nesting: %s", r.selector)
		}
		if regexp.MustCompile(`:lang\([^)]*,`).MatchString(r.selector) {
			t.Errorf("list in :lang: %s", r.selector)
		}
		if newer.MatchString(r.selector) && strings.Contains(r.selector, ",") && !strings.Contains(r.conditions, "@supports") {
			t.Errorf("a newer selector is not alone: %s", r.selector)
		}
	}
}

// TestSpecificity: at most one class and one element, states and languages
// apart, so that custom.css wins without !important.
func TestSpecificity(t *testing.T) {
	class := regexp.MustCompile(`\.[a-z][a-z-]*|\[[^]]*\]`)
	for _, r := range everyRule(t) {
		for sel := range strings.SplitSeq(r.selector, ",") {
			if n := len(class.FindAllString(sel, -1)); n > 1 || strings.Contains(sel, "#") {
				t.Errorf("%q has %d classes", sel, n)
			}
		}
		if strings.Contains(r.body, "!important") && !strings.Contains(r.conditions, "print") {
			t.Errorf("!important in %q", r.selector)
		}
	}
}

// TestTwoTiers: outside of the tokens no rule names a colour or a palette entry.
func TestTwoTiers(t *testing.T) {
	for _, r := range everyRule(t) {
		if r.selector == ":root" || strings.Contains(r.selector, "data-theme") || strings.Contains(r.conditions, "print") {
			continue
		}
		if m := regexp.MustCompile(`#[0-9a-f]{3,6}\b|var\(--[a-z]+\)`).FindString(r.body); m != "" && !regexp.MustCompile(`--(hang|ins|del|to|from|s|end)\)`).MatchString(m) {
			t.Errorf("%s: %s", r.selector, m)
		}
	}
}

// TestTokensAreDocumented: the manual of the theme, and the page on themes in
// both languages, name every token that is not of the palette.
func TestTokensAreDocumented(t *testing.T) {
	for _, file := range []string{"theme.go", "../../docs/themes.md", "../../docs/themes.zh-CN.md"} {
		manual, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, r := range everyRule(t) {
			if r.conditions != "" || r.selector != ":root" {
				continue
			}
			for _, m := range regexp.MustCompile(`--(?:[a-z]+-[a-z-]+|hang)`).FindAllString(regexp.MustCompile(`var\([^)]*\)`).ReplaceAllString(r.body, ""), -1) {
				n++
				if name := strings.TrimSuffix(m, "-back"); !strings.Contains(string(manual), name) {
					t.Errorf("%s does not name %s", file, m)
				}
			}
		}
		if n < 15 {
			t.Fatalf("only %d tokens were read", n)
		}
	}
}

// schemes reads the colours that intents have, light and dark.
func schemes(t *testing.T) map[string]map[string]string {
	entry := regexp.MustCompile(`--([a-z-]+):(#[0-9a-f]{6}|var\(--[a-z]+\))`)
	light, dark, system := map[string]string{}, map[string]string{}, map[string]string{}
	for _, r := range everyRule(t) {
		for _, m := range entry.FindAllStringSubmatch(r.body, -1) {
			switch {
			case r.conditions == "" && r.selector == ":root":
				light[m[1]] = m[2]
				dark[m[1]] = m[2]
			case r.selector == "[data-theme=dark]":
				dark[m[1]] = m[2]
			case strings.Contains(r.conditions, "prefers-color-scheme:dark"):
				system[m[1]] = m[2]
			}
		}
	}
	for name, v := range system {
		if dark[name] != v {
			t.Errorf("the two dark blocks differ in --%s: %s and %s", name, v, dark[name])
		}
	}
	if len(system) != 13 {
		t.Errorf("%d colours in the dark palette", len(system))
	}
	out := map[string]map[string]string{"light": {}, "dark": {}}
	for scheme, palette := range map[string]map[string]string{"light": light, "dark": dark} {
		for name, v := range palette {
			if ref, ok := strings.CutPrefix(v, "var(--"); ok {
				out[scheme][name] = palette[strings.TrimSuffix(ref, ")")]
			}
		}
	}
	return out
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, hex string) float64 {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		t.Fatalf("colour %q", hex)
	}
	var l float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(n>>(16-8*i)&0xff) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		l += weight * c
	}
	return l
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast: text has 7:1 on page and panel, redline colours 8:1 on their
// own background, in both schemes.
func TestContrast(t *testing.T) {
	if got := contrast(t, "#000000", "#ffffff"); math.Abs(got-21) > 1e-9 {
		t.Fatalf("black on white is %f", got)
	}
	for scheme, c := range schemes(t) {
		need := func(fg, bg string, least float64) {
			if got := contrast(t, c["color-"+fg], c["color-"+bg]); got < least {
				t.Errorf("%s: %s on %s has %.2f, less than %g", scheme, fg, bg, got, least)
			}
		}
		for _, fg := range []string{"text", "soft", "link", "key"} {
			need(fg, "page", 7)
			need(fg, "panel", 7)
		}
		for _, change := range []string{"inserted", "deleted", "moved"} {
			need(change, change+"-back", 8)
		}
		need("page", "link", 7) // buttons
	}
}

// TestRedlineColours are those of the contract.
func TestRedlineColours(t *testing.T) {
	for scheme, want := range map[string]map[string]string{
		"light": {"inserted": "#003a6b", "inserted-back": "#dcebfa", "deleted": "#7a2a00", "deleted-back": "#fde6d5", "moved": "#54256f", "moved-back": "#f1e6f8"},
		"dark":  {"inserted": "#bfe0ff", "inserted-back": "#10304f", "deleted": "#ffc9a3", "deleted-back": "#4a2206", "moved": "#e3c6f5", "moved-back": "#3a2450"},
	} {
		for name, colour := range want {
			if got := schemes(t)[scheme]["color-"+name]; got != colour {
				t.Errorf("%s %s: %s, want %s", scheme, name, got, colour)
			}
		}
	}
}

// TestFonts are those of the contract.
func TestFonts(t *testing.T) {
	css := style(t, page.KindText)
	for _, want := range []string{
		`PingFang SC,Hiragino Sans GB,Microsoft YaHei UI,Microsoft YaHei,HarmonyOS Sans SC,MiSans,Noto Sans CJK SC,Noto Sans SC,Source Han Sans SC,sans-serif`,
		`system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif`,
		"line-break:strict", "text-autospace:normal", "text-emphasis:dot",
	} {
		if !strings.Contains(css, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestScript is ES5.
func TestScript(t *testing.T) {
	_, js, _ := strings.Cut(string(loadDefault(t, Inline).assets.kinds[page.KindSearch].inline), "<script>")
	if m := regexp.MustCompile("=>|\\b(let|const|class|async|import)\\b|`|\\.\\.\\.").FindString(js); m != "" {
		t.Errorf("%q is not ES5", m)
	}
	for _, want := range []string{"hashchange", "data-theme", "diptychIndex"} {
		if !strings.Contains(js, want) {
			t.Errorf("no %s", want)
		}
	}
}
