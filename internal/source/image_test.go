package source

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

func pngOf(t testing.TB, w, h int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t testing.TB, w, h int) []byte {
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.White}), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jpegOf returns a picture with segments between its start and the rest.
func jpegOf(t testing.TB, w, h int, segments ...[]byte) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, w, h)), nil); err != nil {
		t.Fatal(err)
	}
	out := bytes.Clone(b.Bytes()[:2])
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, b.Bytes()[2:]...)
}

// webpOf returns the head of a lossless picture (RFC 9649, section 3.4).
func webpOf(w, h int) []byte {
	bits := uint32(w-1) | uint32(h-1)<<14
	chunk := binary.LittleEndian.AppendUint32([]byte{0x2f}, bits)
	out := append([]byte("RIFF\x12\x00\x00\x00WEBPVP8L\x05\x00\x00\x00"), chunk...)
	return append(out, 0)
}

// exif returns a segment that says how a picture is turned.
func exif(order interface {
	binary.ByteOrder
	binary.AppendByteOrder
}, turn uint16) []byte {
	mark := "MM"
	if order.Uint16([]byte{1, 0}) == 1 {
		mark = "II"
	}
	b := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	b = order.AppendUint16(b, 2)
	for _, tag := range [][2]uint16{{0x010f, 1}, {0x0112, turn}} {
		b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, tag[0]), 3), 1)
		b = order.AppendUint16(order.AppendUint16(b, tag[1]), 0)
	}
	return segment(0xe1, append([]byte("Exif\x00\x00"), b...))
}

func segment(kind byte, data []byte) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, kind}, uint16(len(data)+2)), data...)
}

func TestImageSize(t *testing.T) {
	filler := segment(0xe2, make([]byte, 65_000))
	cases := []struct {
		name string
		data []byte
		want string
	}{
		{"a.png", pngOf(t, 40, 30), "40×30"},
		{"a.png", jpegOf(t, 40, 30), "40×30"}, // browsers go by the bytes
		{"a.gif", gifOf(t, 7, 9), "7×9"},
		{"a.webp", webpOf(640, 400), "640×400"},
		{"a.jpg", jpegOf(t, 40, 30, exif(binary.BigEndian, 1)), "40×30"},
		{"a.jpg", jpegOf(t, 40, 30, exif(binary.BigEndian, 3)), "40×30"},
		{"a.jpg", jpegOf(t, 40, 30, exif(binary.BigEndian, 6)), "30×40"},
		{"a.jpg", jpegOf(t, 40, 30, exif(binary.LittleEndian, 8)), "30×40"},
		{"a.jpg", jpegOf(t, 40, 30, exif(binary.LittleEndian, 9)), "40×30"},
		{"a.jpg", jpegOf(t, 40, 30, filler, exif(binary.LittleEndian, 5)), "30×40"},
		{"a.jpg", jpegOf(t, 40, 30, exif(binary.LittleEndian, 5)[:20]), "40×30"},
		{"a.jpg", jpegOf(t, 40, 30, filler, filler, filler, filler, filler), "unknown"}, // its size lies beyond what is read
		{"a.png", nil, "is empty"},
		{"a.png", []byte("PNG"), "the file is no image that browsers show"},
		{"a.png", []byte("<!DOCTYPE html>"), "the file is no image that browsers show"},
		{"a.pdf", []byte("%PDF-1.7\n"), "the file is no image that browsers show"},
		{"a.png", pngOf(t, 40, 30)[:20], "is broken"},
		{"a.jpg", []byte("\xff\xd8\xff\xe0"), "is broken"},
		{"a.gif", gifOf(t, 7, 9)[:8], "is broken"},
		{"a.webp", webpOf(640, 400)[:14], "is broken"},
		{"a.avif", []byte("\x00\x00\x00\x20ftypavif\x00\x00"), "unknown"},
		{"a.svg", []byte(`<svg width="40" height="30"/>`), "40×30"},
		{"a.svg", []byte(`<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg" width=" 40.4px" height="30.6px">`), "40×31"},
		{"a.svg", []byte(`<svg viewBox="0 0 400 300"/>`), "400×300"},
		{"a.svg", []byte(`<svg viewBox="-5,-5, 400,300" width="100%" height="100%"/>`), "400×300"},
		{"a.svg", []byte(`<svg viewBox="0 0 400 300" width="200"/>`), "200×150"},
		{"a.svg", []byte(`<svg viewBox="0 0 400 300" height="30" width="auto"/>`), "40×30"},
		{"a.svg", []byte(`<svg width="210mm" height="297mm" viewBox="0 0 210 297"/>`), "794×1123"},
		{"a.svg", []byte(`<svg width="10em" height="5em"/>`), "says neither width and height nor viewBox"},
		{"a.svg", []byte(`<svg viewBox="0 0 0 0"/>`), "says neither width and height nor viewBox"},
		{"a.svg", []byte(`<svg width="NaN" height="Inf" viewBox="0 0 1e99 x"/>`), "says neither width and height nor viewBox"},
		{"a.svg", []byte(`<svg`), "is broken"},
		{"a.svg", []byte(`<html/>`), "is broken"},
	}
	for i, c := range cases {
		im := newImages(t.Context(), newTree(fstest.MapFS{c.name: {Data: c.data}}))
		size := im.size(policy.File{Name: c.name, Source: c.name, Size: int64(len(c.data))})
		got := fmt.Sprintf("%d×%d", size.Width, size.Height)
		if size.IsZero() {
			got = "unknown"
		}
		if len(im.list) > 0 {
			got = strings.TrimPrefix(im.list[0].Text, "the image ")
			if im.list[0].Severity != diag.Warning || im.list[0].Hint == "" {
				t.Errorf("case %d: %v", i, im.list[0])
			}
		}
		if got != c.want {
			t.Errorf("case %d, %s: %s, want %s", i, c.name, got, c.want)
		}
	}
}

