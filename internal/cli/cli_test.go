package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/check"
)

// What is written onto standard input arrives whole, whatever the sizes of reads and writes.
func TestInterruptibleReads(t *testing.T) {
	text := strings.Repeat("0123456789", 100_000)
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(text), "halves": iotest.HalfReader(strings.NewReader(text)),
		"with the error": iotest.DataErrReader(strings.NewReader(text)),
	} {
		in := newInterruptible(context.Background(), r)
		got, err := io.ReadAll(iotest.HalfReader(in))
		if err != nil || string(got) != text {
			t.Errorf("%s: %d of %d bytes, %v", name, len(got), len(text), err)
		}
	}
	broken := errors.New("broken")
	got, err := io.ReadAll(newInterruptible(context.Background(), io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(broken))))
	if string(got) != "abc" || err != broken {
		t.Errorf("%q, %v", got, err)
	}
	if newInterruptible(context.Background(), nil) != nil {
		t.Error("a missing input is no reader")
	}
}

// A read that nobody answers ends with the interruption.
func TestInterruptibleEnds(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(20*time.Millisecond, cancel)
	if n, err := newInterruptible(ctx, r).Read(make([]byte, 10)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d, %v", n, err)
	}
}

// Wrapping keeps the words, and breaks only where a line would be too wide.
func TestWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.StringMatching(`[a-zé–]{1,12}`)).Draw(t, "words")
		width := rapid.IntRange(5, 40).Draw(t, "width")
		got := wrap(strings.Join(words, " "), width, "  ")
		if diff := cmp.Diff(words, strings.Fields(got)); diff != "" && len(words) > 0 {
			t.Fatalf("words (-want +got)\n%s", diff)
		}
		lines := strings.Split(got, "\n")
		for i, line := range lines {
			n := utf8.RuneCountInString(line)
			if n > width && len(strings.Fields(line)) > 1 {
				t.Fatalf("line of %d characters, width %d: %q", n, width, line)
			}
			if i > 0 && utf8.RuneCountInString(lines[i-1])+1+utf8.RuneCountInString(strings.Fields(line)[0]) <= width {
				t.Fatalf("the first word of %q had room on the line above", line)
			}
		}
	})
}

// The settings of a case hold in their order, and flags stand above them.
func TestChoose(t *testing.T) {
	all := []*check.Rule{
		{Code: "VAL001", Name: "one", Severity: check.Error},
		{Code: "VAL002", Name: "two", Severity: check.Error},
		{Code: "DUP001", Name: "three", Severity: check.Warning},
	}
	options := map[string]any{"days": 3}
	for _, test := range []struct {
		name string
		sets []casefile.Setting
		f    checkFlags
		want string
	}{
		{name: "nothing said", want: "VAL001 VAL002 DUP001"},
		{name: "family off", sets: []casefile.Setting{{Name: "VAL", Off: true}}, want: "DUP001"},
		{name: "family off, rule on", sets: []casefile.Setting{{Name: "VAL", Off: true}, {Name: "VAL002"}}, want: "VAL002 DUP001"},
		{name: "rule on, family off", sets: []casefile.Setting{{Name: "VAL002"}, {Name: "VAL", Off: true}}, want: "DUP001"},
		{name: "selected though off", sets: []casefile.Setting{{Name: "VAL", Off: true}}, f: checkFlags{sel: []string{"two"}}, want: "VAL002"},
		{name: "selected and ignored", f: checkFlags{sel: []string{"VAL"}, ignore: []string{"val001"}}, want: "VAL002"},
		{name: "severity", sets: []casefile.Setting{{Name: "VAL", Severity: check.Note}, {Name: "VAL001", Severity: check.Warning}}, want: "VAL001=warning VAL002=note DUP001"},
		{name: "options", sets: []casefile.Setting{{Name: "DUP001", Options: options}, {Name: "DUP", Severity: check.Note}}, want: "VAL001 VAL002 DUP001=note+options"},
	} {
		chosen, err := choose(all, test.sets, &test.f)
		var got []string
		for _, c := range chosen {
			text := c.Rule.Code
			if c.Severity != 0 {
				text += "=" + c.Severity.String()
			}
			if c.Options != nil {
				text += "+options"
			}
			got = append(got, text)
		}
		if s := strings.Join(got, " "); err != nil || s != test.want {
			t.Errorf("%s: %s, %v; want %s", test.name, s, err, test.want)
		}
	}
	if _, err := choose(all, nil, &checkFlags{ignore: []string{"VAL009"}}); err == nil {
		t.Error("an unknown rule is ignored without a word")
	}
}

// Every command has a short description, an example of its use in the arguments, and answers --help with exit code 0.
func TestHelp(t *testing.T) {
	root := (&app{}).root()
	for _, c := range root.Commands() {
		if c.Short == "" || c.Hidden {
			t.Errorf("%s: %q", c.Name(), c.Short)
		}
		var out, errs bytes.Buffer
		if code := Run(context.Background(), []string{c.Name(), "--help"}, nil, &out, &errs); code != 0 || errs.Len() > 0 || !strings.Contains(out.String(), "Usage:") {
			t.Errorf("%s --help: exit code %d, %s%s", c.Name(), code, out.String(), errs.String())
		}
	}
}
