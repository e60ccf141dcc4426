# Everything starts here: `make demo` and `make test` work alone on a fresh Debian 12 with Swift.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
.PHONY: build demo test lint bench fuzz mutate court-page deps gate clean

SWIFT ?= swift
# Without --disable-local-rpath SwiftPM leaves a run path in the binaries, and whoever may write there would become root.
# Swift looks generic types up by their names at every start, 4 % of a launch; with this flag it finds them directly. The flag stands here
# and not in the package, because nobody can depend on a package with such a flag.
RELEASE := $(SWIFT) build -c release --disable-local-rpath \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
PRODUCTS := .build/release
PROGRAMS := sallyport sallyport-setup sallyport-command-runner sallyport-probe
# Not started by the sandbox, so not under the gate.
TOOLS := sallyport-scenarios
SOURCES := $(wildcard Sources Platforms Tests Package.swift)

# What is looked for, and the Debian package that has it. Only what is missing is installed.
NEEDED := /usr/include/seccomp.h=libseccomp-dev /usr/lib/$(shell uname -m)-linux-musl/libc.a=musl-dev nft=nftables setfacl=acl ip=iproute2 ss=iproute2 unshare=util-linux \
	setpriv=util-linux useradd=passwd mkfs.ext4=e2fsprogs readelf=binutils git=git gcc=gcc make=make python3=python3 \
	ping=iputils-ping script=bsdutils py.test-3=python3-pytest /usr/share/doc/python3-venv=python3-venv h2xs=perl bwrap=bubblewrap \
	/usr/bin/node=nodejs cargo=cargo strace=strace pgrep=procps
NEEDED_TO_COMPARE := /usr/lib/python3/dist-packages/samba=python3-samba

hash := \#

# The packages that are missing, of a list of the kind above.
missing = $(shell PATH=$$PATH:/usr/sbin:/sbin; for pair in $(1); do what=$${pair%%=*}; \
	if ! { [[ $$what = /* && -e $$what ]] || type -P "$$what" >/dev/null; }; then echo "$${pair$(hash)*=}"; fi; done | sort -u)
# Installs them, as root or through sudo.
install = set -- $(call missing,$(1)); if [ $$$(hash) -gt 0 ]; then echo "installing $$*"; \
	run() { if [ "$$(id -u)" = 0 ]; then "$$@"; else sudo "$$@"; fi; }; \
	run apt-get update -qq; DEBIAN_FRONTEND=noninteractive run apt-get install -qq -y --no-install-recommends "$$@"; fi

deps:
	@$(call install,$(NEEDED))

build: deps
	$(RELEASE) $(addprefix --product ,sallyport)
	@for program in $(filter-out sallyport,$(PROGRAMS)) $(TOOLS); do $(RELEASE) --product $$program; done
	@$(MAKE) --no-print-directory gate

# What runs as root must not load code from where others may write, and the runner and the probe load none at all.
gate:
	@for program in $(PROGRAMS); do \
		dynamic=$$(readelf -dW $(PRODUCTS)/$$program); \
		if grep -Eq 'RPATH|RUNPATH' <<<"$$dynamic"; then echo "gate: run path left in $$program" >&2; exit 1; fi; \
		if ! grep -q BIND_NOW <<<"$$dynamic"; then echo "gate: $$program is not bound at start" >&2; exit 1; fi; \
		if ! readelf -hW $(PRODUCTS)/$$program | grep -q 'DYN'; then echo "gate: $$program has a fixed address" >&2; exit 1; fi; \
	done
	@for program in sallyport-command-runner sallyport-probe; do \
		if readelf -dW $(PRODUCTS)/$$program | grep -q NEEDED || readelf -lW $(PRODUCTS)/$$program | grep -q INTERP; then \
			echo "gate: $$program is not static" >&2; exit 1; fi; \
	done
	@echo "gate: no run paths, bound at start, position independent; the runner is static"

# The tables of docs/court.md, as the command prints them: each stands below its command.
court-page: deps
	$(SWIFT) build --product sallyport && $(SWIFT) build --product sallyport-scenarios
	@awk '/^\$$ sallyport court/ { print; command = ".build/debug/" substr($$0, 3); \
		while ((command | getline line) > 0 && line != "") print line; close(command); skipping = 1; next } \
		/^```/ { skipping = 0 } !skipping' docs/court.md >docs/court.md.new
	@mv docs/court.md.new docs/court.md

demo: build
	@Tests/Demo/demo.sh $(PRODUCTS)

test: deps
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

bench: build
	@$(call install,$(NEEDED_TO_COMPARE))
	@for tool in grant-tool simulation-benchmark; do $(RELEASE) --product $$tool; done
	@Tests/Benchmarks/run $(PRODUCTS)

# Takes layers, and properties of designs, away one at a time; a scenario has to notice each.
mutate: build
	$(RELEASE) --product mutation-run
	Tests/MutationRun/run

# The readers of untrusted bytes; what they take must print and read to itself. RUNS executions for each, ten million
# unless said otherwise; PARSERS="sddl json" feeds only those.
PARSERS ?=
fuzz: deps
	Tests/Fuzz/run $(PARSERS)

clean:
	$(SWIFT) package clean
