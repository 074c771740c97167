/* notice: a line of the inbox as people read it, on the desk, the inbox and in mail. */
#ifndef VIEWS_NOTICE_H
#define VIEWS_NOTICE_H

#include "chrome.h"
#include "doors/json.h"
#include "store/notice.h"

struct notice_line {
	int64_t id;
	const char *icon, *sentence; /* 林经理 answered your point */
	const char *title;           /* of its subject */
	const char *text;            /* what was said, cut; NULL: nothing */
	const char *times;           /* "3 times"; NULL: once */
	const char *when;
	bool unread;
	struct url to; /* opens it, and it is read */
};
struct notice_lines {
	struct notice_line *items;
	size_t count, room;
};

struct inbox_view {
	const struct chrome *chrome;
	struct notice_lines unread, read;
	int64_t newest; /* the newest one shown: all up to it can be marked; 0: nothing is unread */
	const char *next; /* the cursor of older ones; NULL: these are all */
	bool older;       /* this is not the first page */
};

const char *notice_sentence(struct arena *a, const struct notice *n);
const char *notice_title(struct arena *a, const struct notice *n);
/* Where its subject stands. */
struct url notice_url(struct arena *a, const struct notice *n);
struct url notice_open_url(struct arena *a, const struct notice *n); /* … by way of the inbox */
void notice_json(struct json_writer *j, struct arena *a, const struct notice *n);

#endif
