#include "guide.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "doors/txn.h"
#include "notice.h"
#include "search.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/person.h"
#include "store/topic.h"

enum { DAY = 86400, LEAST_DAYS = 7, MOST_DAYS = 1100 };

bool guide_may_begin(const struct who *who)
{
	return who_is(who, TRAINER | HQ);
}

bool guide_may_write(const struct who *who, const struct guide *g)
{
	return g ? g->tends : guide_may_begin(who);
}

static void check_body(struct work *w, const char *body)
{
	if (!*body) {
		fault_add(&w->faults, "body",
			_("Nothing is written yet. One step is enough to begin."));
		return;
	}
	switch (markdown_check(body, strlen(body), MARKDOWN_POINT_LIMIT, NULL, NULL)) {
	case MARKDOWN_OK:
		break;
	case MARKDOWN_TOO_LONG:
		fault_add(&w->faults, "body", _("Shorten it: at most 32 KB."));
		break;
	case MARKDOWN_TOO_DEEP:
		fault_add(&w->faults, "body", _("Take some levels of lists and quotes away."));
		break;
	case MARKDOWN_NOT_UTF8:
	case MARKDOWN_PRIVATE_USE:
		fault_add(&w->faults, "body",
			_("There are characters in it that cannot be kept. Type them anew."));
		break;
	}
}

/* Who it belongs to from now on. */
static struct person_id owner_of(
	struct work *w, struct db *db, const struct guide_input *in, const struct guide *old)
{
	struct person_id now = old ? old->owner : w->who->person;
	bool said = in->owner && *in->owner && !(old && text_same(in->owner, old->owner_login));
	const struct person *p = said ? person_by_login_any(db, in->owner) : NULL;
	if (!said && !old && !now.n)
		fault_add(&w->faults, "owner",
			_("Say who keeps it: a trainer or somebody of headquarters."));
	if (!said)
		return now;
	if (!guide_may_begin(w->who) || !p || !p->active || !(p->roles & (TRAINER | HQ))) {
		fault_add(&w->faults, "owner",
			_("Say who keeps it: a trainer or somebody of headquarters."));
		return now;
	}
	return p->id;
}

static struct guide_cites cites_of(struct work *w, struct db *db, const struct longs *numbers)
{
	struct guide_cites list = { 0 };
	LIST_EACH (const long, number, numbers)
		if (point_get(db, w->who, (struct point_id){ *number }))
			LIST_ADD(w->arena, &list)->point.n = *number;
	return list;
}

static void put_cites(struct txn *t, struct work *w, const struct guide *g, const char *body)
{
	const struct longs numbers = markdown_cites(w->arena, body);
	struct guide_cites cites = cites_of(w, t->db, &numbers);
	struct point_id *points = ARENA_MANY(w->arena, struct point_id, cites.count + 1);
	for (size_t i = 0; i < cites.count; i++)
		points[i] = cites.items[i].point;
	guide_set_cites(t, g, points, cites.count);
}

static void note(struct txn *t, struct work *w, const struct guide *g, const char *deed)
{
	event_add_topic(t, arena_format(w->arena, "guide_%s", deed), w->who, g->topic, w->who->home,
		w->now);
	audit_add(t, w->who, w->now, deed, "guide", g->topic.n, (struct unit_id){ 0 }, NULL);
}

/* Everybody reads the newest version now, and its points' authors are told. */
static void give_out(struct txn *t, struct work *w, struct guide *g, int64_t before)
{
	struct guide_cites cites = guide_cites_any(t->db, g->id, g->version, before);
	g->state = GUIDE_PUBLISHED;
	g->shown_version = g->version;
	g->shown_md = g->body_md;
	g->shown_html = g->body_html;
	g->shown_at = w->now;
	g->recheck_at = w->now + g->recheck_days * DAY;
	guide_put(t, g, w->who->person);
	guide_add_version(t, g, NULL, w->who->person);
	LIST_EACH (const struct guide_cite, c, &cites) {
		const struct point *p = point_get(t->db, who_operator(), c->point);
		if (!c->fresh || !p)
			continue;
		event_add(t, "cited", w->who, c->point, (struct remark_id){ 0 }, w->now);
		notice_tell(t, w, p->author, NOTICE_CITED, NOTICE_GUIDE, g->topic.n);
	}
	search_put_guide(t, g->topic);
	note(t, w, g, "published");
}

static enum outcome find(struct work *w, struct db *db, struct topic_id topic, struct guide *g)
{
	const struct guide *known = guide_get(db, w->who, topic);
	if (!known)
		return NOT_FOUND;
	*g = *known;
	return guide_may_write(w->who, known) ? DONE : FORBIDDEN;
}

