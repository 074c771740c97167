/* desk: the page one comes to: what waits for me. */
#ifndef VIEWS_DESK_H
#define VIEWS_DESK_H

#include "chrome.h"
#include "notice.h"
#include "point.h"
#include "store/reflection.h"

struct desk_item {
	const char *icon, *text;
	const char *meta, *more; /* small words beside it; NULL: none */
	struct url to;
};
struct desk_items {
	struct desk_item *items;
	size_t count, room;
};

struct desk_step { /* of a point's way: done, here, or still ahead */
	const char *name, *date;
	bool done, here;
};
struct desk_steps {
	struct desk_step *items;
	size_t count, room;
};
struct desk_point {
	const struct point *point;
	struct desk_steps way;
	const char *stories; /* in words; NULL: none */
};
struct desk_own_points {
	struct desk_point *items;
	size_t count, room;
};

struct desk_view {
	const struct chrome *chrome;
	const char *name, *week, *days;
	bool writes;
	const struct reflection *written; /* this week's; NULL or withdrawn: not yet */
	const char *draft_time;           /* of this week's draft; NULL: none */
	bool closed;                      /* the week's entry is closed */
	struct notice_lines news;         /* the newest of the inbox, unread */
	struct desk_items waiting, state; /* to be done; and how things stand */
	struct desk_own_points points;
};

struct url desk_unit_url(struct arena *a, const char *code, const char *week);
struct url desk_write_url(struct arena *a, const char *week);
struct url desk_reflection_url(struct arena *a, struct reflection_id id);
struct url desk_topics_url(void);
struct url desk_answers_url(void);
struct url desk_asks_url(void);
struct url desk_guide_url(struct arena *a, struct topic_id topic);
struct url desk_bulletin_url(struct arena *a, struct bulletin_id id);
struct url desk_bulletin_edit_url(struct arena *a, struct bulletin_id id);
struct url desk_point_url(struct arena *a, struct point_id id);

#endif
