//go:build !linux

package main

// bounded is the program: limits are set on Linux only.
func bounded() { main() }
