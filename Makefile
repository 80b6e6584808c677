# make setup    install the Debian packages Trawl needs, where they are missing
# make build    build trawl for release, the Swift standard library inside: .build/release/trawl
# make demo     a synthetic tenant, imported, searched and reported on (installs and builds first)
# make test     every test (installs and builds first)
# make soak     an ingest killed at 60 random moments, each ending as if it had not been (POINTS=60)
# make fuzz     a million random and mutated queries, in release (QUERIES=1000000)
# make lint     formatting and file sizes
# make format   lay the sources out as lint wants them
# make golden   record the golden files anew; fails on purpose, so that no one takes it for a test
# make embed    copy queries/ and reports/ into the sources of the binary
# make bench    measure import, search, reports and start-up on a synthetic archive (ITEMS=1000000)
# make install  put trawl, its queries and its reports under PREFIX (/usr/local)
# make clean    remove what was built

SHELL = /bin/bash
PREFIX ?= /usr/local
ITEMS ?= 1000000
QUERIES ?= 1000000
POINTS ?= 60
SWIFT ?= swift
BINARY = .build/release/trawl
RELEASE = -c release --static-swift-stdlib

.PHONY: setup build demo test soak fuzz lint format golden bench install clean embed

setup:
	@Scripts/setup.sh

build: setup
	$(SWIFT) build $(RELEASE) --product trawl

demo: build
	@Scripts/demo.sh $(BINARY)

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

soak: setup
	$(SWIFT) build --build-tests
	TRAWL_SOAK=$(POINTS) $(SWIFT) test --skip-build --disable-xctest --filter killedAtAnyMoment

fuzz: setup
	$(SWIFT) build -c release --build-tests --build-path .build/fuzz -Xswiftc -enable-testing
	TRAWL_FUZZ=$(QUERIES) $(SWIFT) test -c release --build-path .build/fuzz --skip-build --disable-xctest \
	  -Xswiftc -enable-testing --filter anyTextIsAnsweredOrExplained

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	@Scripts/check-sizes.sh

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

golden: setup
	RECORD=1 $(SWIFT) test --disable-xctest

bench: setup
	$(SWIFT) build $(RELEASE) --product trawl
	$(SWIFT) build $(RELEASE) --product Benchmark
	.build/release/Benchmark --trawl $(BINARY) --items $(ITEMS)

embed:
	@Scripts/embed.sh

install: build
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/trawl
	install -d $(DESTDIR)$(PREFIX)/share/trawl/queries $(DESTDIR)$(PREFIX)/share/trawl/reports
	install -m 644 queries/* $(DESTDIR)$(PREFIX)/share/trawl/queries
	install -m 644 reports/* $(DESTDIR)$(PREFIX)/share/trawl/reports

clean:
	rm -rf .build
