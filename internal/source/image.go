package source

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"strconv"
	"strings"

	"golang.org/x/image/webp"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

const (
	maxImageHead = 256 << 10 // bytes of an image that are read for its size
	maxSide      = 16_384    // pixels; beyond lies a mistake, which phones do not show
)

// Why an image has no size.
var (
	errNoImage   = errors.New("the file is no image that browsers show")
	errBroken    = errors.New("the image is broken")
	errNoPixels  = errors.New("the image is empty")
	errNoExtents = errors.New("the image says neither width and height nor viewBox")
)

// images finds the sizes of carried images, of which it reads the beginning,
// once each. What is wrong with one is a warning at the file: browsers show the
// alternative text in its place.
type images struct {
	ctx   context.Context
	tree  tree
	sizes map[string]policy.Size // by path of the file
	told  map[string]bool        // of which it was said that they cannot be published
	list  diag.List
}

func newImages(ctx context.Context, t tree) *images {
	return &images{ctx: ctx, tree: t, sizes: map[string]policy.Size{}, told: map[string]bool{}}
}

// unfit reports a file that a text wants and that cannot be published.
func (im *images) unfit(f *policy.File) {
	if !im.told[f.Source] {
		im.told[f.Source] = true
		im.list = append(im.list, *f.Unfit)
	}
}

// size returns the size of an image in CSS pixels, zero where it has none.
func (im *images) size(f policy.File) policy.Size {
	size, ok := im.sizes[f.Source]
	if !ok {
		size = im.read(f)
		im.sizes[f.Source] = size
	}
	return size
}

func (im *images) read(f policy.File) policy.Size {
	pos := diag.Pos{File: f.Source}
	head, err := im.head(f.Source)
	if err != nil {
		im.list.Errorf(pos, diag.File, "", "cannot read the file: %v", diag.Reason(err))
		return policy.Size{}
	}
	size, err := imageSize(head, f.Size > int64(len(head)), path.Ext(f.Name))
	switch {
	case errors.Is(err, errNoExtents):
		im.list.Warnf(pos, diag.File, `write a viewBox into its first tag, as in viewBox="0 0 400 300"`, "%v", err)
		return policy.Size{}
	case err != nil:
		im.list.Warnf(pos, diag.File, "export it again, as PNG, JPEG, GIF, WebP or SVG", "%v", err)
		return policy.Size{}
	}
	if max(size.Width, size.Height) > maxSide {
		im.list.Warnf(pos, diag.File, "export it smaller: a page is some 600 pixels wide",
			"the image of %d × %d pixels is larger than any screen", size.Width, size.Height)
	}
	return size.Shrunk(density(f.Name))
}

// head reads the beginning of a file.
func (im *images) head(real string) ([]byte, error) {
	f, err := im.tree.fsys.Open(real)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxImageHead))
}

// imageSize returns the size of the image whose beginning is head, in pixels of
// its own. The type is that of the bytes, as for browsers, and not that of the
// name. Of a type that browsers show but which is not known here, such as AVIF,
// the size is zero.
func imageSize(head []byte, cut bool, ext string) (policy.Size, error) {
	var decode func(io.Reader) (image.Config, error)
	switch kind := imageKind(head, ext); kind {
	case "png":
		decode = png.DecodeConfig
	case "gif":
		decode = gif.DecodeConfig
	case "webp":
		decode = webp.DecodeConfig
	case "jpeg":
		decode = jpeg.DecodeConfig
	case "svg":
		return drawingSize(head)
	case "other":
		return policy.Size{}, nil
	case "empty":
		return policy.Size{}, errNoPixels
	default:
		return policy.Size{}, errNoImage
	}
	c, err := decode(bytes.NewReader(head))
	var rareJPEG jpeg.UnsupportedError
	var rarePNG png.UnsupportedError
	switch {
	case errors.As(err, &rareJPEG), errors.As(err, &rarePNG):
		return policy.Size{}, nil
	case cut && errors.Is(err, io.ErrUnexpectedEOF):
		return policy.Size{}, nil // what stands before its size is longer than what is read
	case err != nil:
		return policy.Size{}, errBroken
	case c.Width <= 0 || c.Height <= 0:
		return policy.Size{}, errNoPixels
	}
	size := policy.Size{Width: c.Width, Height: c.Height}
	if bytes.HasPrefix(head, jpegStart) && lyingDown(head) {
		size.Width, size.Height = size.Height, size.Width
	}
	return size, nil
}

var jpegStart = []byte("\xff\xd8\xff")

// imageKind recognises the type of an image by its first bytes (WHATWG MIME
// Sniffing, section 6.1).
func imageKind(head []byte, ext string) string {
	switch {
	case len(head) == 0:
		return "empty"
	case strings.EqualFold(ext, ".svg"):
		return "svg"
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")):
		return "png"
	case bytes.HasPrefix(head, []byte("GIF87a")), bytes.HasPrefix(head, []byte("GIF89a")):
		return "gif"
	case bytes.HasPrefix(head, jpegStart):
		return "jpeg"
	case len(head) >= 14 && string(head[:4]) == "RIFF" && string(head[8:14]) == "WEBPVP":
		return "webp"
	case len(head) >= 12 && string(head[4:8]) == "ftyp" && strings.HasPrefix(string(head[8:12]), "avi"),
		bytes.HasPrefix(head, []byte("\x00\x00\x01\x00")), bytes.HasPrefix(head, []byte("BM")):
		return "other"
	}
	return ""
}

// density is how many pixels of a picture's own make a CSS pixel each way, by
// the custom of naming pictures for sharp screens name@2x.png.
func density(name string) int {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, n := range []int{2, 3} {
		if strings.HasSuffix(stem, "@"+strconv.Itoa(n)+"x") {
			return n
		}
	}
	return 1
}

// withoutDensity is the name of a file without its @2x.
func withoutDensity(name string) string {
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	return strings.TrimSuffix(strings.TrimSuffix(stem, "@2x"), "@3x") + ext
}
