package source

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// drawingSize reads the size of an SVG image from its first tag: its width and
// height, else, or for the one that is missing, the proportions of its viewBox
// (SVG 2, sections 8.2 and 8.12).
func drawingSize(head []byte) (policy.Size, error) {
	dec := xml.NewDecoder(bytes.NewReader(head))
	for {
		tok, err := dec.Token()
		if err != nil {
			return policy.Size{}, errBroken
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local != "svg" {
			return policy.Size{}, errBroken
		}
		return sizeOfRoot(e.Attr)
	}
}

func sizeOfRoot(attrs []xml.Attr) (policy.Size, error) {
	var width, height float64
	var box [4]float64
	for _, a := range attrs {
		switch a.Name.Local {
		case "width":
			width = length(a.Value)
		case "height":
			height = length(a.Value)
		case "viewBox":
			for i, f := range strings.FieldsFunc(a.Value, func(r rune) bool { return r == ',' || r <= ' ' }) {
				if i < len(box) {
					box[i] = number(f)
				}
			}
		}
	}
	w, h := box[2], box[3]
	switch {
	case width > 0 && height > 0:
	case w <= 0 || h <= 0:
		return policy.Size{}, errNoExtents
	case width > 0:
		height = width * h / w
	case height > 0:
		width = height * w / h
	default:
		width, height = w, h
	}
	return policy.Size{Width: pixels(width), Height: pixels(height)}, nil
}

// units are the lengths of CSS that need no context, in pixels.
var units = map[string]float64{"": 1, "px": 1, "pt": 96. / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54}

// length reads a length in CSS pixels; 0 where it is none or depends on where
// the image stands, as 100% does.
func length(s string) float64 {
	s = strings.TrimSpace(s)
	n := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz%")
	return number(n) * units[s[len(n):]]
}

func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || f < 0 || f > 1e6 {
		return 0
	}
	return f
}

func pixels(f float64) int { return max(int(math.Round(f)), 1) }
