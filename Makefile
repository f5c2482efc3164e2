# The two commands of the README: make demo, make test. Everything that they need is fetched by the Go toolchain; the
# browser test of `make test` runs where a Chromium is installed (.ci/run installs one).

GO ?= go
export CGO_ENABLED = 0
# The same flags everywhere, so that each package is compiled once and not for each step anew.
export GOFLAGS := $(shell $(GO) env GOFLAGS) -trimpath

.PHONY: demo test build lint race bench fuzz docs cross clean

build:
	$(GO) build -ldflags '-s -w' -o bin/assay ./cmd/assay

demo: build
	bin/assay demo

test:
	$(GO) test ./...

lint:
	@out=$$($(GO) tool gofumpt -l cmd internal names tools); test -z "$$out" || { echo "not formatted by gofumpt:"; echo "$$out"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

# The race detector needs cgo. These are the packages in which goroutines run.
race:
	CGO_ENABLED=1 $(GO) test -race -short ./internal/read/... ./internal/audit ./internal/bench ./internal/place ./internal/check/geo002 ./internal/report ./internal/journal ./internal/fact ./internal/link/... ./internal/coverage/... ./internal/overlap ./names/...

bench: build
	$(GO) test -run '^$$' -bench . -timeout 60m ./internal/bench/perf

# docs/rules is generated from the rules and from error rates that are measured while generating.
docs: build
	bin/assay bench rules --out docs/rules --rates internal/check/rules/measured.csv

fuzz:
	@for p in $$($(GO) list ./internal/read/... ./internal/journal ./internal/publish/... ./internal/link/... ./internal/coverage/... ./internal/entry/... ./names/...); do \
	  for f in $$(grep -ho 'func Fuzz[A-Za-z0-9]*' $$($(GO) list -f '{{.Dir}}' $$p)/*_test.go 2>/dev/null | sed 's/func //'); do \
	    echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 20s $$p || exit 1; \
	  done; done

cross:
	@for os in linux darwin windows; do for arch in amd64 arm64; do \
	  echo "$$os/$$arch"; GOOS=$$os GOARCH=$$arch $(GO) build -o /dev/null ./cmd/assay || exit 1; done; done

clean:
	rm -rf bin assay-demo assay-report
