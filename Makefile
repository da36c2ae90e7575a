# handbook - builds the program, the book and everything that checks them
#
#   make            the program and the handbook        make help    this list

# ---- settings -----------------------------------------------------------------------
PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= gcc
O       ?= -O2 -g
MODE     = -fwrapv # a sum that no test made overflow gives a wrong length, never undefined

PKGS    := libxml-2.0 libxslt libexslt pango pangocairo pangoft2 harfbuzz harfbuzz-subset icu-i18n \
           icu-uc cairo cairo-pdf fontconfig librsvg-2.0 gdk-pixbuf-2.0 libqpdf libzip libbrotlienc zlib
LIBS     = $(shell pkg-config --libs $(PKGS)) -lm
INCLUDES = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PKGS)))

# make V=1 shows the commands whole.
Q   = $(if $(V),,@)
SAY = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),@:,@printf '  %-5s %s\n')

BUILD   := build
ifdef SAN
BUILD   := build/san
O       := -O1 -g -fno-omit-frame-pointer
MODE    := -fsanitize=address,undefined -fno-sanitize-recover=undefined
endif
ifdef COVER
BUILD   := build/cover
O       := -O0 -g
MODE    := --coverage
endif

WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef \
           -Wvla -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference -Wdouble-promotion \
           -Werror=implicit-function-declaration
CFLAGS   = -std=c17 -D_GNU_SOURCE $(O) $(MODE) $(WARN) $(WERROR) -Isrc $(INCLUDES)

SRC     := $(wildcard src/*.c src/*/*.c)
OBJ      = $(SRC:src/%.c=$(BUILD)/o/%.o)

.DEFAULT_GOAL := all
.PHONY: all specimen clean help deps handbook check check-san elements install tidy format cover bench fuzz docbook-xsl
all: $(BUILD)/handbook handbook ## the program and the handbook

# ---- the program --------------------------------------------------------------------
$(BUILD)/handbook: $(OBJ)
	$(SAY) link $@
	$(Q)$(CC) $(MODE) -o $@ $(OBJ) $(LIBS)

$(BUILD)/o/%.o: src/%.c
	@mkdir -p $(@D)
	$(SAY) cc $<
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJ:.o=.d)

# ---- the book -----------------------------------------------------------------------
EDITION := build/edition

handbook: $(BUILD)/handbook ## the ASEAN-Japan Cybersecurity Policy Handbook, in build/edition
	$(BUILD)/handbook build -o $(EDITION) handbook/handbook.xml

specimen: $(BUILD)/handbook ## the fonts in every language, build/specimen.pdf; with breaks marked: specimen-breaks.pdf
	$(BUILD)/handbook format -o build/specimen.pdf fonts/specimen.fo
	$(BUILD)/handbook format --show=breaks -o build/specimen-breaks.pdf fonts/specimen.fo

# ---- what the machine needs ---------------------------------------------------------
PACKAGES = $(shell sed 's/#.*//' .ci/packages)
SUDO     = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

deps: ## install the Debian packages of .ci/packages that are missing
	@missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || \
	command -v $$p >/dev/null || echo $$p; done); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -q && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; fi

# ---- tests --------------------------------------------------------------------------
UNIT     = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
UNIT_OBJ = $(filter-out $(BUILD)/o/main.o,$(OBJ))

