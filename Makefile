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
# make bench    measure Trawl on a synthetic archive, and beside it what is installed of tantivy, SQLite, DuckDB and
#               ripgrep (ITEMS=1000000, PYTHON=python3, PEERS=tantivy,fts5,duckdb,ripgrep,
#               SUITES=import,search,report,changes,peers,hostile,ingest)
# make install  put trawl, its man page, completions, queries and reports under PREFIX (/usr/local)
# make uninstall  take them away again
# make clean    remove what was built

SHELL = /bin/bash
.SHELLFLAGS = -eo pipefail -c
PREFIX ?= /usr/local
ITEMS ?= 1000000
QUERIES ?= 1000000
POINTS ?= 60
PYTHON ?= python3
SUITES ?= import,search,report,changes,peers,hostile,ingest
PEERS ?= tantivy,fts5,duckdb,ripgrep
SWIFT ?= swift
BINARY = .build/release/trawl
RELEASE = -c release --static-swift-stdlib

.PHONY: setup build demo test soak fuzz lint format golden bench install uninstall clean embed

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
	.build/release/Benchmark --trawl $(BINARY) --items $(ITEMS) --python $(PYTHON) --suites $(SUITES) \
		--peers $(PEERS) --markdown .build/bench/results-$(ITEMS).md

embed:
	@Scripts/embed.sh

# Where man and the shells look under a prefix.
MAN = $(DESTDIR)$(PREFIX)/share/man/man1/trawl.1
BASH_COMPLETION = $(DESTDIR)$(PREFIX)/share/bash-completion/completions/trawl
ZSH_COMPLETION = $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_trawl
FISH_COMPLETION = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/trawl.fish
DEFINITIONS = $(wildcard queries/*.query reports/*.md)

install: build
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/trawl
	$(BINARY) man | install -D -m 644 /dev/stdin $(MAN)
	$(BINARY) completions bash | install -D -m 644 /dev/stdin $(BASH_COMPLETION)
	$(BINARY) completions zsh | install -D -m 644 /dev/stdin $(ZSH_COMPLETION)
	$(BINARY) completions fish | install -D -m 644 /dev/stdin $(FISH_COMPLETION)
	for file in $(DEFINITIONS); do install -D -m 644 $$file $(DESTDIR)$(PREFIX)/share/trawl/$$file; done

# What someone else put beside the queries and reports stays.
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/trawl $(MAN) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/share/trawl/,$(DEFINITIONS))
	-rmdir $(DESTDIR)$(PREFIX)/share/trawl/queries $(DESTDIR)$(PREFIX)/share/trawl/reports $(DESTDIR)$(PREFIX)/share/trawl

clean:
	rm -rf .build
