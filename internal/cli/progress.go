package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/assaydata/assay/internal/audit"
)

// progress shows on stderr how far a long run is. It appears after half a second, only on a terminal, and wipes itself.
type progress struct {
	app     *app
	on      bool
	started time.Time
	shown   time.Time
	stage   string
	since   time.Time
	width   int
}

func (a *app) progress() *progress {
	now := time.Now()
	return &progress{app: a, on: isTerminal(a.err), started: now, shown: now}
}

// run runs an audit and shows how far it is.
func (a *app) run(ctx context.Context, cfg *audit.Config) (*audit.Audit, error) {
	p := a.progress()
	cfg.Progress = p.update
	defer p.clear()
	return audit.Run(ctx, *cfg)
}

// update shows a stage. done and total are in the unit of the stage; a total of 0 means that it is not known.
func (p *progress) update(stage string, done, total int64) {
	now := time.Now()
	if stage != p.stage {
		p.stage, p.since = stage, now
	}
	if !p.on || now.Sub(p.started) < 500*time.Millisecond || now.Sub(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = now
	text := stage
	if total > 0 && done <= total {
		share := float64(done) / float64(total)
		text = fmt.Sprintf("%s  %d %%", stage, int(100*share))
		if spent := now.Sub(p.since); share > 0.05 && spent > 2*time.Second {
			left := time.Duration(float64(spent) * (1 - share) / share)
			text += fmt.Sprintf("  about %s left", left.Round(time.Second))
		}
	}
	if len(text) > 78 {
		text = "…" + text[len(text)-77:]
	}
	fmt.Fprintf(p.app.err, "\r%-*s", p.width, text)
	p.width = max(p.width, len(text))
}

// clear wipes the line.
func (p *progress) clear() {
	if p.width > 0 {
		fmt.Fprintf(p.app.err, "\r%s\r", strings.Repeat(" ", p.width))
		p.width = 0
	}
}
