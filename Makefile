# Tributary. `make` builds build/tributary; `make run` serves a sample organisation; `make test` runs every test.
# Other words: deps unit check asan tsan fuzz e2e picture bench quality speed pages crash lint fmt pot install clean.
# Knobs: V=asan or V=tsan picks a variant, each in its own folder; CC=clang B=build/clang; CI=1 (or WERR=1) makes
# warnings errors; VERBOSE=1 shows commands; DB=FILE and ARGS=… for run.

# Debian's names of what is needed: to build, and to test
DEBS   := gcc make pkg-config gettext gzip nodejs npm libmicrohttpd-dev libsqlite3-dev libcmark-dev libjansson-dev \
	libyaml-dev libcsv-dev libsodium-dev libcurl4-openssl-dev tzdata
DEBS_TEST := libcmocka-dev clang clang-format libclang-rt-dev chromium fonts-noto-cjk tidy wrk curl git cppcheck clang-tidy shellcheck \
	libutf8proc-dev opencc unicode-data bzip2 perl libxml2-utils poppler-utils mold python3-aiosmtpd

Q      := $(if $(VERBOSE),,@)
B      := build$(if $(V),/$(V))
G      := build/gen# what the tools below make: the same for every variant
T      := build/tools
CC     := $(if $(filter default,$(origin CC)),cc,$(CC))
PKGS   := libmicrohttpd sqlite3 libcmark jansson yaml-0.1 libsodium libcurl
LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcsv -lpthread -lm
MOLD   := $(if $(shell command -v mold),-fuse-ld=mold)# two hundred programs are linked for the tests
WARN   := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla $(if $(CI)$(WERR)$(V),-Werror)
HARD   := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
SAN_asan := -fsanitize=address,undefined -fno-sanitize-recover=all -U_FORTIFY_SOURCE
SAN_tsan := -fsanitize=thread -U_FORTIFY_SOURCE
SAN_fuzz := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -U_FORTIFY_SOURCE
CFLAGS += -std=gnu11 -D_GNU_SOURCE -O2 -g$(if $(V),1) $(WARN) $(HARD) $(SAN_$(V)) -Iserver -I$(G) $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
LDFLAGS += -pie -Wl,-z,relro,-z,now $(SAN_$(V)) $(if $(V),$(MOLD))

