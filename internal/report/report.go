// Package report renders an audit as a folder of static HTML that a person reads, keeps, prints and sends to others.
package report

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/assaydata/assay/internal/audit"
)

// Options is what a report says besides the audit itself.
type Options struct {
	Version string // of assay
}

// Write writes the report into a folder, which is made where it is missing.
func Write(ctx context.Context, dir string, a *audit.Audit, o Options) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	page := fmt.Sprintf("<!doctype html><title>assay</title><p>%d findings", len(a.Findings))
	return os.WriteFile(filepath.Join(dir, "index.html"), []byte(page), 0o644)
}
