package numeral_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rows are what tables of numbers are made of.
var rows = map[string][]string{
	"Han digits":     strings.Split("二三四五六七八九", ""),
	"formal digits":  strings.Split("贰叁肆伍陆柒捌玖", ""),
	"Han units":      {"十", "百", "千", "廿", "卅"},
	"English words":  strings.Fields("four five six seven eight nine eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty"),
	"ordinals":       strings.Fields("fourth fifth sixth seventh eighth ninth eleventh twelfth thirteenth"),
	"roman numerals": strings.Fields("ii iii iv vi vii viii ix"),
	"circled digits": strings.Split("①②③④⑤", ""),
}

// fewest is how many numbers of one row make a table of a file.
const fewest = 5

// TestOneTable holds the rest of the program to this package: no other one has
// a table of numerals or number words.
func TestOneTable(t *testing.T) {
	seen := 0
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "public" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || path.Dir(name) == "internal/numeral" {
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		seen++
		for _, table := range tables(t, string(src)) {
			t.Errorf("%s holds a table of %s: numbers are read by package numeral", name, table)
		}
		return nil
	})
	if err != nil || seen < 100 {
		t.Fatalf("%d files, %v", seen, err)
	}
}

// TestTables shows what counts as a table.
func TestTables(t *testing.T) {
	for src, want := range map[string]string{
		"package p; const n = `零〇一二两三四五六七八九十百千万亿`":                                         "Han digits",
		"package p; func f(r rune) bool { return r=='三'||r=='四'||r=='五'||r=='六'||r=='七' }": "Han digits",
		"package p; var n = []string{`Four`,`Five`,`Six`,`Seven`,`Eight`}":                 "English words",
		"package p; const n = ` one two three four five six seven eight `":                 "English words",
		"package p; const lexicon = `一般 三方 四川 五险 六一 七夕 八方 九州`":                             "",
		"package p; // 一二三四五六七八九\nconst n = `三、其他`":                                        "",
		"package p; const n = `take five of the six seven-day passes for eleven`":          "",
		"package p; const n = `周期拜月`":                                                      "",
	} {
		if got := strings.Join(tables(t, src), ", "); got != want {
			t.Errorf("%s\nis a table of %q, want %q", src, got, want)
		}
	}
}

// tables returns the rows of which a source holds a table: literals that are
// one of its numbers, or that are made of nothing but such.
func tables(t *testing.T, src string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	met := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && (lit.Kind == token.STRING || lit.Kind == token.CHAR) {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range numbersOf(text) {
				met[w] = true
			}
		}
		return true
	})
	var out []string
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		count := 0
		for _, w := range rows[name] {
			if met[w] {
				count++
			}
		}
		if count >= fewest {
			out = append(out, name)
		}
	}
	return out
}

// numbersOf returns the numbers in a literal that may be entries of a table:
// one that is the whole literal, or three and more that follow each other.
func numbersOf(text string) []string {
	var out []string
	for _, words := range [][]string{strings.Split(text, ""), strings.Fields(strings.ToLower(text))} {
		from := 0
		for i := 0; i <= len(words); i++ {
			if i < len(words) && isEntry(words[i]) {
				continue
			}
			if i-from >= 3 || i-from == len(words) {
				out = append(out, words[from:i]...)
			}
			from = i + 1
		}
	}
	return out
}

func isEntry(w string) bool {
	for _, row := range rows {
		if slices.Contains(row, w) {
			return true
		}
	}
	return false
}
