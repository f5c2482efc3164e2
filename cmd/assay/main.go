// Command assay finds out how accurate data about political violence is, and shows the evidence.
package main

import (
	"context"
	"os"

	"github.com/assaydata/assay/internal/cli"
)

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
