# Two commands matter: `make read` and `make test`. Both install what is missing first.

ARTICLE ?= Examples/putin-zelenskyy-negotiations.txt
PREFIX ?= /usr/local
# PACKAGES=installed skips the check for Debian packages, on other systems.
PACKAGES ?=
export PACKAGES
# The moment that packages and manual pages name: that of the commit, so that the same commit makes the same files.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH

# One file without shared libraries, that starts at once and works wherever it is copied. Generic types are
# made from what the compiler knows of them, not from their names: looking conformances up in all records of
# the program was a third of what happened before the first screen. Caches of generic types and of conformances are made
# as they are needed; laid out beforehand, they would lie between the variables that are used. Each function is a section
# of its own, so that the linker can leave it out, or put it beside others that are called with it.
RELEASE = --configuration release --static-swift-stdlib -Xswiftc -static-executable $(STRIP) -Xswiftc -gnone \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -Xfrontend -Xswiftc -disable-preallocated-instantiation-caches \
  -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections -Xswiftc -use-ld=lld
STRIP = -Xlinker -s
# What only the program to ship is linked with: a list for Scripts/check-symbols, the order of its functions, and the
# commit. Other tools are compiled with the same options, so that building them compiles no module again.
LINKED = -Xlinker --why-extract=$(CURDIR)/.build/galley.extracted -Xlinker --no-warn-symbol-ordering \
  -Xlinker --symbol-ordering-file=$(CURDIR)/Packaging/function-order.txt $$(Scripts/commit-object)
GALLEY = .build/release/galley
# The linker warns of functions in Foundation that load libraries or use mktemp; we call none of them.
QUIET = -e '/statically linked applications/d' -e '/mktemp/d'
SHELL = /bin/bash

