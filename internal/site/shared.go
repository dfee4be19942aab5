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

// look is what all pages of a site share, the words of the interface and the
// theme, with what is wrong with them. It is the same for sites with the same
// key; "" is a key that is not known.
type look struct {
	key      string
	catalog  *locale.Catalog
	theme    *theme.Theme
	problems diag.List
}

// loadLook reads the look of a site, or takes over the one before where it is
// the same.
func loadLook(fsys fs.FS, cfg *config.Site, before *Site) look {
	key := lookKey(fsys, cfg)
	if before != nil && key != "" && key == before.look.key {
		return before.look
	}
	l := look{key: key}
	l.catalog, l.problems = locale.Load(i18n.FS, fsys, cfg.LangTags, cfg.Languages)
	if l.problems.HasErrors() {
		return l
	}
	var more diag.List
	l.theme, more = theme.Load(themes.FS, fsys, theme.Options{
		Assets: string(cfg.Assets), Name: cfg.Theme, Langs: cfg.Languages, Catalog: l.catalog,
	})
	l.problems = append(l.problems, more...)
	return l
}

// lookKey is a hash of what a look is made of: four settings, and the files of
// two folders.
func lookKey(fsys fs.FS, cfg *config.Site) string {
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
