package serve

import (
	"mime"
	"path"
)

// types are the media types of what a site is made into, by the ends of names.
// They do not depend on the system's own table.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".txt":  "text/plain; charset=utf-8",
	".xml":  "application/xml",
}

// typeOf returns the media type of an output.
func typeOf(name string) string {
	end := path.Ext(name)
	if t := types[end]; t != "" {
		return t
	}
	if t := mime.TypeByExtension(end); t != "" {
		return t
	}
	return "application/octet-stream"
}
