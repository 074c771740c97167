#include "meeting_line.h"

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "paste_headline.h"
#include "store/event.h"
#include "store/topic.h"

enum kind meeting_line_kind(enum question q)
{
	return q == QUESTION_VALUABLE || q == QUESTION_STRONG ? EXPERIENCE : LESSON;
}

static bool check(struct work *w, struct db *db, const struct meeting *m, struct meeting_line *l)
{
	l->text = text_trim(w->arena, l->text);
	if (!*l->text)
		fault_add(&w->faults, "text", _("Nothing is written yet. One sentence is enough."));
	else if (text_runes(l->text) > LINE_RUNES)
		fault_add(&w->faults, "text",
			_("Too long: 500 characters is the most. Write one answer a line."));
	bool found = !l->person.n;
	struct meeting_people all = meeting_people_any(db, m);
	LIST_EACH (const struct meeting_person, p, &all)
		found |= p->person.n == l->person.n;
	if (!found)
		fault_add(&w->faults, "person",
			_("Choose one of the people who belong to this meeting."));
	return !w->faults.count;
}

enum outcome meeting_line_say(
	struct work *w, struct meeting_id meeting, const struct line_input *in, struct line_id *id)
{
	TXN(t, w->writer, w->arena);
	const struct meeting *m = meeting_get(t.db, w->who, meeting);
	if (!m)
		return NOT_FOUND;
	if (!meeting_may_keep(w, t.db, m))
		return FORBIDDEN;
	struct meeting_line l = {
		.meeting = meeting, .question = in->question, .person = in->person, .text = in->text
	};
	if (!check(w, t.db, m, &l))
		return INVALID;
	*id = meeting_line_add(&t, &l, w->who->person, w->now);
	meeting_touch(&t, meeting, w->now);
	event_add_line(&t, "line", w->who, *id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* The line and its meeting, for those who may write in it. */
static enum outcome kept(struct work *w, struct db *db, struct line_id id,
	const struct meeting_line **l, const struct meeting **m)
{
	*l = meeting_line_get(db, w->who, id);
	*m = *l ? meeting_get(db, w->who, (*l)->meeting) : NULL;
	if (!*m)
		return NOT_FOUND;
	return meeting_may_keep(w, db, *m) ? DONE : FORBIDDEN;
}

enum outcome meeting_line_change(struct work *w, struct line_id id, const struct line_input *in)
{
	TXN(t, w->writer, w->arena);
	const struct meeting_line *old;
	const struct meeting *m;
	enum outcome outcome = kept(w, t.db, id, &old, &m);
	if (outcome != DONE)
		return outcome;
	struct meeting_line l = *old;
	l.question = in->question;
	l.person = in->person;
	l.text = in->text;
	if (!check(w, t.db, m, &l))
		return INVALID;
	meeting_line_set(&t, &l);
	meeting_touch(&t, m->id, w->now);
	event_add_line(&t, "changed", w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome meeting_line_remove(struct work *w, struct line_id id)
{
	TXN(t, w->writer, w->arena);
	const struct meeting_line *l;
	const struct meeting *m;
	enum outcome outcome = kept(w, t.db, id, &l, &m);
	if (outcome != DONE)
		return outcome;
	if (l->ask.n || l->topic.n || l->to_write) {
		fault_add(&w->faults, NULL,
			_("Something has come of it already, so the line stays. Change its words "
			  "if they are wrong."));
		return CONFLICT;
	}
	event_add_line(&t, "changed", w->who, id, w->now);
	meeting_line_drop(&t, id);
	meeting_touch(&t, m->id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

bool meeting_line_may_turn(struct work *w, struct db *db, const struct meeting_line *l)
{
	const struct meeting *m = meeting_get(db, w->who, l->meeting);
	return m && !who_is_operator(w->who) &&
	       (l->person.n == w->who->person.n || meeting_may_keep(w, db, m));
}

static enum outcome turned(
	struct work *w, struct db *db, struct line_id id, const struct meeting_line **l)
{
	*l = meeting_line_get(db, w->who, id);
	if (!*l)
		return NOT_FOUND;
	return meeting_line_may_turn(w, db, *l) ? DONE : FORBIDDEN;
}

enum outcome meeting_line_write(struct work *w, struct line_id id, enum kind kind)
{
	TXN(t, w->writer, w->arena);
	const struct meeting_line *l;
	enum outcome outcome = turned(w, t.db, id, &l);
	if (outcome != DONE)
		return outcome;
	const struct who *speaker = l->person.n ? who_person_any(t.db, l->person) : NULL;
	if (!speaker || !who_is(speaker, REP) || !speaker->team.n) {
		fault_add(&w->faults, "person",
			_("Say first who said it: a member of a team who writes. They hand it in "
			  "with their week."));
		return INVALID;
	}
	if (l->to_write && (l->point.n || l->kind == kind))
		return DONE;
	meeting_line_set_kind(&t, id, kind);
	event_add_line(&t, "to_write", w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome meeting_line_ask(struct work *w, struct line_id id, enum ask_kind kind)
{
	TXN(t, w->writer, w->arena);
	const struct meeting_line *l;
	enum outcome outcome = turned(w, t.db, id, &l);
	if (outcome != DONE || l->ask.n)
		return outcome;
	const struct meeting *m = meeting_get(t.db, w->who, l->meeting);
	ask_begin_line(&t, w, l, m->unit, kind);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* The accepted ability whose name stands in these words. */
static const char *named(struct db *db, const char *text)
{
	struct topics all = topic_accepted(db);
	LIST_EACH (const struct topic, t, &all)
		if (text_same(t->kind, "ability") &&
			(strstr(text, t->name_zh) || strstr(text, t->name_en)))
			return t->name_zh;
	return NULL;
}

const char *meeting_line_ability(struct work *w, const struct meeting_line *l)
{
	const char *name = named(w->db, l->text);
	const char *rest, *dropped;
	return name ? name
		    : text_cut(w->arena, paste_headline(w->arena, l->text, &rest, &dropped),
			      LINE_ABILITY_RUNES);
}

static struct topic_id ability(struct txn *t, struct work *w, const char *name)
{
	const struct topic *known = topic_by_word_any(t->db, name);
	if (known && !text_same(known->state, "refused"))
		return known->id;
	if (known)
		return (struct topic_id){ 0 };
	const struct topic fresh = {
		.kind = "ability", .state = "proposed", .name_zh = name, .name_en = name
	};
	struct topic_id id = topic_add(t, &fresh, w->who->person, w->now);
	topic_add_word(t, id, name);
	return id;
}

enum outcome meeting_line_gap(struct work *w, struct line_id id, const char *name)
{
	const struct meeting_line *l = meeting_line_get(w->db, w->who, id);
	if (!l)
		return NOT_FOUND;
	name = text_blank(name) ? meeting_line_ability(w, l) : text_trim(w->arena, name);
	if (text_runes(name) > LINE_ABILITY_RUNES || strpbrk(name, "\r\n#")) {
		fault_add(&w->faults, "name",
			_("Name the ability in a few words: at most 40 characters."));
		return INVALID;
	}
	TXN(t, w->writer, w->arena);
	enum outcome outcome = turned(w, t.db, id, &l);
	if (outcome != DONE)
		return outcome;
	struct topic_id topic = ability(&t, w, name);
	if (!topic.n) {
		fault_add(&w->faults, "name",
			_("This word was refused as a topic. Choose another one."));
		return INVALID;
	}
	meeting_line_set_topic(&t, id, topic);
	event_add_line(&t, "gap", w->who, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

void meeting_line_take(struct arena *a, const struct meeting_line *l, struct paste_point *out)
{
	const char *rest, *dropped;
	*out = (struct paste_point){ .kind = l->kind,
		.headline = paste_headline(a, l->text, &rest, &dropped),
		.body = point_text_escape(a, rest && *rest ? l->text : "") };
}
