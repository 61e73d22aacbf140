# Earshot. `make demo` sets everything up and serves a sample brand; `make test` sets up and passes every test.

CONFIGURATION := bot-config/earshot.json
PORT ?= 8080

# What `make fuzz` feeds each decoder and sends to each endpoint.
INPUTS := 1000000
REQUESTS := 100000
# What `make kill` delivers.
DELIVERIES := 10000

.PHONY: help setup setup-test build demo serve test lint bench fuzz fuzz-decoders kill clean

help:
	@echo "make demo    set up, build, load a sample brand and serve it; prints the console's address"
	@echo "make build   set up and leave .build/release/earshot"
	@echo "make serve   build and serve what bot-config/earshot.json configures"
	@echo "make test    set up, lint, build and pass every test"
	@echo "make bench   print the benchmarks, one JSON line each"
	@echo "make fuzz    feed $(INPUTS) broken inputs to each decoder with sanitizers on, and send $(REQUESTS) broken"
	@echo "             requests to each endpoint of the built program, on this machine only"
	@echo "make kill    kill the built program again and again during $(DELIVERIES) deliveries to platforms that do much wrong"

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

test: setup-test lint build
	swift build --build-tests
	@sh Tools/test.sh

bench: build
	.build/release/earshot bench

# `make test` does the same with 2,000 and the program as it is built for tests.
fuzz: setup-test build fuzz-decoders
	swift build --build-tests
	EARSHOT_FUZZ=$(REQUESTS) EARSHOT_PROGRAM=$(CURDIR)/.build/release/earshot \
		swift test --skip-build --no-parallel --filter FuzzedService

# Swift's own checks (overflow, bounds, exclusive access) end the program too. Swift on Linux has no sanitizer for
# undefined behaviour of its own; the one of Clang is on for what of C is compiled with it.
fuzz-decoders: setup
	swift build --configuration release --sanitize=address -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined \
		--scratch-path .build/sanitized --product FuzzDecoders
	.build/sanitized/release/FuzzDecoders --inputs $(INPUTS)

# `make test` does the same with 300 and the program as it is built for tests.
kill: setup-test build
	swift build --build-tests
	rm -rf .build/transcripts/kill
	EARSHOT_DELIVERIES=$(DELIVERIES) EARSHOT_PROGRAM=$(CURDIR)/.build/release/earshot \
		EARSHOT_TRANSCRIPTS=$(CURDIR)/.build/transcripts/kill \
		swift test --skip-build --no-parallel --filter KilledDeliveries

clean:
	rm -rf .build
