# Earshot. `make demo` sets everything up and serves a sample brand; `make test` sets up and passes every test.

CONFIGURATION := bot-config/earshot.json
PORT ?= 8080

# What `make fuzz` sends to each endpoint.
REQUESTS := 100000

.PHONY: help setup setup-test build demo serve test lint bench fuzz clean

help:
	@echo "make demo    set up, build, load a sample brand and serve it; prints the console's address"
	@echo "make build   set up and leave .build/release/earshot"
	@echo "make serve   build and serve what bot-config/earshot.json configures"
	@echo "make test    set up, lint, build and pass every test"
	@echo "make bench   print the benchmarks, one JSON line each"
	@echo "make fuzz    send $(REQUESTS) broken requests to each endpoint of the built program, on this machine only"

setup:
	@sh Tools/setup.sh

setup-test:
	@sh Tools/setup.sh test

# Swift's own libraries go into the program, so that it needs nothing but Debian's C libraries.
build: setup
	swift build --configuration release --static-swift-stdlib --product earshot

demo: build
	.build/release/earshot demo --port $(PORT)

serve: build
	.build/release/earshot serve --config $(CONFIGURATION)

lint: setup
	swift format lint --strict --recursive Sources Tests Package.swift

# One test at a time: they run servers, browsers and killed processes, which must not wait for each other.
test: setup-test lint build
	swift build --build-tests
	swift test --skip-build --no-parallel
	Tests/Clients/run
	Tests/Browser/run

bench: build
	.build/release/earshot bench

# `make test` does the same with 2,000 and the program as it is built for tests.
fuzz: setup-test build
	swift build --build-tests
	EARSHOT_FUZZ=$(REQUESTS) EARSHOT_PROGRAM=$(CURDIR)/.build/release/earshot \
		swift test --skip-build --no-parallel --filter FuzzedService

clean:
	rm -rf .build
