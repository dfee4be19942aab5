package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"diptych/internal/policy"
	"diptych/internal/publish"
)

// dates are what --effective and --announced say; announced may be zero.
type dates struct{ effective, announced policy.Date }

func versionDates(effective, announced string) (dates, error) {
	var d dates
	var err error
	if effective == "" {
		return d, errors.New("--effective DATE is missing: the day on which the version takes effect")
	}
	if d.effective, err = policy.ParseDate(effective); err != nil {
		return d, fmt.Errorf("--effective: %w", err)
	}
	if announced != "" {
		if d.announced, err = policy.ParseDate(announced); err != nil {
			return d, fmt.Errorf("--announced: %w", err)
		}
		if d.announced.After(d.effective) {
			return d, errors.New("--announced is later than --effective")
		}
	}
	return d, nil
}

// copyVersion copies the newest version of a policy and returns the files
// made. Nothing stays behind when it fails.
func copyVersion(st streams, dir, slug, name string, d dates) (made []string, err error) {
	moment, err := now(os.Getenv("SOURCE_DATE_EPOCH"))
	if err != nil {
		return nil, err
	}
	site, problems := publish.Load(publish.Options{Source: os.DirFS(dir), Now: moment, Drafts: true})
	if err := stopAt(st, problems); err != nil {
		return nil, err
	}
	p := site.Model.Policy(slug)
	if p == nil {
		return nil, &failure{fmt.Errorf("there is no policy %s", slug), "diptych new policy " + slug + " begins one"}
	}
	for _, v := range p.Versions {
		if v.Effective == d.effective {
			return nil, &failure{fmt.Errorf("version %s takes effect on %s already", v.Name, d.effective), "two versions cannot begin on one day"}
		}
	}
	root := filepath.Join(dir, "content", slug, name)
	if _, err := os.Lstat(root); err == nil {
		return nil, &failure{fmt.Errorf("version %s of policy %s exists already; nothing was changed", name, slug), ""}
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(root))
			made = nil
		}
	}()
	latest := p.Versions[len(p.Versions)-1]
	for _, t := range latest.Texts {
		src, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(t.Source)))
		if err != nil {
			return made, &failure{err: err}
		}
		file := filepath.Join(root, string(t.Lang)+".md")
		if err := writeNew(file, redate(string(src), d)); err != nil {
			return made, err
		}
		made = append(made, file)
	}
	for _, f := range latest.Files {
		src, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Source)))
		if err != nil {
			return made, &failure{err: err}
		}
		file := filepath.Join(root, filepath.FromSlash(f.Name))
		if err := writeNew(file, string(src)); err != nil {
			return made, err
		}
		made = append(made, file)
	}
	return made, nil
}

// redate returns a text with the dates in its front matter set, and without
// what the publisher said of the old version. All else stays byte for byte.
func redate(src string, d dates) string {
	nl := "\n"
	if bytes.Contains([]byte(src), []byte("\r\n")) {
		nl = "\r\n"
	}
	head, body, ok := cutFrontMatter(src)
	if !ok {
		return src
	}
	var out bytes.Buffer
	wrote := false
	write := func(key string, date policy.Date, comment string) {
		if !date.IsZero() {
			out.WriteString(key + " = " + date.String() + comment + nl)
		}
	}
	for _, st := range statements(head) {
		switch st.key {
		case "effective":
			write("effective", d.effective, st.comment)
			write("announced", d.announced, "")
			wrote = true
		case "announced", "summary", "change", "changes":
			out.WriteString(st.comments)
		default:
			out.WriteString(st.text)
		}
	}
	if !wrote {
		write("effective", d.effective, "")
		write("announced", d.announced, "")
	}
	first, rest, _ := bytes.Cut([]byte(body), []byte("\n"))
	return src[:len(src)-len(head)-len(body)] + out.String() + string(first) + "\n" + string(rest)
}
