package theme

import "diptych/internal/diag"

func (ts trees) check(opt Options, list *diag.List) {}
