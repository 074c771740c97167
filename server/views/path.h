/* path: the reading path, as its page, other pages, the desk and the API show it. */
#ifndef VIEWS_PATH_H
#define VIEWS_PATH_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/path.h"
#include "store/story.h"
#include "store/topic.h"

struct path_line {
	const struct path_item *item;
	const char *read; /* the day; NULL: not yet */
	bool next;
};
struct path_lines {
	struct path_line *items;
	size_t count, room;
};

struct path_person { /* who reads along it */
	const struct path_walker *walker;
	const char *since, *last; /* days; last NULL: nothing yet */
};
struct path_persons {
	struct path_person *items;
	size_t count, room;
};

struct path_view {
	const struct chrome *chrome;
	const char *name; /* of somebody else whose way it is; NULL: the viewer's own */
	struct path_lines lines;
	long done, total;
	bool walks, tends;
	struct path_persons people; /* whom the viewer may follow */
};

struct path_edit_view {
	const struct chrome *chrome;
	struct path_lines lines;
	struct topics topics; /* to be added */
	struct stories stories;
	struct faults faults;
};

/* On the page of one of its items, for who reads along it. */
struct path_here {
	const struct chrome *chrome;
	const struct path_item *item, *next; /* next NULL: this is the last */
	long place, total;
};

const char *path_name(const struct path_item *i);
const char *path_kind_word(const struct path_item *i); /* 关键过程 …, 案例 */
struct url path_url(struct arena *a, const struct path_item *i);

/* {walking, done, total, next, items: [{id, topic? or story?, title, note, read_at}]} */
void path_json(struct json_writer *j, const struct path_items *all, bool walks);
/* {person, name, unit, since, done, total, last_at} */
void path_json_walker(struct json_writer *j, const struct path_walker *w, size_t total);

#endif
