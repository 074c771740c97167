#include "use.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "notice.h"
#include "report.h"
#include "report_text.h"
#include "store/event.h"
#include "store/guide.h"
#include "store/point.h"
#include "store/story.h"
#include "store/topic_list.h"

static bool point_may_be_used(struct work *w, struct db *db, struct point_id id)
{
	const struct point *p = point_get(db, w->who, id);
	return p && !p->withdrawn && p->author.n != w->who->person.n;
}

bool use_allowed(struct work *w, struct db *db, struct use_subject s)
{
	const struct story *story;
	const struct topic *topic;
	if (who_is_operator(w->who))
		return false;
	switch (s.noun) {
	case USE_POINT:
		return point_may_be_used(w, db, (struct point_id){ s.id });
	case USE_STORY:
		story = story_get(db, w->who, (struct story_id){ s.id });
		return story && story->published;
	case USE_TOPIC:
		topic = topic_known(db, w->who, (struct topic_id){ s.id });
		return topic && topic->id.n == s.id && text_same(topic->state, "accepted");
	}
	return false;
}

/* Trimmed; NULL where nothing is left. */
static const char *trimmed(struct work *w, const char *s)
{
	return text_blank(s ? s : "") ? NULL : text_trim(w->arena, s);
}

static const char *short_enough(
	struct work *w, const char *field, const char *s, size_t most, const char *message)
{
	const char *text = trimmed(w, s);
	if (text && text_runes(text) > most)
		fault_add(&w->faults, field, message);
	return text;
}

static int64_t read_day(struct work *w, const char *typed)
{
	int64_t today = report_today(w), day = today;
	const char *s = trimmed(w, typed);
	if (s && !report_text_day(s, &day))
		fault_add(&w->faults, "day", _("Write the day like 2026-11-24."));
	else if (day > today)
		fault_add(&w->faults, "day", _("This day has not begun."));
	else if (day < today - USE_DAYS_BACK)
		fault_add(&w->faults, "day",
			_("That is more than a year ago. Write what it was like lately."));
	return day;
}

static void read_effect(struct work *w, const struct use_text *said, struct use *u)
{
	if (!said->effect || !effect_parse(said->effect, &u->effect)) {
		fault_add(&w->faults, "effect",
			_("Choose what came of it: it worked, partly, or it did not work."));
		return;
	}
	if (u->effect == EFFECT_FAILED && !u->conditions)
		fault_add(&w->faults, "conditions",
			_("Under which conditions did it not work? That spares the next one the "
			  "same."));
}

static struct use read_use(struct work *w, const struct use_text *said)
{
	const char *too_long = _("Too long: 500 characters is the most. Say the main thing.");
	struct use u = { .person = w->who->person, .anonymous = said->anonymous };
	u.text = short_enough(w, "text", said->text, USE_RUNES, too_long);
	if (!u.text)
		fault_add(&w->faults, "text",
			_("Write in one sentence what happened: others learn from that."));
	u.conditions = short_enough(w, "conditions", said->conditions, USE_RUNES, too_long);
	u.customer = short_enough(w, "customer", said->customer, USE_CUSTOMER_RUNES,
		_("A short word will do: 20 characters is the most."));
	u.day = read_day(w, said->day);
	read_effect(w, said, &u);
	return u;
}

/* Another one of that day than `own`. */
static bool is_taken(struct work *w, struct db *db, const struct use *u, struct use_id *id)
{
	struct use_id there = use_of_day(db, w->who, u->subject, u->day);
	if (!there.n || there.n == u->id.n)
		return false;
	if (id)
		*id = there;
	fault_add(&w->faults, "day",
		_("You have told of that day already: change that entry, or choose the day it "
		  "was."));
	return true;
}

/* The author of a point, the writers of a story; of a topic's page who keeps its guide. */
static void tell_authors(struct txn *t, struct work *w, struct use_subject s)
{
	if (s.noun == USE_POINT)
		notice_tell(t, w, point_get(t->db, w->who, (struct point_id){ s.id })->author,
			NOTICE_USED, NOTICE_POINT, s.id);
	const struct guide *g = NULL;
	if (s.noun == USE_TOPIC)
		g = guide_get(t->db, w->who, (struct topic_id){ s.id });
	if (g && g->state == GUIDE_PUBLISHED)
		notice_tell(t, w, g->owner, NOTICE_USED, NOTICE_GUIDE, s.id);
	if (s.noun != USE_STORY)
		return;
	struct story_writers all = story_writers(t->db, w->who, (struct story_id){ s.id });
	LIST_EACH (const struct story_writer, p, &all)
		notice_tell(t, w, p->person, NOTICE_USED, NOTICE_STORY, s.id);
}

enum outcome use_record(
	struct work *w, struct use_subject s, const struct use_text *said, struct use_id *id)
{
	TXN(t, w->writer, w->arena);
	if (!use_is_open(t.db, w->who, s))
		return NOT_FOUND;
	if (!use_allowed(w, t.db, s))
		return FORBIDDEN;
	struct use u = read_use(w, said);
	u.subject = s;
	u.unit = w->who->home;
	u.branch = w->who->branch;
	u.at = w->now;
	if (w->faults.count)
		return INVALID;
	if (is_taken(w, t.db, &u, id))
		return CONFLICT;
	*id = u.id = use_add(&t, &u);
	event_add_use(&t, "used", w->who, &u, w->now);
	tell_authors(&t, w, s);
	return txn_commit(&t) ? DONE : BROKEN;
}

static enum outcome own(struct work *w, struct db *db, struct use_id id, const struct use **u)
{
	*u = use_get(db, w->who, id);
	if (!*u)
		return NOT_FOUND;
	return (*u)->own ? DONE : FORBIDDEN;
}

enum outcome use_rewrite(struct work *w, struct use_id id, const struct use_text *said)
{
	const struct use *old;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = own(w, t.db, id, &old);
	if (outcome != DONE)
		return outcome;
	struct use u = read_use(w, said);
	u.id = id;
	u.subject = old->subject;
	u.unit = old->unit;
	if (w->faults.count)
		return INVALID;
	if (is_taken(w, t.db, &u, NULL))
		return CONFLICT;
	use_change(&t, &u, w->now);
	event_add_use(&t, "use_changed", w->who, &u, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome use_take_back(struct work *w, struct use_id id)
{
	const struct use *u;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = own(w, t.db, id, &u);
	if (outcome != DONE)
		return outcome;
	use_withdraw(&t, u, w->now);
	event_add_use(&t, "use_withdrawn", w->who, u, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
