#include "ask.h"

#include "answer.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "mention.h"
#include "notice.h"
#include "setting.h"
#include "store/event.h"
#include "store/unit.h"

enum { CLIMB_AT_ONCE = 50 };

/* Where an ask stands: in a point, in a report, in a line of a meeting, or on a topic's page. */
struct place {
	struct point_id point;
	struct report_id report;
	struct line_id line;
	struct topic_id topic;
	struct person_id author;
	struct unit_id team;
};

/* A manager's own ask goes one level up at once. */
static struct unit_id owner(struct db *db, const struct place *p)
{
	const struct who *author = who_person_any(db, p->author);
	const struct unit *team = unit_get(db, p->team);
	bool up = team->parent.n && author && who_manages(db, author, p->team);
	return up ? team->parent : team->id;
}

static void tell(struct txn *t, struct work *w, const struct ask *a, const char *deed)
{
	if (a->report.n)
		event_add_report(t, deed, w->who, a->report, w->now);
	else if (a->topic.n)
		event_add_topic(t, deed, w->who, a->topic, a->team, w->now);
	else if (a->line.n)
		event_add_line(t, deed, w->who, a->line, w->now);
	else
		event_add(t, deed, w->who, a->point, (struct remark_id){ 0 }, w->now);
}

/* The one who asks, and those who owe the answer. */
static void tell_asker(struct txn *t, struct work *w, const struct ask *a, enum notice_kind kind)
{
	notice_tell(t, w, a->person, kind, NOTICE_ASK, a->id.n);
}

static void tell_owners(struct txn *t, struct work *w, const struct ask *a, enum notice_kind kind)
{
	notice_tell_managers(t, w, a->unit, kind, NOTICE_ASK, a->id.n);
}

static struct ask_id begin(
	struct txn *t, struct work *w, const struct place *p, const struct ask_text *said)
{
	struct ask a = { .kind = said->kind,
		.point = p->point,
		.report = p->report,
		.line = p->line,
		.topic = p->topic,
		.person = p->author,
		.text = said->text,
		.team = p->team,
		.unit = owner(t->db, p),
		.state = ASK_OPEN,
		.due_at = answer_due(t->db, w) };
	a.id = ask_add(t, &a);
	ask_add_step(t, &a, "asked", p->author, NULL, w->now);
	tell(t, w, &a, "wanted");
	tell_owners(t, w, &a, NOTICE_ASKED);
	return a.id;
}

static int64_t move(struct txn *t, struct work *w, const struct ask *a, enum ask_state state,
	const char *deed, const char *text)
{
	struct ask b = *a;
	b.state = state;
	if (state == ASK_OPEN)
		b.due_at = answer_due(t->db, w);
	ask_move(t, &b);
	int64_t step = ask_add_step(t, &b, deed, w->who->person, text, w->now);
	tell(t, w, a, arena_format(w->arena, "ask_%s", deed));
	return step;
}

static void follow(
	struct txn *t, struct work *w, const struct place *p, const struct ask_texts *asks)
{
	struct asks old = ask_living_any(t->db, p->point, p->report);
	bool *kept = ARENA_MANY(w->arena, bool, old.count + 1);
	for (size_t i = 0; i < asks->count; i++) {
		const struct ask_text *said = &asks->items[i];
		size_t j = 0;
		while (j < old.count && (kept[j] || old.items[j].kind != said->kind ||
						!text_same(old.items[j].text, said->text)))
			j++;
		if (j < old.count)
			kept[j] = true;
		else if (*said->text)
			begin(t, w, p, said);
	}
	for (size_t j = 0; j < old.count; j++)
		if (!kept[j])
			move(t, w, &old.items[j], ASK_WITHDRAWN, "withdrawn", NULL);
}

void ask_follow(struct txn *t, struct work *w, const struct point *p, const struct ask_texts *asks)
{
	follow(t, w, &(struct place){ .point = p->id, .author = p->author, .team = p->team }, asks);
}

void ask_follow_report(
	struct txn *t, struct work *w, const struct report *r, const struct ask_texts *asks)
{
	follow(t, w, &(struct place){ .report = r->id, .author = r->person, .team = r->team },
		asks);
}

struct ask_id ask_begin_line(struct txn *t, struct work *w, const struct meeting_line *l,
	struct unit_id unit, enum ask_kind kind)
{
	return begin(t, w,
		&(struct place){ .line = l->id,
			.author = l->person.n ? l->person : w->who->person,
			.team = unit },
		&(struct ask_text){ .kind = kind, .text = l->text });
}

struct ask_id ask_begin_topic(
	struct txn *t, struct work *w, struct topic_id topic, enum ask_kind kind, const char *text)
{
	return begin(t, w,
		&(struct place){ .topic = topic, .author = w->who->person, .team = w->who->home },
		&(struct ask_text){ .kind = kind, .text = text });
}

bool ask_may_answer(struct work *w, struct db *db, const struct ask *a)
{
	return a->state <= ASK_ANSWERED && !a->own && !who_is_operator(w->who) &&
	       who_manages(db, w->who, a->unit);
}