$(BUILD)/unit/%: tests/unit/%.c $(wildcard tests/unit/*.h tests/unit/*.def) $(UNIT_OBJ)
	@mkdir -p $(@D)
	$(SAY) link $@
	$(Q)$(CC) $(CFLAGS) -o $@ $< $(UNIT_OBJ) $(LIBS) -lhyphen

check: $(BUILD)/handbook $(UNIT) ## every test; closes with "N passed, N failed"
	@HANDBOOK=$(BUILD)/handbook tests/run $(T)

check-web: $(BUILD)/handbook ## of these the checks of the pages in a browser
	@HANDBOOK=$(BUILD)/handbook tests/run tests/web

elements: $(BUILD)/handbook ## which elements of DocBook show in PDF and HTML: the table in README.md
	@HANDBOOK=$(abspath $(BUILD)/handbook) tests/styles/coverage --update

check-san: ## the tests under address and undefined behaviour sanitizers
	@$(MAKE) SAN=1 check

docbook-xsl: $(BUILD)/handbook ## CORPUS=folder: its books by the stock stylesheets, and no word lost
	@HANDBOOK=$(BUILD)/handbook tests/conformance/docbook $(CORPUS) $(V)

conformance: $(BUILD)/handbook ## CASES=folder: against the reference layouts in it (V=-v: details)
	@HANDBOOK=$(BUILD)/handbook tests/conformance/run $(CASES) $(V)

# A program of its own build: clang's fuzzer wants every file instrumented.  Clang also warns of
# casts in the macros of libraries, which gcc knows are not ours.
FUZZ     = -g -fsanitize=address,undefined -Wno-cast-qual
FUZZ_OBJ = $(UNIT_OBJ:$(BUILD)/o/%=build/fuzz/o/%)

build/fuzz/o/%.o: src/%.c
	@mkdir -p $(@D)
	$(SAY) clang $<
	$(Q)clang $(CFLAGS) $(FUZZ) -fsanitize=fuzzer-no-link -MMD -MP -c -o $@ $<

build/fuzz/%: tests/fuzz/%.c $(FUZZ_OBJ)
	$(SAY) link $@
	$(Q)clang $(CFLAGS) $(FUZZ) -fsanitize=fuzzer -o $@ $< $(FUZZ_OBJ) $(LIBS)

.SECONDARY: $(FUZZ_OBJ)
-include $(FUZZ_OBJ:.o=.d)

fuzz: build/fuzz/$(T) ## T=doc or fo: finds input that breaks a reader (TIME=seconds, default 60)
	@mkdir -p build/fuzz/corpus-$(T)
	LSAN_OPTIONS=suppressions=tests/lsan.supp build/fuzz/$(T) -max_len=4096 -timeout=10 \
		-max_total_time=$(or $(TIME),60) -artifact_prefix=build/fuzz/ \
		$(addprefix -dict=,$(wildcard tests/fuzz/$(T).dict)) \
		build/fuzz/corpus-$(T) $(wildcard tests/bad tests/$(T))

cover: ## share of lines that the tests run, a line a file; fails under 85 %
	@$(MAKE) COVER=1 check
	@tests/cover build/cover 85

bench: $(BUILD)/handbook ## CPU time, memory and pages; CORPUS=folder adds the Debian Handbook
	@HANDBOOK=$(BUILD)/handbook tests/bench/run $(CORPUS)

tidy: ## clang-tidy over the program; warnings are errors
	clang-tidy --quiet $(SRC) -- $(CFLAGS)

format: ## clang-format over the program
	clang-format -i $(wildcard src/*.c src/*/*.c src/*/*.h tests/unit/*.c)

$(BUILD)/lines: tests/bench/lines.c $(UNIT_OBJ)
	$(CC) $(CFLAGS) -o $@ $< $(UNIT_OBJ) $(LIBS)

bench-lines: $(BUILD)/lines $(BUILD)/handbook ## CORPUS=folder: evenness of lines by language, beside PangoLayout and FOP
	@LINES=$(BUILD)/lines HANDBOOK=$(BUILD)/handbook tests/bench/compare $(CORPUS)

# ---- installing ---------------------------------------------------------------------
DATA := $(DESTDIR)$(PREFIX)/share/handbook

install: $(BUILD)/handbook ## into DESTDIR and PREFIX (default /usr/local)
	install -D $(BUILD)/handbook $(DESTDIR)$(PREFIX)/bin/handbook
	mkdir -p $(DATA)
	cp -RP styles fonts $(DATA)/
	install -D -m 644 src/cli/handbook.1 $(DESTDIR)$(PREFIX)/share/man/man1/handbook.1
	install -D -m 644 src/cli/handbook.bash \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/handbook

# ---- the rest -----------------------------------------------------------------------
clean: ## remove everything that was built
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 18