SRC    := $(wildcard $(patsubst %,server/%/*.c,base doors store rules views web))
PAGES  := $(wildcard templates/*.html)
PO     := $(wildcard templates/po/zh/*.po)
OBJ    := $(SRC:server/%.c=$(B)/%.o) $(PAGES:templates/%.html=$(B)/pages/%.o) $(B)/embedded.o
THREADED := $(shell grep -l pthread tests/*_test.c)
TESTS  := $(patsubst tests/%.c,$(B)/tests/%,$(if $(filter tsan,$(V)),$(THREADED),$(wildcard tests/*_test.c)))

.PHONY: all run deps deps-test unit check asan tsan fuzz fuzzers e2e picture bench quality speed pages crash test lint fmt pot install clean
.DELETE_ON_ERROR:
.SECONDARY:
all: $(OBJ) $(if $(wildcard server/main.c),$(B)/tributary)

$(B)/%.o: server/%.c | $(G)/templates.h
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/tributary: $(OBJ) $(patsubst server/%.c,$(B)/%.o,$(wildcard server/*.c))
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/tests/%: tests/%.c $(OBJ) | $(G)/templates.h
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -Itests $(LDFLAGS) -o $@ $(filter %.c %.o,$^) $(LIBS) -lcmocka

# ---- tools, and what they make: pages, words, files ------------------------------------------------------

# What there is; newer than what is made of it only when something came or went.
$(G)/list: .FORCE
	@mkdir -p $(@D)
	@echo '$(FILES) $(PAGES) $(PO)' | cmp -s - $@ || echo '$(FILES) $(PAGES) $(PO)' >$@
.PHONY: .FORCE

$(T)/tmplc: $(addprefix server/tools/,place.c words.c tmplc.h place.h)
$(T)/%: server/tools/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=gnu11 -D_GNU_SOURCE -O1 -g $(WARN) -o $@ $(filter %.c,$^)

$(G)/%.html.c: templates/%.html $(T)/tmplc
	@mkdir -p $(@D)
	$(Q)$(T)/tmplc $< >$@

$(G)/templates.h: $(PAGES) $(T)/tmplc $(G)/list
	@mkdir -p $(@D)
	$(Q)$(T)/tmplc -h $(PAGES) >$@.new && if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

$(B)/pages/%.o: $(G)/%.html.c $(G)/templates.h
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(G)/zh.mo: $(PO) $(G)/list
	$(Q)msgcat --use-first -o $(G)/zh.po $(PO)
	$(Q)msgfmt --check-format --check-domain --endianness=little -o $@ $(G)/zh.po

NPM    := node_modules/.package-lock.json
VENDOR := htmx.org/dist/htmx.min.js
OWN    := $(filter-out %.txt,$(wildcard templates/static/*)) $(G)/icons.svg $(G)/markdown-toolbar.js
FILES  := $(wildcard schema/*.sql templates/sample/*.* templates/sample/stories/* templates/coach/*.txt) $(OWN) $(VENDOR:%=node_modules/%) $(G)/zh.mo
name_of = $(if $(filter %.sql,$1),$1,$(if $(filter templates/sample/% templates/coach/%,$1),$(1:templates/%=%),$(if $(filter %.mo,$1),,static/)$(notdir $1)))

$(NPM): package.json package-lock.json .npmrc
	$(Q)npm ci --prefer-offline --loglevel=error >/dev/null && touch $@

$(VENDOR:%=node_modules/%): $(NPM) ;

$(G)/markdown-toolbar.js: $(NPM)
	@mkdir -p $(@D)
	$(Q)cp node_modules/@github/markdown-toolbar-element/dist/index.js $@

$(G)/icons.svg: templates/static/icons.txt server/tools/sprite.sh $(NPM)
	@mkdir -p $(@D)
	$(Q)server/tools/sprite.sh $< node_modules/lucide-static/icons >$@

$(G)/embedded.c: $(FILES) $(T)/embed $(G)/list
	$(Q)$(T)/embed $(foreach f,$(FILES),$(call name_of,$f)=$f) >$@

$(B)/embedded.o: $(G)/embedded.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# ---- tests -----------------------------------------------------------------------------------------------

unit: $(TESTS) $(T)/tmplc $(if $(filter tsan,$(V)),,$(B)/tributary)
	@B=$(B) CC=$(CC) SAN="$(SAN_$(V))" tests/run.sh $(if $(filter tsan,$(V)),,$(wildcard tests/*_test.sh)) $(TESTS)

asan tsan:
	@$(MAKE) --no-print-directory V=$@ unit

check: $(G)/messages.pot
	@tests/run.sh server/tools/check.sh

fuzz:
	@$(MAKE) --no-print-directory V=fuzz CC=clang fuzzers

SECONDS_EACH ?= 20
FUZZERS := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*_fuzz.c))
$(B)/fuzz/%: tests/fuzz/%.c $(OBJ)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP $(LDFLAGS) -fsanitize=fuzzer -o $@ $(filter %.c %.o,$^) $(LIBS)

fuzzers: $(FUZZERS)
	@tests/fuzz.sh $(SECONDS_EACH) $(FUZZERS)

e2e: all
	@tests/e2e.sh $(wildcard tests/e2e/*_test.mjs)

# The README's picture: pages of the sample organisation, as they look now.
picture: all
	@node tests/e2e/picture.mjs docs/picture.png

bench crash: all
	@LIBS="$(LIBS)" tests/$@/run.sh

# Search beside Xapian and Groonga; what they want is not installed by make (tests/bench/engines.sh names it). And what pages cost
# at 10,000 and at 1,000,000 points.
quality speed pages: all
	@LIBS="$(LIBS)" tests/bench/$@.sh

test: deps deps-test
	@MAKE="$(MAKE)" CI=1 tests/all.sh

# Slow (clang-tidy takes minutes), so not in `make test`. What cppcheck is told to pass over here it sees wrongly:
# rows asked for through macros, and the linker's bounds of a section.
lint: deps-test $(G)/templates.h
	cppcheck -q --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 -Iserver \
		--suppress=varFuncNullUB --suppress=legacyUninitvar --suppress=assignBoolToPointer \
		--suppress=uninitvar:server/doors/secret.c --suppress=comparePointers:server/doors/db.c server
	shellcheck -S warning $(shell git ls-files '*.sh') .ci/run
	git ls-files 'server/*.c' | grep -v /tools/ | xargs -P $(shell nproc) -n 12 sh -c \
		'clang-tidy --quiet "$$@" -- $(filter -std% -D% -I%,$(CFLAGS)) 2>/dev/null' tidy

# ---- the rest --------------------------------------------------------------------------------------------

deps:
	@server/tools/deps.sh $(DEBS)

deps-test:
	@server/tools/deps.sh $(DEBS_TEST)

DB     ?= tributary.db
run: deps
	@$(MAKE) --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$$(nproc)) all
	@[ -e $(DB) ] || $(B)/tributary demo --db $(DB)
	@$(B)/tributary serve --db $(DB) $(ARGS)

$(G)/messages.pot: $(SRC) $(wildcard server/*.c) $(PAGES:templates/%.html=$(G)/%.html.c)
	$(Q)server/tools/words.sh pot $@ $^

pot: $(G)/messages.pot

fmt:
	clang-format -i $(shell git ls-files '*.c' '*.h')

PREFIX ?= /usr/local
install: all
	install -D -m 755 $(B)/tributary $(DESTDIR)$(PREFIX)/bin/tributary

clean:
	rm -rf build

-include $(wildcard $(B)/*.d $(B)/*/*.d)
