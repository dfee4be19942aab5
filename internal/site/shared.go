package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"

	"diptych/i18n"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/theme"
	"diptych/themes"
)

// shared is what all pages of a site share, the words of the interface and the
// theme, with what is wrong with them. It is the same for sites with the same
// key; "" is a key that is not known.
type shared struct {
	key      string
	catalog  *locale.Catalog
	theme    *theme.Theme
	problems diag.List
}

// loadShared reads what the pages of a site share, or takes it over from the site
// before where it is the same.
func loadShared(fsys fs.FS, cfg *config.Site, before *Site) shared {
	key := sharedKey(fsys, cfg)
	if before != nil && key != "" && key == before.shared.key {
		return before.shared
	}
	out := shared{key: key}
	out.catalog, out.problems = locale.Load(i18n.FS, fsys, cfg.LangTags, cfg.Languages)
	if out.problems.HasErrors() {
		return out
	}
	var more diag.List
	out.theme, more = theme.Load(themes.FS, fsys, theme.Options{
		Assets: string(cfg.Assets), Name: cfg.Theme, Langs: cfg.Languages, Catalog: out.catalog,
	})
	out.problems = append(out.problems, more...)
	return out
}

// sharedKey is a hash of what words and theme are made of: four settings, and the
// files of two folders.
func sharedKey(fsys fs.FS, cfg *config.Site) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q\n", cfg.Languages, cfg.LangTags, cfg.Assets, cfg.Theme)
	for _, root := range [...]string{"i18n", "themes"} {
		err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case name == root && errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil || d.IsDir():
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			fmt.Fprintf(h, "%q %d\n", name, len(data))
			h.Write(data)
			return err // of a link to a folder, too
		})
		if err != nil {
			return ""
		}
	}
	return string(h.Sum(nil))
}
