/* The points that a program's owner may see, through filters. */
#include "store/point_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "handlers.h"
#include "store/proven.h"
#include "store/topic_list.h"
#include "unit.h"
#include "views/point.h"

static bool is_number(const char *s)
{
	size_t len = strspn(s, "0123456789");
	return len > 0 && len <= 18 && !s[len];
}

/* By number or code: the tree is visible to all. */
static const struct unit *read_unit(struct visit *v)
{
	const char *s = visit_query(v, "unit");
	if (!*s)
		return NULL;
	const struct unit *u = unit_named(v, s);
	if (!u)
		fault_add(&v->work.faults, "unit",
			_("There is no such unit: write its number or its code."));
	return u;
}

/* By number or word. A proposal that the viewer does not know of is none. */
static struct topic_id read_topic(struct visit *v)
{
	const char *s = visit_query(v, "topic");
	if (!*s)
		return (struct topic_id){ 0 };
	const struct topic *t = NULL;
	if (is_number(s))
		t = topic_known(v->work.db, v->work.who, (struct topic_id){ strtoll(s, NULL, 10) });
	if (!t)
		t = topic_known_word(v->work.db, v->work.who, s);
	if (!t)
		fault_add(&v->work.faults, "topic",
			_("There is no such topic: write its number or a word that leads to it."));
	return t ? t->id : (struct topic_id){ 0 };
}

static const struct week *read_week(struct visit *v, struct week *week)
{
	const char *s = visit_query(v, "week");
	if (!*s)
		return NULL;
	if (week_parse(s, week))
		return week;
	fault_add(&v->work.faults, "week", _("Write a week like 2026-W47."));
	return NULL;
}

static const enum kind *read_kind(struct visit *v, enum kind *kind)
{
	const char *s = visit_query(v, "kind");
	if (!*s)
		return NULL;
	if (kind_parse(s, kind))
		return kind;
	fault_add(&v->work.faults, "kind", _("Write experience or lesson."));
	return NULL;
}

static bool read_order(struct visit *v)
{
	const char *s = visit_query(v, "order");
	if (*s && !text_same(s, "newest") && !text_same(s, "effect"))
		fault_add(&v->work.faults, "order", _("Write newest or effect."));
	return text_same(s, "effect");
}

/* What proved itself first, each with what its uses come to. */
static enum outcome by_effect(struct visit *v, struct point_filter *f)
{
	int64_t after, next;
	if (!cursor_read(v, "proven", &after, &f->limit) || v->work.faults.count)
		return INVALID;
	struct points found = proven_list(v->work.db, v->work.who, f, after, &next);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct point, p, &found) {
		struct evidence e =
			evidence_of_any(v->work.db, (struct use_subject){ USE_POINT, p->id.n });
		point_json_used(&j, p, &e);
	}
	json_end(&j);
	json_key_text(&j, "next", next ? cursor_make(v, "proven", next) : NULL);
	json_end(&j);
	return DONE;
}

enum outcome point_list_show(struct visit *v)
{
	struct week week;
	enum kind kind;
	struct point_filter f = { .unit = read_unit(v), .topic = read_topic(v) };
	f.week = read_week(v, &week);
	f.kind = read_kind(v, &kind);
	if (read_order(v))
		return by_effect(v, &f);
	if (!cursor_read(v, "points", &f.before.n, &f.limit) || v->work.faults.count)
		return INVALID;
	bool more;
	struct points found = point_list(v->work.db, v->work.who, &f, &more);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct point, p, &found)
		point_json(&j, p);
	json_end(&j);
	json_key_text(&j, "next",
		more ? cursor_make(v, "points", found.items[found.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}
