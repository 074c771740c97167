/* sample: the sample organisation, made in a database of its own. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "test.h"

#include "base/clock.h"
#include "base/list.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "rules/demo.h"
#include "rules/install.h"

#define TUESDAY 1795475700 /* 2026-11-24 07:15 +08:00 */
#define SUNDAY  1795964400 /* 2026-11-29 23:00 */

struct sample {
	struct arena *arena;
	char folder[64];
	struct install install;
	struct work work;
	struct demo_sign_ins sign_ins;
};

static inline struct sample *sample_open(int64_t now)
{
	struct arena *a = arena_new();
	struct sample *s = ARENA_NEW(a, struct sample);
	s->arena = a;
	secret_set_cheap(true);
	snprintf(s->folder, sizeof s->folder, "/tmp/tributary-test-XXXXXX");
	assert_non_null(mkdtemp(s->folder));
	const char *why = "", *path = arena_format(a, "%s/db", s->folder);
	if (!install_open(&s->install, path, a, &why))
		fail_msg("%s", why);
	s->work = (struct work){ .arena = a,
		.db = db_open(path, a, &why),
		.writer = s->install.writer,
		.who = who_operator(),
		.now = now,
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = a } };
	db_begin(s->work.db, a);
	return s;
}

static inline struct sample *sample_made(int64_t now, struct demo_size size)
{
	struct sample *s = sample_open(now);
	assert_int_equal(demo_make(&s->work, &size, &s->sign_ins), DONE);
	return s;
}

static inline void sample_free(struct sample *s)
{
	db_end(s->work.db);
	db_close(s->work.db);
	install_close(&s->install);
	char command[128];
	snprintf(command, sizeof command, "rm -rf '%s'", s->folder);
	assert_int_equal(system(command), 0);
	arena_free(s->arena);
}

#endif
