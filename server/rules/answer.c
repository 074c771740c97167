#include "answer.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "base/workday.h"
#include "doors/i18n.h"
#include "notice.h"
#include "setting.h"
#include "store/event.h"
#include "store/reading.h"

int64_t answer_due(struct db *db, struct work *w)
{
	int days = (int)setting_number(db, "answer_days");
	return workday_after(w->zone, setting_text(db, "calendar"), w->now, days);
}

void answer_begin(struct txn *t, struct work *w, struct point_id point)
{
	answer_start(t, point, answer_due(t->db, w));
	event_add(t, "submitted", w->who, point, (struct remark_id){ 0 }, w->now);
}

bool answer_stop(struct txn *t, struct work *w, struct point_id point, struct remark_id remark)
{
	if (answer_of_any(t->db, point).answered_at || !answer_is_owed_by(t->db, w->who, point))
		return false;
	answer_give(t, point, w->who->person, w->now);
	event_add(t, "answered", w->who, point, remark, w->now);
	return true;
}

static bool is_unread(struct work *w, struct db *db, const struct point *p)
{
	return p->author.n != w->who->person.n && !p->withdrawn && w->who->person.n &&
	       !reading_is_noted(db, w->who, p->id);
}

static void note(struct txn *t, struct work *w, const struct point *p)
{
	reading_add(t, w->who, p->id, w->now);
	event_add(t, "read", w->who, p->id, (struct remark_id){ 0 }, w->now);
}

void answer_seen(struct txn *t, struct work *w, const struct point *p)
{
	if (is_unread(w, t->db, p))
		note(t, w, p);
}

static bool is_told(struct work *w, struct db *db, const struct point *p)
{
	return notice_waits(db, w->who, NOTICE_POINT, p->id.n);
}

enum outcome answer_read_all(struct work *w, const struct points *points)
{
	bool fresh = false, told = false;
	LIST_EACH (const struct point, p, points) {
		fresh |= is_unread(w, w->db, p);
		told |= is_told(w, w->db, p);
	}
	if (!fresh && !told)
		return DONE;
	TXN(t, w->writer, w->arena);
	LIST_EACH (const struct point, p, points) {
		answer_seen(&t, w, p); /* asked again: another request may have been faster */
		if (is_told(w, t.db, p))
			notice_read(&t, w->who, NOTICE_POINT, p->id.n);
	}
	if (!txn_commit(&t))
		return BROKEN;
	if (told) /* the page that follows counts what is unread */
		work_refresh(w);
	return DONE;
}

enum outcome answer_read(struct work *w, const struct point *p)
{
	const struct points one = { (struct point *)p, 1, 1 };
	return answer_read_all(w, &one);
}

struct strings answer_phrases(struct work *w)
{
	struct strings list = { 0 };
	const char *own = setting_text(w->db, "phrases");
	while (*own) {
		size_t len = strcspn(own, "\n");
		const char *line = text_trim(w->arena, arena_copy(w->arena, own, len));
		if (*line)
			*LIST_ADD(w->arena, &list) = line;
		own += len + (own[len] == '\n');
	}
	if (list.count)
		return list;
	*LIST_ADD(w->arena, &list) = _("I read it, and it helps us. Thank you.");
	*LIST_ADD(w->arena, &list) = _("Well done. Tell it at the next meeting?");
	*LIST_ADD(w->arena, &list) = _("Good that you say it openly. Next time call me.");
	*LIST_ADD(w->arena, &list) = _("I will look into it and tell you.");
	return list;
}
