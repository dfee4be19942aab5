package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// loader is one run of Load. Its parts fill a draft each and then hand over
// their problems; list alone is shared.
type loader struct {
	ctx      context.Context
	tree     tree
	cfg      *config.Site
	opt      Options
	policies []*policyDraft
	held     []policy.Held

	mu   sync.Mutex
	list diag.List
}

func (ld *loader) add(l diag.List) {
	ld.mu.Lock()
	ld.list = append(ld.list, l...)
	ld.mu.Unlock()
}

// policyDraft is a policy in the making.
type policyDraft struct {
	folder   entry
	toml     config.Policy
	versions []*versionDraft
}

// listPolicies finds the folders in content/ that are policies.
func (ld *loader) listPolicies() {
	var l diag.List
	defer func() { ld.add(l) }()
	const hint = `run "diptych new policy SLUG" to begin the first one`
	root, err := ld.tree.dirAt(Root)
	if err == nil {
		_, err = fs.Stat(ld.tree.fsys, root.real)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.Errorf(diag.Pos{File: Root}, diag.File, hint, "the folder content is missing")
		return
	case err != nil:
		l.Errorf(diag.Pos{File: Root}, diag.File, "", "cannot read the folder: %v", diag.Reason(err))
		return
	}
	items := ld.tree.list(root, &l)
	if len(items) == 0 && len(l) == 0 {
		l.Errorf(diag.Pos{File: Root}, diag.File, hint, "the folder content holds no policies")
	}
	for _, e := range items {
		if !e.dir {
			l.Warnf(diag.Pos{File: e.path}, diag.File, "texts stand in content/POLICY/VERSION/; names that begin with _ are passed over",
				"%s is not published: it belongs to no policy", e.name)
			continue
		}
		if err := policy.CheckSlug(e.name); err != nil {
			l.Errorf(diag.Pos{File: e.path}, diag.Name, ld.renameHint("", e.name, policy.CheckSlug), "%v", err)
			continue
		}
		ld.policies = append(ld.policies, &policyDraft{folder: e})
	}
}

// readPolicy reads policy.toml and finds the versions.
func (ld *loader) readPolicy(p *policyDraft) {
	var l diag.List
	defer func() { ld.add(l) }()
	p.toml = config.DefaultPolicy(p.folder.path)
	before := len(l)
	for _, e := range ld.tree.list(p.folder, &l) {
		switch {
		case !e.dir && e.name == config.PolicyFile:
			p.toml = ld.readPolicyFile(e, &l)
		case !e.dir:
			l.Warnf(diag.Pos{File: e.path}, diag.File, strayHint(p.folder, e.name), "%s is not published: it belongs to no version", e.name)
		default:
			if err := policy.CheckVersion(e.name); err != nil {
				l.Errorf(diag.Pos{File: e.path}, diag.Name, ld.renameHint(p.folder.name, e.name, policy.CheckVersion), "%v", err)
				continue
			}
			p.versions = append(p.versions, &versionDraft{policy: p, folder: e})
		}
	}
	if errs, _ := l[before:].Count(); len(p.versions) == 0 && errs == 0 {
		l.Errorf(diag.Pos{File: p.folder.path}, diag.File, "write "+p.folder.path+"/1.0/"+textFile(ld.cfg.Languages[0])+`, or remove the folder and run "diptych new policy `+p.folder.name+`"`,
			"policy %s has no versions", p.folder.name)
	}
}

func (ld *loader) readPolicyFile(e entry, l *diag.List) config.Policy {
	src, size, err := ld.tree.read(ld.ctx, e.real, maxHead, nil)
	switch {
	case err != nil:
		l.Errorf(diag.Pos{File: e.path}, diag.File, "", "cannot read the file: %v", diag.Reason(err))
	case src == nil:
		tooBig(l, e.path, "policy.toml", size, maxHead)
	default:
		p, list := config.ParsePolicy(e.path, src)
		*l = append(*l, list...)
		if lang := p.Prevails; lang.IsSet() && lang.V != policy.Both && !slices.Contains(ld.cfg.Languages, lang.V) {
			l.Errorf(lang.Pos, diag.Config, `the languages of this site: `+langList(ld.cfg)+`; or "both"`,
				"prevails names the language %q, which the site does not have", lang.V)
			p.Prevails.V = ""
		}
		return p
	}
	return config.DefaultPolicy(e.path)
}

// strayHint says what to do with a file that stands in a policy's folder.
func strayHint(folder entry, name string) string {
	if strings.EqualFold(name, config.PolicyFile) || diag.Nearest(name, []string{config.PolicyFile}) != "" && path.Ext(name) != ".md" {
		return "did you mean policy.toml?"
	}
	return "put it into the folder of a version, such as " + folder.path + "/1.0/" + name + "; names that begin with _ are passed over"
}

// renameHint offers the allowed name that is nearest to a forbidden one: of a
// policy where slug is "", else of a version of that policy. A name that was
// allowed while its word was free has an address that people may have kept.
func (ld *loader) renameHint(slug, name string, check func(string) error) string {
	if policy.IsKept(name) {
		var old []string
		for _, lang := range ld.cfg.Languages {
			old = append(old, strconv.Quote(path.Join(string(lang), slug, name)+"/"))
		}
		return fmt.Sprintf("rename the folder, as to %s-1, and keep its old addresses alive in %s: aliases = [%s]",
			name, path.Join(Root, cmp.Or(slug, name+"-1"), config.PolicyFile), strings.Join(old, ", "))
	}
	better := strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == '_' || r == ' ' || r == '(' || r == ')':
			return '-'
		}
		return r
	}, name)
	better = strings.Trim(better, "-.")
	if better != name && check(better) == nil {
		return "rename the folder to " + better
	}
	if better = strings.ReplaceAll(better, ".", "-"); better != name && check(better) == nil {
		return "rename the folder to " + better
	}
	return "rename the folder; names that begin with _ are passed over"
}

func langList(cfg *config.Site) string {
	out := make([]string, len(cfg.Languages))
	for i, l := range cfg.Languages {
		out[i] = string(l)
	}
	return strings.Join(out, ", ")
}
