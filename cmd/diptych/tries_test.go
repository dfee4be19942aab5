package main

import (
	"os"
	"testing"
)

// allTries reports whether tests shall try all that they know, for minutes: where
// DIPTYCH_TRIES is "all".
func allTries() bool { return os.Getenv("DIPTYCH_TRIES") == "all" }

// tries is how often something is tried: where all is asked for, in a full run and
// in a short one.
func tries(all, full, short int) int {
	switch {
	case allTries():
		return all
	case testing.Short():
		return short
	}
	return full
}
