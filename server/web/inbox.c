/* What each person is told: the unread first, one line a matter. */
#include "inbox.h"

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "inbox_handlers.h"
#include "rules/notice.h"
#include "templates.h"

enum { PAGE_LINES = 30, SAID_RUNES = 80 };

struct notice_line inbox_line(struct visit *v, const struct notice *n)
{
	struct arena *a = v->work.arena;
	bool said = n->text && n->noun != NOTICE_SEARCH;
	return (struct notice_line){ .id = n->id,
		.icon = notice_kind_words(n->kind)->icon,
		.sentence = notice_sentence(a, n),
		.title = notice_title(a, n),
		.text = said ? text_cut(a, n->text, SAID_RUNES) : NULL,
		.times = n->times > 1 ? arena_format(a, n_("%ld time", "%ld times", n->times),
						(long)n->times)
				      : NULL,
		.when = visit_time(v, n->at),
		.unread = n->unread,
		.to = notice_open_url(a, n) };
}

/* A cursor is the last line's number, below 0 if that one was read already. */
static struct notice_place place(int64_t cursor)
{
	return (struct notice_place){ cursor < 0 ? -cursor : cursor, cursor < 0 };
}

static const char *next_after(struct visit *v, const struct notice *last)
{
	return cursor_make(v, "inbox", last->unread ? last->id : -last->id);
}

static enum outcome page(struct visit *v, const struct notices *all, bool more)
{
	struct arena *a = v->work.arena;
	struct inbox_view view = { .chrome = &v->chrome, .older = *visit_query(v, "cursor") };
	LIST_EACH (const struct notice, n, all) {
		*LIST_ADD(a, n->unread ? &view.unread : &view.read) = inbox_line(v, n);
		if (n->unread && n->id > view.newest)
			view.newest = n->id;
	}
	if (more)
		view.next = next_after(v, &all->items[all->count - 1]);
	inbox(visit_page(v, _("Inbox")), &view);
	return DONE;
}

enum outcome inbox_show(struct visit *v)
{
	int64_t after, limit;
	if (!cursor_read(v, "inbox", &after, &limit))
		return INVALID;
	limit = v->face == PAGE ? PAGE_LINES : limit;
	struct notices all = notice_list(v->work.db, v->work.who, place(after), limit + 1);
	bool more = all.count > (size_t)limit;
	all.count = more ? (size_t)limit : all.count;
	if (v->face == PAGE)
		return page(v, &all, more);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_number(&j, "unread", notice_unread(v->work.db, v->work.who));
	json_key_array(&j, "items");
	LIST_EACH (const struct notice, n, &all)
		notice_json(&j, v->work.arena, n);
	json_end(&j);
	json_key_text(&j, "next", more ? next_after(v, &all.items[all.count - 1]) : NULL);
	json_end(&j);
	return DONE;
}

/* On to its subject. A line that was told again meanwhile has another number: back to the list. */
enum outcome inbox_open(struct visit *v)
{
	const struct notice *n = notice_get(v->work.db, v->work.who, v->arg[0]);
	if (!n)
		return visit_see_other(v, "/inbox");
	const char *address = notice_url(v->work.arena, n).address;
	enum outcome outcome = notice_opened(&v->work, n->noun, n->noun_id);
	return outcome == DONE ? visit_see_other(v, address) : outcome;
}

/* {"ids": [1, 2]} or {"until": 2} */
static enum outcome read_json(struct visit *v)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return INVALID;
	}
	const struct json *ids = json_get(j, "ids");
	int64_t until = json_get_number(j, "until", 0);
	if (!ids && until <= 0) {
		fault_add(&v->work.faults, "ids",
			_("Say which: the numbers in \"ids\", or the last one in \"until\"."));
		return INVALID;
	}
	for (size_t i = 0; i < json_count(ids); i++) {
		enum outcome outcome = notice_mark(&v->work, json_as_number(json_at(ids, i), 0));
		if (outcome != DONE && outcome != NOT_FOUND)
			return outcome;
	}
	return until > 0 ? notice_mark_until(&v->work, until) : DONE;
}

enum outcome inbox_read(struct visit *v)
{
	int64_t id = visit_number(v, "id"), until = visit_number(v, "until");
	if (v->face == PAGE) {
		enum outcome outcome =
			id ? notice_mark(&v->work, id) : notice_mark_until(&v->work, until);
		return outcome == DONE || outcome == NOT_FOUND ? visit_see_other(v, "/inbox")
							       : outcome;
	}
	enum outcome outcome = read_json(v);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_number(&j, "unread", notice_unread(v->work.db, v->work.who));
	json_end(&j);
	return DONE;
}