static bool is_text(struct work *w, const char *text)
{
	if (!*text)
		fault_add(&w->faults, "text", _("Nothing is written yet. One sentence is enough."));
	else if (text_runes(text) > ASK_RUNES)
		fault_add(&w->faults, "text", _("Too long: 2,000 characters is the most."));
	return !w->faults.count;
}

/* Who is named in what is said to it. */
static struct mentions named(struct work *w, struct db *db, const struct ask *a, const char *text)
{
	struct mention_people people = { 0 };
	if (!text || !mention_any(text))
		return (struct mentions){ 0 };
	people = mention_people_of_ask(db, w->who, a->id);
	return mention_find(w, &people, text);
}

static void name(struct txn *t, struct work *w, const struct ask *a, int64_t step,
	const struct mentions *all)
{
	mention_add_step(t, step, all);
	LIST_EACH (const struct mention, m, all)
		notice_tell(t, w, m->person, NOTICE_MENTIONED, NOTICE_ASK, a->id.n);
}

static enum outcome wrong_state(struct work *w)
{
	fault_add(&w->faults, NULL, _("It has moved on meanwhile. Look at how it stands now."));
	return CONFLICT;
}

enum outcome ask_answer(struct work *w, struct ask_id id, const char *text)
{
	text = text_trim(w->arena, text);
	TXN(t, w->writer, w->arena);
	const struct ask *a = ask_get(t.db, w->who, id);
	if (!a)
		return NOT_FOUND;
	if (a->state > ASK_ANSWERED)
		return wrong_state(w);
	if (!ask_may_answer(w, t.db, a))
		return FORBIDDEN;
	if (!is_text(w, text))
		return INVALID;
	struct mentions all = named(w, t.db, a, text);
	if (w->faults.count)
		return INVALID;
	name(&t, w, a, move(&t, w, a, ASK_ANSWERED, "answered", text), &all);
	tell_asker(&t, w, a, NOTICE_ASK_ANSWER);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* The asker's word on an answer. */
static enum outcome judge(
	struct work *w, struct ask_id id, enum ask_state to, const char *deed, const char *text)
{
	TXN(t, w->writer, w->arena);
	const struct ask *a = ask_get(t.db, w->who, id);
	if (!a)
		return NOT_FOUND;
	if (!a->own)
		return FORBIDDEN;
	if (a->state == to)
		return DONE;
	if (a->state != ASK_ANSWERED && !(to == ASK_OPEN && a->state == ASK_CONFIRMED))
		return wrong_state(w);
	struct mentions all = named(w, t.db, a, text);
	if (w->faults.count)
		return INVALID;
	name(&t, w, a, move(&t, w, a, to, deed, text), &all);
	tell_owners(&t, w, a, to == ASK_OPEN ? NOTICE_ASK_AGAIN : NOTICE_HELPED);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome ask_confirm(struct work *w, struct ask_id id)
{
	return judge(w, id, ASK_CONFIRMED, "confirmed", NULL);
}

enum outcome ask_reopen(struct work *w, struct ask_id id, const char *why)
{
	why = text_trim(w->arena, why);
	return is_text(w, why) ? judge(w, id, ASK_OPEN, "reopened", why) : INVALID;
}

enum outcome ask_close(struct work *w, struct ask_id id)
{
	TXN(t, w->writer, w->arena);
	const struct ask *a = ask_get(t.db, w->who, id);
	if (!a)
		return NOT_FOUND;
	if (!a->own && !(a->state == ASK_CONFIRMED && who_manages(t.db, w->who, a->unit)))
		return FORBIDDEN;
	if (a->state == ASK_CLOSED)
		return DONE;
	if (a->state == ASK_WITHDRAWN)
		return wrong_state(w);
	move(&t, w, a, ASK_CLOSED, "closed", NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

void ask_note(struct txn *t, struct work *w, const struct ask *a, const char *deed)
{
	ask_add_step(t, a, deed, w->who->person, NULL, w->now);
	tell(t, w, a, arena_format(w->arena, "ask_%s", deed));
	tell_asker(t, w, a, NOTICE_PUBLISHED);
}

int ask_climb(struct work *w)
{
	TXN(t, w->writer, w->arena);
	w->zone = zone_find(setting_text(t.db, "zone"));
	struct asks due = ask_overdue_any(t.db, w->now, CLIMB_AT_ONCE);
	if (!due.count)
		return 0;
	LIST_EACH (const struct ask, a, &due) {
		struct ask b = *a;
		b.unit = unit_get(t.db, a->unit)->parent;
		b.due_at = answer_due(t.db, w);
		ask_move(&t, &b);
		ask_add_step(&t, &b, "climbed", (struct person_id){ 0 }, NULL, w->now);
		tell(&t, w, a, "ask_climbed");
		tell_asker(&t, w, a, NOTICE_CLIMBED);
		tell_owners(&t, w, a, NOTICE_CLIMBED);
		tell_owners(&t, w, &b, NOTICE_CLIMBED_UP);
	}
	return txn_commit(&t) ? (int)due.count : 0;
}
