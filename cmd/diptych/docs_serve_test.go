package main

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"
)

var serving = regexp.MustCompile(`serving (http://\S+)`)

// serve runs the preview on a free port until it has answered once.
func (sh *shell) serve(args []string) string {
	if !strings.Contains(strings.Join(args, " "), "--addr") {
		args = append(args, "--addr", "127.0.0.1:0")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	done := make(chan error, 1)
	root := newRoot(sh.caller())
	root.SetArgs(args)
	go func() { done <- root.ExecuteContext(ctx) }()
	problem := ""
	for {
		if m := serving.FindStringSubmatch(sh.out.String()); m != nil {
			problem = answers(ctx, m[1])
			break
		}
		select {
		case err := <-done:
			return "it did not serve: " + errors.Join(err, ctx.Err()).Error()
		case <-time.After(5 * time.Millisecond):
		}
	}
	cancel()
	<-done
	return problem
}

func answers(ctx context.Context, url string) string {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err.Error()
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "it answered " + resp.Status
	}
	return ""
}

// lockedBuffer may be written and read at once.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func (l *lockedBuffer) Reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.b.Reset()
}
