//go:build !unix

package disk

// unwaiting is nothing where folders hold no pipes.
const unwaiting = 0
