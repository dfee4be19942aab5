package redline_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"diptych/internal/redline"
)

// TestDump prints the redlines of the corpus whose name holds $DUMP.
func TestDump(t *testing.T) {
	want := os.Getenv("DUMP")
	if want == "" {
		t.Skip("set DUMP to a part of lang policy/old..new")
	}
	for _, lang := range langs {
		for _, p := range corpusPairs(t, lang, true) {
			if name := string(lang) + " " + p.String(); strings.Contains(name, want) {
				fmt.Println("=====", name)
				redline.Compare(p.old.text, p.new.text).Text(os.Stdout, false)
			}
		}
	}
}
