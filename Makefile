# Tributary. `make` builds build/tributary; `make run` serves a sample organisation; `make test` runs every test.
# V picks a variant: V= (plain), V=asan, V=tsan; each builds in its own folder.

Q      := $(if $(VERBOSE),,@)
B      := build$(if $(V),/$(V))
CC     ?= cc
PKGS   := libmicrohttpd sqlite3 libcmark jansson yaml-0.1 libsodium
LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcsv -lpthread
WARN   := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla $(if $(CI),-Werror)
HARD   := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
SAN_asan := -fsanitize=address,undefined -fno-sanitize-recover=all -U_FORTIFY_SOURCE
SAN_tsan := -fsanitize=thread -U_FORTIFY_SOURCE
CFLAGS += -std=gnu11 -D_GNU_SOURCE -O2 -g $(WARN) $(HARD) $(SAN_$(V)) -Iserver -I$(B)/gen $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
LDFLAGS += -pie -Wl,-z,relro,-z,now $(SAN_$(V))

SRC    := $(wildcard server/base/*.c server/doors/*.c server/store/*.c server/rules/*.c server/views/*.c server/web/*.c)
OBJ    := $(SRC:server/%.c=$(B)/%.o)
TESTS  := $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/*_test.c))

.PHONY: all deps unit test fmt clean
all: $(OBJ) $(if $(wildcard server/main.c),$(B)/tributary)

$(B)/%.o: server/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/tributary: $(OBJ) $(B)/main.o
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/tests/%: tests/%.c $(OBJ)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -MMD -MP -Itests $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

unit: $(TESTS)
	@tests/run.sh $(TESTS)

fmt:
	clang-format -i $(wildcard server/*.[ch] server/*/*.[ch] tests/*.[ch] tests/*/*.[ch])

clean:
	rm -rf build

-include $(wildcard $(B)/*.d $(B)/*/*.d)
