# Chores of Stet. `make demo` to see it work, `make test` for all that must hold before a change goes in.
# Plain POSIX make; one build folder, .build, for everything.
.POSIX:
.PHONY: all demo test build unit-tests command-line-tests readme-is-current schema-is-current man-is-current \
	lint-format data-is-current packages release install check-install check-fix check-reports check-packages \
	check-integrations check-spark packaging archive deb data readme schema man format bench server install-server \
	check-server bench-server check-page clean

PREFIX = /usr/local
DESTDIR =
MANUALS = $(PREFIX)/share/man/man1
BASH_COMPLETIONS = $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d

# A crashed Swift program would otherwise spend minutes on a backtrace, holding its pipes open.
SWIFT = SWIFT_BACKTRACE=enable=no swift

# The second English dictionary, hunspell-en-gb, is used when it is there and not asked for.
SYSTEM_PACKAGES = libhunspell-dev hunspell-en-us libmd4c-dev libyaml-dev libpcre2-dev pkg-config

# The Swift runtime goes into the program, so that it runs where no toolchain is.
RELEASE = -c release --static-swift-stdlib
STET = .build/release/stet

all: release

# Findings are what the demonstration is about: status 1 is a success here, 2 is not.
demo: packages release
	$(STET) lint Examples || test $$? -eq 1

# Everything that runs on a change. The slow half comes first to last in the order in which it can fail.
test: packages data-is-current lint-format build unit-tests command-line-tests schema-is-current man-is-current \
	readme-is-current

build:
	$(SWIFT) build --build-tests

unit-tests: build
	$(SWIFT) test --skip-build

command-line-tests: build
	sh Tests/command-line.sh .build/debug/stet

# The output shown in README.md is real: it is made again and compared.
readme-is-current: build
	sh Tests/readme.sh .build/debug/stet | diff -u README.md - \
	|| { echo "README.md shows other output than stet gives: run \`make readme\`" >&2; exit 1; }

# Editors complete stet.yml by it, so it must know every rule.
schema-is-current: build
	.build/debug/stet config schema | diff -u Integrations/stet.schema.json - \
	|| { echo "the schema of stet.yml is not current: run \`make schema\`" >&2; exit 1; }

# The manual page names every command, option and rule.
man-is-current: build
	sh Tests/manual.sh .build/debug | diff -u Integrations/stet.1 - \
	|| { echo "the manual page is not current: run \`make man\`" >&2; exit 1; }

lint-format:
	swift format lint --strict -r -p Sources Tests Package.swift

data-is-current:
	sh Sources/CStetData/list-files.sh | diff -u Sources/CStetData/files.h - \
	|| { echo "files.h is not current: run \`make data\`" >&2; exit 1; }

