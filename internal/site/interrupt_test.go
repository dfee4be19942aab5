package site

import (
	"bytes"
	"context"
	"sync/atomic"
	"testing"

	"diptych/internal/policy"
)

// steps is a context that ends when it has been asked so often.
type steps struct {
	context.Context
	left *atomic.Int64
}

func endAfter(t testing.TB, n int) steps {
	s := steps{t.Context(), new(atomic.Int64)}
	s.left.Store(int64(n))
	return s
}

func (s steps) Err() error {
	if s.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestInterrupted: wherever the work is stopped, nothing panics and what is
// returned says so; and what was half made is made again for the next who asks,
// with the same bytes.
func TestInterrupted(t *testing.T) {
	opt := Options{Source: archive(changing), Today: day, Jobs: 1}
	want := makeAll(t, opt)
	opt.Before = lookOf()
	stopped := map[string]int{}
	for n := 0; ; n = n*5/4 + 1 {
		ctx := endAfter(t, n)
		stage := interrupt(t, ctx, opt, want)
		if stage == "" {
			break
		}
		stopped[stage]++
	}
	for _, stage := range []string{"load", "parse", "make"} {
		if stopped[stage] < 3 {
			t.Errorf("stopped %d times in %s", stopped[stage], stage)
		}
	}
}

// interrupt does all that a build does, and returns the stage in which it was
// stopped, or "".
func interrupt(t *testing.T, ctx steps, opt Options, want map[string]made) string {
	s, problems := Load(ctx, opt)
	if s == nil {
		if !problems.HasErrors() || ctx.Err() == nil {
			t.Fatal("no site, and no word of why")
		}
		return "load"
	}
	reading := s.NewReading()
	materials := map[*policy.Policy]*Material{nil: reading.Whole()}
	for _, p := range s.Model.Policies {
		full, problems := s.Parse(ctx, p)
		if ctx.Err() != nil {
			if !problems.HasErrors() {
				t.Fatal("a policy that was not parsed to its end has no problem")
			}
			return "parse"
		}
		reading.Add(full)
		materials[p] = reading.Of(full)
	}
	stage := ""
	for o := range s.Outputs() {
		if _, err := o.Bytes(ctx, materials[o.Policy], new(bytes.Buffer)); err != nil {
			if ctx.Err() == nil {
				t.Fatal(err)
			}
			stage = "make"
		}
	}
	if stage == "" {
		return ""
	}
	for o := range s.Outputs() {
		data, err := o.Bytes(t.Context(), materials[o.Policy], new(bytes.Buffer))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, want[o.Name].data) {
			t.Fatalf("%s is another after work was stopped: what it left was kept", o.Name)
		}
	}
	return stage
}
