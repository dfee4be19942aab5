package site

import (
	"bytes"
	"context"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// Kind says what an output is.
type Kind string

const (
	Page     Kind = "page"     // a page of the plan
	Redirect Kind = "redirect" // the page at an alias
	Twin     Kind = "twin"     // a page for programs, beside it
	Index    Kind = "index"    // the search index of a policy in one language
	Carried  Kind = "carried"  // a file that stands beside a text
	Asset    Kind = "asset"    // a style or script of the theme in a file of its own
	Machine  Kind = "machine"  // what hosts and search engines ask for
)

// Output is one file that a site consists of. It is known before any text is
// read; its bytes are made when they are asked for.
type Output struct {
	Name   string // slash-separated path below the output folder
	Kind   Kind
	Origin string         // what it is made from, for messages about addresses
	Policy *policy.Policy // the policy that it belongs to; nil where it belongs to the site whole
	Page   page.Page      // of a page, a redirect and a twin: the page; of an index: the search page beside it

	file   shownFile // of a carried file
	make   maker
	inputs func(*Output, *Site) []Input
}

// maker makes the bytes of an output.
type maker func(context.Context, *Output, *Material, *bytes.Buffer) ([]byte, error)

// IsPage reports whether readers see the output as a page.
func (o *Output) IsPage() bool { return o.Kind == Page || o.Kind == Redirect }

// Bytes makes the output. What it returns may lie in scratch, which it empties
// first, or be shared; it must not be changed. An output of a policy is made
// from that policy's material, one of the site whole from what was read of all
// policies. An error that is a diag.Problem is a fault of the sources; where the
// context ends the error is the context's.
func (o *Output) Bytes(ctx context.Context, m *Material, scratch *bytes.Buffer) ([]byte, error) {
	scratch.Reset()
	data, err := o.make(ctx, o, m, scratch)
	if stopped := ctx.Err(); stopped != nil {
		return nil, stopped
	}
	return data, err
}

// Inputs lists what the output is made of. A change of the sources that touches
// none of it leaves its bytes as they are.
func (o *Output) Inputs(s *Site) []Input { return o.inputs(o, s) }
