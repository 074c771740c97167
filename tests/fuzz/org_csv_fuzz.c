/* Any file, and any rows below the right header, after a byte order mark or without: a tree of
 * three levels with people in it, or faults with their rows. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "rules/org_csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take(const char *before, const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct org_file file;
	struct faults faults = { .arena = a };
	struct out o = out_new(a);
	out_text(&o, before);
	out_bytes(&o, (const char *)data, size);
	bool ok = org_csv_read(a, o.data, o.len, NULL, &file, &faults);
	assert(ok == !faults.count);
	for (size_t i = 0; i < faults.count; i++)
		assert((faults.items[i].line > 0 || !*before) && faults.items[i].message);
	for (size_t i = 0; ok && i < file.units.count; i++) {
		const struct org_unit *u = &file.units.items[i];
		assert((u->kind == UNIT_HQ) == !*u->parent && (u->kind == UNIT_HQ) == !i);
		assert(*u->name && *u->code && u->kind >= UNIT_HQ && u->kind <= UNIT_TEAM);
		assert(text_valid(u->name, strlen(u->name), NULL));
	}
	for (size_t i = 0; ok && i < file.people.count; i++)
		assert((file.people.items[i].roles || !file.has_roles) &&
			file.people.items[i].unit_kind);
	arena_free(a);
}

#define HEADER "unit_code,unit_name,parent_code,login,name,roles,email,active\n"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	take("", data, size);
	take(HEADER, data, size);
	take("\xEF\xBB\xBF" HEADER, data, size);
	return 0;
}