# Data that .incbin brings into the binary: SwiftPM does not see that it changed, so its .S is touched.
EMBEDDING := $(wildcard Sources/CEmbeddedData/*.S)
EMBEDDED := $(wildcard Keymaps/*.toml) \
  $(shell find Sources/EmbeddedData -type f ! -name '*.swift' ! -name '*.md')

.DEFAULT_GOAL := build
.PHONY: read build test test-long sanitize sanitize-address sanitize-thread fuzz fuzz-import bench bench-setup bench-pages score mutants coverage soak test-clients test-docs score-verify lint generate order install uninstall dist test-deb test-wheel dependencies clean help

read: build  ## build and open ARTICLE, by default the example
	@$(GALLEY) "$(ARTICLE)"

build: dependencies $(EMBEDDING)  ## build the program to ship: .build/release/galley
	@set -o pipefail; swift build $(RELEASE) $(LINKED) --product galley 2>&1 | sed $(QUIET)

test: dependencies $(EMBEDDING)  ## build and run every test
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

test-long: dependencies $(EMBEDDING) build  ## the same, with the slow tests, sanitizers, and the program to ship
	swift build --build-tests --explicit-target-dependency-import-check error
	GALLEY_LONG_TESTS=1 GALLEY_BINARY="$(CURDIR)/$(GALLEY)" swift test --skip-build
	Scripts/check-symbols
	$(MAKE) sanitize

# What AddressSanitizer and ThreadSanitizer see: memory and threads, without a terminal. Leaks are not looked
# for, since the standard library keeps what it has loaded.
SANITIZED ?= ArchiveTests ArticleModelTests DocumentImportTests NewsAnalysisTests MutationTests SessionTests SidecarsTests ReaderTests VerificationTests
sanitize: sanitize-address sanitize-thread  ## run tests under AddressSanitizer, then ThreadSanitizer

sanitize-address: dependencies $(EMBEDDING)
	GALLEY_TESTS="$(SANITIZED)" ASAN_OPTIONS=detect_leaks=0:use_sigaltstack=0 \
	  swift test --sanitize=address --scratch-path .build/address

sanitize-thread: dependencies $(EMBEDDING)
	GALLEY_TESTS="$(SANITIZED)" TSAN_OPTIONS=halt_on_error=1 \
	  swift test --sanitize=thread --scratch-path .build/thread

MINUTES ?= 10
SEED ?= 1
fuzz: dependencies $(EMBEDDING)  ## try mutated inputs of every kind for MINUTES (KIND=article: of one), from SEED on
	swift build --build-tests --configuration release -Xswiftc -enable-testing --scratch-path .build/fuzz
	GALLEY_FUZZ_SECONDS=$$(( $(MINUTES) * 60 )) GALLEY_FUZZ_SEED=$(SEED) $(if $(KIND),GALLEY_FUZZ_KIND=$(KIND)) \
	  swift test --skip-build --configuration release --scratch-path .build/fuzz --filter MutationTests

# One run a format, from Fuzzing/Corpus on; what libFuzzer finds stays in .build/fuzz-import.
FORMATS ?= $(notdir $(wildcard Fuzzing/Corpus/*))
fuzz-import: dependencies $(EMBEDDING)  ## run libFuzzer on the readers of documents, MINUTES for each of FORMATS
	GALLEY_FUZZING=1 swift build --configuration release --product fuzz-import --scratch-path .build/libfuzzer \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xcc -fsanitize=fuzzer-no-link
	Scripts/fuzz-import $$(( $(MINUTES) * 60 )) $(FORMATS)

# BENCH="--only keys --instructions" and the like; see Scripts/bench --help.
BENCH ?=
bench: build  ## print how fast the program is, against less and others that run in turn with it
	@Scripts/bench --program $(GALLEY) $(BENCH)

bench-setup: dependencies  ## install what `make bench BENCH="--only peers"` compares with, below .build (PyPI)
	Scripts/bench-setup

PAGES ?=
bench-pages: dependencies $(EMBEDDING)  ## compare reading pages (PAGES, or some of our own) with parsing them alone
	@set -o pipefail; swift build $(RELEASE) --product bench-pages 2>&1 | sed $(QUIET)
	@.build/release/bench-pages $(PAGES)

score: dependencies $(EMBEDDING)  ## score each engine on the passages of Gold (ERRORS=1: list what went wrong in open ones)
	@set -o pipefail; swift build $(RELEASE) --product score-passages 2>&1 | sed $(QUIET)
	@.build/release/score-passages $(if $(ERRORS),--errors)

STORIES ?= 100
# HELD_OUT=1 makes them of the words and sentences that no threshold was tuned on.
score-verify: build  ## score galley verify on STORIES made out of transcripts, from SEED on (ERRORS=1: list what went wrong)
	@Benchmarks/Verification/score-verify --program $(GALLEY) --stories $(STORIES) --seed $(SEED) \
	  $(if $(HELD_OUT),--held-out) $(if $(ERRORS),--errors)

# MUTANTS="--only CorpusTests" and the like; see Scripts/mutants --help.
MUTANTS ?=
mutants: dependencies $(EMBEDDING)  ## put each fault of Tests/Faults into a copy of the sources: a test has to notice
	Scripts/mutants $(MUTANTS)

coverage: dependencies $(EMBEDDING)  ## count the lines that tests reach, and write the shares into Documentation/quality.md
	Scripts/coverage

soak: build  ## drive the program with random keys, sizes and signals for MINUTES, from SEED on
	Scripts/soak --minutes $(MINUTES) --seed $(SEED) --program $(GALLEY)

# CLIENTS="pandas LibreOffice" and the like; all of them when it is empty.
CLIENTS ?=
test-clients: build  ## read our exports with the programs they are for, and run the pipelines of Examples (PyPI, Java)
	Tests/Clients/formats/run --program $(GALLEY) $(CLIENTS)
	Tests/Clients/pipelines/run

test-docs: build  ## run the commands in the documents, and check every name in them (PAGES=Documentation/git.md: of one)
	Scripts/test-docs --program $(GALLEY) $(PAGES)

lint:  ## check the format of the code, and that every fault of Tests/Faults has its place
	Scripts/mutants --check
	swift format lint --strict --parallel --recursive Sources Tests Benchmarks Fuzzing Package.swift

generate: dependencies $(EMBEDDING)  ## write what is made from other files: keymaps, tables of keys, screens
	swift run generate
	swift build --product galley
	Scripts/draw-screens
	.build/debug/generate

# The program keeps its symbols, and the next build links it in the new order.
order:  ## write which functions a usual session calls, for the linker to put them side by side (valgrind)
	@$(MAKE) build STRIP="-Xlinker --strip-debug"
	Scripts/order-functions $(GALLEY)
	@rm $(GALLEY)

install: build  ## install under PREFIX (/usr/local): program, keymaps, documentation, manual, completions
	Packaging/install $(GALLEY) "$(DESTDIR)$(PREFIX)"

uninstall:  ## remove from PREFIX what `make install` put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/galley" "$(DESTDIR)$(PREFIX)"/share/man/man1/galley.1 \
	  "$(DESTDIR)$(PREFIX)"/share/man/man5/galley-{keymap,sidecar}.5 \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/galley" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_galley" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/galley.fish"
	rm -rf "$(DESTDIR)$(PREFIX)/share/galley" "$(DESTDIR)$(PREFIX)/share/doc/galley"

# What is written below .build/dist: see Packaging/README.md.
dist: build  ## make the packages to ship below .build/dist: tar.gz, Debian package, Python wheel
	Packaging/tarball $(GALLEY)
	Packaging/debian/build $(GALLEY)
	Packaging/python/build-wheel $(GALLEY)
	cd .build/dist && sha256sum *.tar.gz *.deb *.whl > SHA256SUMS && cat SHA256SUMS

test-deb: dist  ## install, use, upgrade and remove the Debian package in a clean Debian (root; debootstrap)
	Packaging/debian/try

test-wheel: dist  ## try the Python wheel in a virtual environment, with spaCy (PyPI)
	Packaging/python/try

dependencies:
	@Scripts/install-dependencies

clean:  ## remove everything that was built
	rm -rf .build

help:  ## list these
	@sed -n 's/^\([a-z-]*\):.*##  */\1\t/p' $(MAKEFILE_LIST) | expand -t 14

$(EMBEDDING): $(EMBEDDED)
	@touch $@