func TestImageOfManyPixels(t *testing.T) {
	data := []byte("GIF89a\x10\x00\x01\x40\x00\x00\x00")
	im := newImages(t.Context(), newTree(fstest.MapFS{"a@2x.gif": {Data: data}}))
	if got := im.size(policy.File{Name: "a@2x.gif", Source: "a@2x.gif", Size: 13}); got != (policy.Size{Width: 8, Height: 8193}) {
		t.Errorf("half of 16 × 16385 is %v", got)
	}
	want := "a@2x.gif: warning: the image of 16 × 16385 pixels is larger than any screen [file]"
	if len(im.list) != 1 || im.list[0].Error() != want {
		t.Errorf("problems %v, want %s", im.list, want)
	}
}

// counted counts how often files are opened, and the bytes that are read.
type counted struct {
	fs.FS
	opened, bytes map[string]int
}

func (c counted) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	c.opened[name]++
	return countedFile{f, c, name}, err
}

func (c counted) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(c.FS, name) }
func (c counted) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(c.FS, name) }

type countedFile struct {
	fs.File
	in   counted
	name string
}

func (f countedFile) Read(b []byte) (int, error) {
	n, err := f.File.Read(b)
	f.in.bytes[f.name] += n
	return n, err
}

// Only images that are shown are read, once, and not to their end.
func TestImagesAreReadOnce(t *testing.T) {
	big := append(pngOf(t, 400, 300), make([]byte, 1<<20)...)
	text := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\ntitle = \"" + title + "\"\neffective = 2026-01-01\nsummary = \"![s](shown.png)\"\n+++\n" +
			"![a](shown.png)\n\n![b](shown.png) <img src=\"shown.png\" alt=\"c\" width=\"200\"> <img src=\"shown.png\" alt=\"d\" height=\"30\"> " +
			"<img src=\"shown.png\" alt=\"e\" width=\"100\" height=\"999\">\n")}
	}
	fsys := counted{fstest.MapFS{
		"site.toml":                    {Data: []byte("title.zh = \"题\"\ntitle.en = \"T\"\n")},
		"content/a/1.0/zh.md":          text("甲"),
		"content/a/1.0/en.md":          text("A"),
		"content/a/1.0/shown.png":      {Data: big},
		"content/a/1.0/not-shown.jpeg": {Data: big},
	}, map[string]int{}, map[string]int{}}
	cfg, l := config.Load(fsys)
	site, more := Load(t.Context(), fsys, cfg, Options{Jobs: 1, Today: policy.Date{Year: 2026, Month: 6, Day: 1}})
	if l = append(l, more...); len(l) > 0 {
		t.Fatal(l)
	}
	clear(fsys.opened)
	p, l := Parse(t.Context(), fsys, cfg, site, site.Policies[0])
	if l = append(l, Resolve(t.Context(), fsys, cfg, site, p)...); len(l) > 0 {
		t.Fatal(l)
	}
	const shown = "content/a/1.0/shown.png"
	if n, b := fsys.opened[shown], fsys.bytes[shown]; n != 1 || b > 2*maxImageHead { // once for Load, once for Resolve
		t.Errorf("%s is opened %d times, and %d bytes of it are read", shown, n, b)
	}
	if n := fsys.opened["content/a/1.0/not-shown.jpeg"]; n != 0 {
		t.Errorf("an image that is not shown is opened %d times", n)
	}
	for _, text := range p.Versions[0].Texts {
		var got []policy.Size
		for _, c := range text.Clauses {
			for _, b := range c.Blocks {
				for _, r := range b.Runs {
					if r.Image != nil {
						got = append(got, r.Image.Box())
					}
				}
			}
		}
		if want := "[{400 300} {400 300} {200 150} {40 30} {100 75}]"; fmt.Sprint(got) != want {
			t.Errorf("%s: sizes %v, want %s", text.Lang, got, want)
		}
		if s := text.Summary[0].Runs[0].Image.Box(); s.Width != 400 {
			t.Errorf("%s: image in the summary has the size %v", text.Lang, s)
		}
	}
}

func TestImageThatCannotBeRead(t *testing.T) {
	im := newImages(t.Context(), newTree(fstest.MapFS{}))
	im.size(policy.File{Name: "a.png", Source: "a.png"})
	if !im.list.HasErrors() || !strings.Contains(im.list[0].Text, fs.ErrNotExist.Error()) {
		t.Error(im.list)
	}
	if errors.Is(im.list[0], fs.ErrNotExist) {
		t.Error("problems hold words, not errors")
	}
}

func FuzzImageSize(f *testing.F) {
	f.Add(pngOf(f, 4, 3), "a.png")
	f.Add(gifOf(f, 4, 3), "a.gif")
	f.Add(webpOf(4, 3), "a.webp")
	f.Add(jpegOf(f, 4, 3, exif(binary.LittleEndian, 5)), "a.jpg")
	f.Add([]byte(`<svg viewBox="0 0 4 3"/>`), "a.svg")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		size, err := imageSize(data, false, name)
		if err != nil && !size.IsZero() || size.Width < 0 || size.Height < 0 {
			t.Errorf("size %v, error %v", size, err)
		}
	})
}
