package publish

// Sink takes the files of a site. Names are slash-separated paths below its
// root. It is used by many workers at a time, and must not keep the data.
type Sink interface {
	Write(name string, data []byte) error
}

// Discard is a sink that keeps nothing, for checks.
type Discard struct{}

// Write does nothing.
func (Discard) Write(string, []byte) error { return nil }
