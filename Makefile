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

# make lint runs all of vet; the part of it that go test runs would be computed anew for each step.
test:
	$(GO) test -vet=off ./...

lint:
	@out=$$($(GO) tool gofumpt -l cmd internal names tools); test -z "$$out" || { echo "not formatted by gofumpt:"; echo "$$out"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

# The race detector needs cgo. These are the packages that start goroutines, which a test in internal/arch compares with the code, and those
# that work in the goroutines of others and share something there.
RACED = ./internal/audit ./internal/bench ./internal/check/geo002 ./internal/cli ./internal/coverage/latent ./internal/coverage/loglinear \
	./internal/fact ./internal/link/... ./internal/publish/linked ./internal/read ./internal/read/table \
	./internal/journal ./internal/place ./internal/read/container ./internal/read/format ./names/...
race:
	CGO_ENABLED=1 $(GO) test -vet=off -race -short $(RACED)

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

# Compiles and links once for each operating system and each processor besides those of the machine; a test in internal/arch checks the types
# on all six. The compiler finds the same errors without optimising, in two thirds of the time.
PLATFORMS ?= windows/amd64 darwin/arm64
cross:
	@for p in $(PLATFORMS); do \
	  echo "$$p"; GOOS=$${p%/*} GOARCH=$${p#*/} $(GO) build -gcflags 'all=-N -l' -o /dev/null ./cmd/assay || exit 1; done

clean:
	rm -rf bin assay-demo assay-report
