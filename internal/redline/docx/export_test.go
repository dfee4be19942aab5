package docx

import "diptych/internal/redline"

// PartsOf returns the names and the bytes of what a file holds.
func PartsOf(r *redline.Redline, opt Options) ([]string, [][]byte, error) {
	p, err := partsOf(r, opt)
	if err != nil {
		return nil, nil, err
	}
	return p.names, p.bytes, nil
}