/* What it is about, and what is there; the new guide begins with it. */
static enum outcome begin(struct work *w, struct db *db, const struct guide_input *in,
	const struct guide **old, struct guide *g)
{
	const struct topic *topic = topic_get_any(db, in->topic);
	if (!topic || !text_same(topic->state, "accepted"))
		return NOT_FOUND;
	*old = guide_get(db, w->who, in->topic);
	if (!guide_may_write(w->who, *old))
		return FORBIDDEN;
	*g = (struct guide){
		.topic = in->topic, .shown_md = "", .shown_html = "", .recheck_days = GUIDE_DAYS
	};
	if (*old)
		*g = **old;
	if (in->base_version >= 0 && in->base_version != g->version) {
		fault_add(&w->faults, "body",
			_("Somebody changed this meanwhile. Both texts are here: choose."));
		return STALE;
	}
	if (in->days)
		g->recheck_days = in->days;
	if (g->recheck_days < LEAST_DAYS || g->recheck_days > MOST_DAYS)
		fault_add(&w->faults, "recheck",
			_("Between a week and three years from now it is looked at again."));
	g->owner = owner_of(w, db, in, *old);
	return DONE;
}

enum outcome guide_save(struct work *w, const struct guide_input *in, int64_t *version)
{
	size_t len = strlen(in->body);
	const char *body = text_trim(w->arena, text_unix_lines(w->arena, in->body, &len));
	const char *why =
		text_blank(in->note ? in->note : "") ? NULL : text_trim(w->arena, in->note);
	const struct guide *old;
	struct guide g;
	check_body(w, body);
	if (why && (text_runes(why) > GUIDE_NOTE_RUNES || strpbrk(why, "\r\n")))
		fault_add(&w->faults, "note", _("One line, please: 200 characters is the most."));
	const char *html = w->faults.count ? "" : markdown_html(w->arena, body, NULL).html;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = begin(w, t.db, in, &old, &g);
	if (outcome != DONE)
		return outcome;
	if (w->faults.count)
		return INVALID;
	bool fresh = !old || !text_same(old->body_md, body);
	if (fresh) {
		g.body_md = body;
		g.body_html = html;
		g.version++;
		g.changed_at = w->now;
	}
	g.id = guide_put(&t, &g, w->who->person);
	if (fresh) {
		guide_add_version(&t, &g, why, w->who->person);
		put_cites(&t, w, &g, body);
		note(&t, w, &g, "saved");
	}
	if (old && old->owner.n != g.owner.n)
		note(&t, w, &g, "handed_over");
	if ((!old || old->owner.n != g.owner.n))
		notice_tell(&t, w, g.owner, NOTICE_KEEPER, NOTICE_GUIDE, g.topic.n);
	if (in->publish && (g.state != GUIDE_PUBLISHED || g.shown_version != g.version))
		give_out(&t, w, &g, g.shown_version);
	*version = g.version;
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome guide_publish(struct work *w, struct topic_id topic)
{
	struct guide g;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, topic, &g);
	if (outcome != DONE)
		return outcome;
	if (g.state == GUIDE_PUBLISHED && g.shown_version == g.version)
		return DONE;
	give_out(&t, w, &g, g.shown_version);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome guide_restore(struct work *w, struct topic_id topic, int64_t number)
{
	struct guide g;
	const struct guide_version *v = NULL;
	enum outcome outcome = find(w, w->db, topic, &g);
	if (outcome == DONE)
		v = guide_version_any(w->db, g.id, number);
	if (outcome != DONE || !v)
		return outcome == DONE ? NOT_FOUND : outcome;
	const struct guide_input in = { .topic = topic,
		.body = v->body_md,
		.note = arena_format(w->arena, _("as in version %ld"), (long)number),
		.base_version = -1 };
	return guide_save(w, &in, &number);
}

static enum outcome not_given_out(struct work *w)
{
	fault_add(&w->faults, NULL, _("It is not given out. Give it to everybody first."));
	return CONFLICT;
}

enum outcome guide_confirm(struct work *w, struct topic_id topic)
{
	struct guide g;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, topic, &g);
	if (outcome != DONE)
		return outcome;
	if (g.state != GUIDE_PUBLISHED)
		return not_given_out(w);
	g.checked_at = w->now;
	g.recheck_at = w->now + g.recheck_days * DAY;
	guide_put(&t, &g, w->who->person);
	note(&t, w, &g, "confirmed");
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome guide_withdraw(struct work *w, struct topic_id topic)
{
	struct guide g;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, topic, &g);
	if (outcome != DONE)
		return outcome;
	if (g.state == GUIDE_WITHDRAWN)
		return DONE;
	if (g.state == GUIDE_DRAFT)
		return not_given_out(w);
	g.state = GUIDE_WITHDRAWN;
	guide_put(&t, &g, w->who->person);
	search_put_guide(&t, topic);
	note(&t, w, &g, "withdrawn");
	return txn_commit(&t) ? DONE : BROKEN;
}

int guide_remind(struct work *w)
{
	TXN(t, w->writer, w->arena);
	struct guides due = guide_to_tell_any(t.db, w->now, GUIDE_TELL_AT_ONCE);
	if (!due.count)
		return 0;
	LIST_EACH (const struct guide, g, &due) {
		guide_set_told(&t, g->id);
		if (g->owner_left)
			notice_tell_managers(&t, w, (struct unit_id){ 1 }, NOTICE_RECHECK,
				NOTICE_GUIDE, g->topic.n);
		else
			notice_tell(&t, w, g->owner, NOTICE_RECHECK, NOTICE_GUIDE, g->topic.n);
		event_add_topic(&t, "guide_due", w->who, g->topic, w->who->home, w->now);
	}
	return txn_commit(&t) ? (int)due.count : 0;
}
