package policy

import "path"

// follow resolves a relative link as a browser does from a file.
func follow(file, href string) string { return path.Join(path.Dir(file), href) }
