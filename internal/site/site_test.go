package site

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// TestMain lets the heap grow as a build does: most of what a test makes is
// dropped soon.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// day is the day on which the tests read, where they name no other.
var day = policy.Date{Year: 2026, Month: time.November, Day: 21}

// archive is a site as a txtar archive, whose files may be changed.
func archive(s string) fstest.MapFS {
	out := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(s)).Files {
		out[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

func printed(l diag.List) string {
	var b strings.Builder
	if err := l.Text(&b, diag.Style{}); err != nil {
		return err.Error()
	}
	return b.String()
}

// lookOf is a site from which others take words and theme, where they are theirs.
var lookOf = sync.OnceValue(func() *Site {
	s, _ := Load(context.Background(), Options{Source: archive(changing), Today: day})
	return s
})

// load reads a site that has no errors.
func load(t testing.TB, opt Options) *Site {
	t.Helper()
	opt.Before = lookOf()
	s, problems := Load(t.Context(), opt)
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	return s
}

// made is an output with its bytes.
type made struct {
	Output
	data   []byte
	inputs []Input
}

// makeAll reads a site and makes everything that it consists of.
func makeAll(t testing.TB, opt Options) map[string]made {
	t.Helper()
	s := load(t, opt)
	reading := s.NewReading()
	var parsed []Parsed
	for _, p := range s.Model.Policies {
		full, problems := s.Parse(t.Context(), p)
		if problems.HasErrors() {
			t.Fatal(printed(problems))
		}
		reading.Add(full)
		parsed = append(parsed, full)
	}
	materials := map[*policy.Policy]*Material{nil: reading.Whole()}
	for i, p := range s.Model.Policies {
		materials[p] = reading.Of(parsed[i])
	}
	out := make(map[string]made)
	for o := range s.Outputs() {
		data, err := o.Bytes(t.Context(), materials[o.Policy], new(bytes.Buffer))
		if err != nil {
			t.Fatal(err)
		}
		out[o.Name] = made{o, data, o.Inputs(s)}
	}
	return out
}

// ownSite is this repository's site.
func ownSite() fs.FS { return os.DirFS("../..") }

// corpus is a site of real policies, for the full run. It lies beside the
// project, or where DIPTYCH_CORPUS says; there its absence is a failure.
func corpus(t testing.TB) fs.FS {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	dir, asked := os.LookupEnv("DIPTYCH_CORPUS")
	if !asked {
		dir = "../../../shared/corpus"
	}
	if _, err := os.Stat(dir); err != nil {
		if asked {
			t.Fatal(err)
		}
		t.Skip("no corpus beside the project; DIPTYCH_CORPUS names it")
	}
	return os.DirFS(dir + "/mozilla")
}
