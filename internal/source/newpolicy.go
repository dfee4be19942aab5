package source

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"diptych/internal/config"
	"diptych/internal/policy"
	"diptych/internal/scaffold"
	"diptych/internal/strict"
)

// NewPolicy makes the files of a policy: its policy.toml and a draft of version
// 1.0 in every language.
func NewPolicy(ctx context.Context, fsys fs.FS, cfg *config.Site, slug string, kind policy.Kind, effective policy.Date) ([]Edit, error) {
	if err := policy.CheckSlug(slug); err != nil {
		return nil, err
	}
	if !slices.Contains(policy.Kinds[:], kind) {
		return nil, fmt.Errorf("the kind of a policy is one of %v, not %q", policy.Kinds, kind)
	}
	root := folderOf(slug, "")
	if err := free(fsys, root, "policy "+slug, "for another version of it: diptych new version "+slug+" VERSION --effective DATE"); err != nil {
		return nil, err
	}
	if err := cmp.Or(untaken(ctx, fsys, cfg.Languages, slug, ""), untaken(ctx, fsys, cfg.Languages, slug, "1.0")); err != nil {
		return nil, err
	}
	out := []Edit{create(path.Join(root, config.PolicyFile), []byte("kind = "+strict.Literal(string(kind))+"\n"))}
	for _, lang := range cfg.Languages {
		out = append(out, create(path.Join(root, "1.0", textFile(lang)), firstText(cfg.LangTags[lang], slug, effective)))
	}
	return out, nil
}

// firstText is the text that a new policy begins with.
func firstText(lang policy.Tag, slug string, effective policy.Date) []byte {
	return fmt.Appendf(nil, "+++\ntitle = %s\neffective = %s\ndraft = true # \"diptych announce %s/1.0\" takes this line out\n+++\n\n%s",
		strict.Literal(slug), effective, slug, scaffold.Body(lang))
}
