/* Rows below the right header: a tree of three levels with people in it, or faults with their rows.
 */
#include <assert.h>
#include <stdint.h>

#include "base/out.h"
#include "rules/org_csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct org_file file;
	struct faults faults = { .arena = a };
	struct out o = out_new(a);
	out_text(&o, "unit_code,unit_name,parent_code,login,name,roles,email,active\n");
	out_bytes(&o, (const char *)data, size);
	bool ok = org_csv_read(a, o.data, o.len, NULL, &file, &faults);
	assert(ok == !faults.count);
	for (size_t i = 0; i < faults.count; i++)
		assert(faults.items[i].line > 0 && faults.items[i].message);
	for (size_t i = 0; ok && i < file.units.count; i++) {
		const struct org_unit *u = &file.units.items[i];
		assert((u->kind == UNIT_HQ) == !*u->parent && (u->kind == UNIT_HQ) == !i);
		assert(*u->name && *u->code && u->kind >= UNIT_HQ && u->kind <= UNIT_TEAM);
	}
	for (size_t i = 0; ok && i < file.people.count; i++)
		assert(file.people.items[i].roles && file.people.items[i].unit_kind);
	arena_free(a);
	return 0;
}
