package source

import (
	"bytes"
	"encoding/binary"
)

// lyingDown reports whether the orientation in the Exif data of a JPEG file has
// browsers turn it by a quarter, so that width and height change places: values
// 5 to 8 of tag 0x0112 (Exif 2.32, section 4.6.4). Cameras and phones write it.
func lyingDown(head []byte) bool {
	exif := exifOf(head)
	if len(exif) < 8 {
		return false
	}
	var order binary.ByteOrder = binary.BigEndian
	if exif[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(exif[4:]))
	if at+2 > int64(len(exif)) {
		return false
	}
	tags := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(tags) < 12 {
			return false
		}
		if order.Uint16(tags) == 0x0112 {
			turn := order.Uint16(tags[8:])
			return turn >= 5 && turn <= 8
		}
		tags = tags[12:]
	}
	return false
}

// exifOf returns the Exif data among the segments of a JPEG file, or nil. They
// end where the pixels begin.
func exifOf(jpeg []byte) []byte {
	for rest := jpeg[2:]; len(rest) >= 4 && rest[0] == 0xff && rest[1] != 0xda; {
		size := int(binary.BigEndian.Uint16(rest[2:]))
		if size < 2 || 2+size > len(rest) {
			return nil
		}
		if data, ok := bytes.CutPrefix(rest[4:2+size], []byte("Exif\x00\x00")); ok && rest[1] == 0xe1 {
			return data
		}
		rest = rest[2+size:]
	}
	return nil
}