# Installs what is missing, and asks for rights only then. Elsewhere than on Debian it says what is needed.
packages:
	@missing=; \
	for package in $(SYSTEM_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	  || missing="$$missing $$package"; \
	done; \
	test -n "$$missing" || exit 0; \
	if ! command -v apt-get >/dev/null; then \
	  echo "Stet needs what Debian calls$$missing; install it with your system's own tool." >&2; \
	  exit 0; \
	fi; \
	root=; test "$$(id -u)" -eq 0 || root=sudo; \
	$$root apt-get update -q && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing

release:
	$(SWIFT) build $(RELEASE) --product stet

# The program carries its rules and word lists; the spelling dictionary stays the system's.
# -s leaves out the symbols, half of the file.
install: release
	mkdir -p $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(STET) $(DESTDIR)$(PREFIX)/bin/stet
	mkdir -p $(DESTDIR)$(MANUALS) $(DESTDIR)$(BASH_COMPLETIONS) $(DESTDIR)$(ZSH_COMPLETIONS) \
	  $(DESTDIR)$(FISH_COMPLETIONS)
	install -m 644 Integrations/stet.1 $(DESTDIR)$(MANUALS)/stet.1
	$(STET) completions bash > $(DESTDIR)$(BASH_COMPLETIONS)/stet
	$(STET) completions zsh > $(DESTDIR)$(ZSH_COMPLETIONS)/_stet
	$(STET) completions fish > $(DESTDIR)$(FISH_COMPLETIONS)/stet.fish

# Whether the installed program stands alone: another user, another folder, an empty environment.
check-install: release
	sh Tests/install.sh

# Kills `stet fix` at 1,000 random moments; some minutes.
check-fix: release
	sh Tests/kill-fix.sh $(STET)

# Ten thousand random edits of the examples, each linted from the version before and from scratch; some minutes.
.PHONY: check-edits
check-edits: packages
	$(SWIFT) build $(RELEASE) --product stet-dev
	.build/release/stet-dev edits Examples/*.txt Examples/*.md --count 10000

# What the packages are made of and with, over what the build takes.
PACKAGING = patchelf dpkg-dev hunspell-en-gb
PACKAGES = .build/packages
NAME = stet-$$($(STET) --version)-linux-$$(uname -m)

packaging: packages release
	$(MAKE) packages SYSTEM_PACKAGES="$(PACKAGING)"
	rm -rf $(PACKAGES)/stage
	$(MAKE) install DESTDIR=$(PACKAGES)/stage PREFIX=/usr

# One archive that runs where it is unpacked, with the C libraries and dictionaries inside.
archive: packaging
	sh Integrations/archive.sh $(PACKAGES)/stage $(PACKAGES)/$(NAME).tar.gz

# A Debian package that takes libraries and dictionaries from Debian's own.
deb: packaging
	sh Integrations/debian/build.sh $(PACKAGES)/stage $(PACKAGES)

# Installs both in a new Debian made by debootstrap and runs them there. Needs root and some minutes.
check-packages: archive deb
	$(MAKE) packages SYSTEM_PACKAGES="debootstrap lintian"
	sh Tests/packages.sh $(PACKAGES)/$(NAME).tar.gz $(PACKAGES)/*.deb

# Runs the hooks under the real pre-commit and the steps of the action as a runner would. Needs Python's pip.
check-integrations: packages release
	sh Tests/integrations.sh $(STET)

# Gives each report to programs that read such reports, from PyPI and the system, and the page to a browser. Slow.
check-reports: release
	sh Tests/reports.sh $(STET)

# Lists the files of Dictionaries/ and Rules/ that the program carries. After adding or removing one.
data:
	sh Sources/CStetData/list-files.sh > Sources/CStetData/files.h.new
	mv Sources/CStetData/files.h.new Sources/CStetData/files.h

# Puts into README.md what the program says today. Read the difference before you commit it.
readme:
	$(SWIFT) build --product stet
	sh Tests/readme.sh .build/debug/stet > README.md.new
	mv README.md.new README.md

# Makes the schema of stet.yml again from the rules.
schema:
	$(SWIFT) build --product stet
	.build/debug/stet config schema > Integrations/stet.schema.json.new
	mv Integrations/stet.schema.json.new Integrations/stet.schema.json

# Makes the manual page again from the commands and the rules.
man:
	$(SWIFT) build --product stet
	$(SWIFT) build --product stet-dev
	sh Tests/manual.sh .build/debug > Integrations/stet.1.new
	mv Integrations/stet.1.new Integrations/stet.1

format:
	swift format -i -r -p Sources Tests Package.swift

# Times are for comparing on one machine, never for passing or failing.
bench: release
	$(SWIFT) build $(RELEASE) --product stet-dev
	.build/release/stet-dev bench --stet $(STET)

# The HTTP server: a program of its own, and only built when asked for. The first time takes some minutes.
SERVER = .build/release/stet-server
ARTICLE = Tests/StetRulesTests/Articles/mauritania.txt

server: packages
	$(SWIFT) build $(RELEASE) --product stet-server

install-server: server
	mkdir -p $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(SERVER) $(DESTDIR)$(PREFIX)/bin/stet-server

# Clients of LanguageTool from PyPI, hostile clients, start and stop. Some three minutes; needs Python's venv.
check-server: server
	sh Tests/server.sh $(SERVER)

# 200 requests a second for a minute with an article. Times are for comparing on one machine.
bench-server: server
	python3 Tests/server/load.py $(SERVER) $(ARTICLE)

# Uses the page of the server in a headless Chromium: types, applies fixes, drops files, stops the server. Slow.
check-page: server
	$(MAKE) packages SYSTEM_PACKAGES="chromium python3-venv"
	sh Tests/page.sh $(SERVER)

clean:
	rm -rf .build

# Everything that is too slow for each change; some half an hour, and much from Debian and PyPI.
.PHONY: check-all
check-all: check-install check-edits check-fix check-reports check-packages check-integrations check-editors \
	check-server check-page check-spark

# Lints a collection on a Spark cluster of two executors, from PyPI, and kills one of them. Some minutes.
check-spark: packages release
	command -v java > /dev/null || $(MAKE) packages SYSTEM_PACKAGES=openjdk-17-jre-headless
	test -x .build/spark/bin/python || python3 -m venv .build/spark
	.build/spark/bin/pip install -q -r Tests/Spark/requirements.txt
	.build/spark/bin/python Tests/Spark/survive.py $(STET) Integrations/spark/lint_collection.py

# The language server in Neovim, in a client from PyPI, and under a client that misbehaves. Some minutes.
.PHONY: check-editors bench-editors
check-editors: release
	$(MAKE) packages SYSTEM_PACKAGES="neovim python3-venv"
	sh Tests/editors/check.sh $(STET)

# Times and memory of the language server.
bench-editors: release
	python3 Tests/editors/measure.py $(STET) Examples/*.txt Examples/*.md
