package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// workflow is a workflow as text, with its jobs.
type workflow struct {
	name, head string
	jobs       map[string]string
}

// readWorkflows reads those of this repository, or those of a new site.
func readWorkflows(t *testing.T, root string) []workflow {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(root, ".github/workflows/*.yml"))
	if err != nil || len(names) != 2 {
		t.Fatalf("workflows in %s: %v, %v", root, names, err)
	}
	var out []workflow
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		head, body, ok := strings.Cut(string(src), "\njobs:\n")
		if !ok {
			t.Fatalf("%s has no jobs", name)
		}
		w := workflow{filepath.Base(name), head + "\n", map[string]string{}}
		at := ""
		for line := range strings.Lines(body) {
			if m := jobName.FindStringSubmatch(line); m != nil {
				at = m[1]
			}
			w.jobs[at] += line
		}
		out = append(out, w)
	}
	return out
}

var (
	jobName = regexp.MustCompile(`^  ([a-z]+):\n$`)
	used    = regexp.MustCompile(`(?m)^ +(?:- )?uses: (.*)$`)
	pinned  = regexp.MustCompile(`^([a-z-]+/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$`)
	asValue = regexp.MustCompile(`^ +(?:- )?[a-z_A-Z-]+: `)
)

// TestWorkflows: the workflows of this repository and of a new site name each
// action by digest, all the same one, and no job may do more than its work.
func TestWorkflows(t *testing.T) {
	c := beginSite(t, io.Discard)
	versions := map[string]string{}
	for _, root := range []string{repository, c.path("legal")} {
		asked, published := false, false
		for _, w := range readWorkflows(t, root) {
			where := filepath.Join(root, w.name)
			if !strings.Contains(w.head, "\npermissions:\n  contents: read\n") || strings.Contains(w.head, "write") {
				t.Errorf("%s: all jobs may do more than read", where)
			}
			if strings.Contains(w.head, "pull_request_target") {
				t.Errorf("%s: a pull request would run with the rights of the repository", where)
			}
			calls := strings.Contains(w.head, "\n  pull_request:\n")
			for name, job := range w.jobs {
				checkJob(t, where, name, job, versions)
				runs := strings.Contains(job, "diptych\" check --format github") || strings.Contains(job, "diptych check --format github")
				builds := strings.Contains(job, "diptych\" build\n") || strings.Contains(job, "diptych build\n")
				asked = asked || calls && runs && builds
				published = published || !calls && name == "deploy"
			}
			if w.name == "pages.yml" {
				checkPages(t, where, w)
			}
		}
		if !asked || !published {
			t.Errorf("%s: checks a pull request: %v, publishes the rest: %v", root, asked, published)
		}
	}
	if len(versions) != 5 {
		t.Errorf("actions: %v", versions)
	}
}

func checkJob(t *testing.T, where, name, job string, versions map[string]string) {
	t.Helper()
	if !strings.Contains(job, "\n    timeout-minutes: ") {
		t.Errorf("%s: job %s may run for hours", where, name)
	}
	if write := strings.Contains(job, ": write"); write != (name == "deploy") {
		t.Errorf("%s: job %s may write: %v", where, name, write)
	}
	for line := range strings.Lines(job) {
		if strings.Contains(line, "${{") && (!asValue.MatchString(line) || strings.Contains(line, "run: ")) {
			t.Errorf("%s: job %s puts an expression into a shell; pass it by env: %s", where, name, line)
		}
	}
	for _, m := range used.FindAllStringSubmatch(job, -1) {
		pin := pinned.FindStringSubmatch(m[1])
		if pin == nil {
			t.Errorf("%s: %s is not named by digest and version", where, m[1])
			continue
		}
		if before := versions[pin[1]]; before != "" && before != pin[2] {
			t.Errorf("%s: %s is %s here and %s elsewhere", where, pin[1], pin[2], before)
		}
		versions[pin[1]] = pin[2]
		if pin[1] == "actions/checkout" && strings.Count(job, "actions/checkout@") != strings.Count(job, "persist-credentials: false\n") {
			t.Errorf("%s: job %s leaves its token in the checkout", where, name)
		}
	}
}

// checkPages holds what a deployment needs: the dot files, an end of what was
// begun, every day, and no right but its own.
func checkPages(t *testing.T, where string, w workflow) {
	t.Helper()
	for _, want := range []string{"  cancel-in-progress: false", "  schedule:\n    - cron: ", "  push:\n    branches: [main]\n"} {
		if !strings.Contains(w.head, want) {
			t.Errorf("%s has no %q", where, want)
		}
	}
	if !regexp.MustCompile(`upload-pages-artifact@.*\n +with:\n +path: public\n +include-hidden-files: true\b`).MatchString(w.jobs["build"]) {
		t.Errorf("%s loses files whose names begin with a dot", where)
	}
	_, rights, _ := strings.Cut(w.jobs["deploy"], "    permissions:\n")
	rights, _, _ = strings.Cut(rights, "    environment:")
	if got := strings.Fields(rights); !slices.Equal(got, []string{"pages:", "write", "id-token:", "write"}) {
		t.Errorf("%s: the deployment may %v", where, got)
	}
	if !strings.Contains(w.jobs["deploy"], "needs: build\n") || len(w.jobs) != 2 {
		t.Errorf("%s: jobs %v", where, len(w.jobs))
	}
}

// TestWorkflowTag: the workflows of a new site name the tool by tag, alike.
func TestWorkflowTag(t *testing.T) {
	c := beginSite(t, io.Discard)
	var tags []string
	for _, w := range readWorkflows(t, c.path("legal")) {
		m := regexp.MustCompile(`(?m)^  DIPTYCH_TAG: (v\d+\.\d+\.\d+)\b`).FindStringSubmatch(w.head)
		if m == nil {
			t.Fatalf("%s names no tag", w.name)
		}
		tags = append(tags, m[1])
		for name, job := range w.jobs {
			if strings.Contains(job, "${{ env.DIPTYCH }}") != strings.Contains(job, "ref: ${{ env.DIPTYCH_TAG }}") {
				t.Errorf("%s: job %s takes the tool from a branch", w.name, name)
			}
		}
	}
	if tags[0] != tags[1] {
		t.Errorf("tags %v", tags)
	}
}
