/* The tree of units, visible to all who signed in. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "cursor.h"
#include "handlers.h"
#include "views/unit.h"

/* As the API writes it: "0102" is none. */
static const struct unit *by_number(struct visit *v, const char *said)
{
	size_t len = strspn(said, "0123456789");
	if (!len || len > 18 || said[len] || *said == '0')
		return NULL;
	return unit_get(v->work.db, (struct unit_id){ strtoll(said, NULL, 10) });
}

const struct unit *unit_named(struct visit *v, const char *said)
{
	const struct unit *first =
		v->face == JSON ? by_number(v, said) : unit_by_code(v->work.db, said);
	if (first)
		return first;
	return v->face == JSON ? unit_by_code(v->work.db, said) : by_number(v, said);
}

/* Where the page begins: behind the unit that the one before ended with. */
static size_t place_after(const struct units *all, int64_t last)
{
	for (size_t i = 0; last && i < all->count; i++)
		if (all->items[i].id.n == last)
			return i + 1;
	return 0;
}

enum outcome unit_list(struct visit *v)
{
	int64_t last, limit;
	if (!cursor_read(v, "units", &last, &limit))
		return INVALID;
	struct units all = unit_all(v->work.db);
	size_t from = place_after(&all, last);
	size_t end = all.count - from > (size_t)limit ? from + (size_t)limit : all.count;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	for (size_t i = from; i < end; i++)
		unit_json(&j, &all.items[i]);
	json_end(&j);
	json_key_text(&j, "next",
		end < all.count ? cursor_make(v, "units", all.items[end - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}
