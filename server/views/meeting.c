#include "meeting.h"

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "point.h"
#include "remark.h"
#include "rules/report_text.h"

const char *meeting_topic_name(const struct meeting_line *l)
{
	return text_same(i18n_language(), "zh") ? l->topic_zh : l->topic_en;
}

const char *meeting_step_day(struct arena *a, int64_t day)
{
	int y, m, d;
	day_date(day, &y, &m, &d);
	/* Translators: month, day. */
	return arena_format(a, _("%d/%d"), m, d);
}

static void brief(struct json_writer *j, struct arena *a, const struct meeting *m)
{
	json_key_number(j, "id", m->id.n);
	json_key_text(j, "kind", meeting_kind_name(m->kind));
	json_key_text(j, "length", meeting_length_name(m->length));
	json_key_number(j, "unit", m->unit.n);
	json_key_text(j, "day", report_text_day_name(a, m->day));
	if (m->task.n)
		json_key_number(j, "task", m->task.n);
	if (m->recorder.n)
		json_key_number(j, "recorder", m->recorder.n);
	json_key_number(j, "version", m->version);
	json_key_number(j, "changed_at", m->changed_at);
}

void meeting_json(struct json_writer *j, struct arena *a, const struct meeting *m)
{
	json_begin_object(j);
	brief(j, a, m);
	json_end(j);
}

static void people(struct json_writer *j, const struct meeting_people *all)
{
	json_key_array(j, "people");
	LIST_EACH (const struct meeting_person, p, all) {
		json_begin_object(j);
		json_key_number(j, "id", p->person.n);
		json_key_text(j, "name", p->name);
		if (p->said)
			json_key_bool(j, "present", p->present);
		json_key_bool(j, "turn", p->turn);
		json_end(j);
	}
	json_end(j);
}

void meeting_rota_json(struct json_writer *j, const struct rota *rota)
{
	json_begin_array(j);
	LIST_EACH (const struct rota_turn, t, rota) {
		json_begin_object(j);
		json_key_number(j, "id", t->turn.person.n);
		json_key_text(j, "name", t->turn.name);
		json_key_text(j, "why", rota_why_words(t->why));
		if (t->turn.point.n)
			json_key_number(j, "point", t->turn.point.n);
		json_end(j);
	}
	json_end(j);
}

void meeting_line_json(struct json_writer *j, const struct meeting_line *l)
{
	json_begin_object(j);
	json_key_number(j, "id", l->id.n);
	json_key_text(j, "question", question_name(l->question));
	if (l->person.n) {
		json_key_number(j, "person", l->person.n);
		json_key_text(j, "name", l->name);
	}
	json_key_text(j, "text", l->text);
	if (l->to_write)
		json_key_text(j, "to_write", kind_name(l->kind));
	if (l->point.n)
		json_key_number(j, "point", l->point.n);
	if (l->ask.n)
		json_key_number(j, "ask", l->ask.n);
	if (l->topic.n) {
		json_key_object(j, "ability");
		json_key_number(j, "id", l->topic.n);
		json_key_text(j, "name", meeting_topic_name(l));
		json_end(j);
	}
	json_end(j);
}

static void step(struct json_writer *j, struct arena *a, const struct review *v)
{
	json_key_object(j, "next");
	json_key_text(j, "step", v->step);
	if (v->step_person.n) {
		json_key_number(j, "person", v->step_person.n);
		json_key_text(j, "name", v->step_name);
	}
	if (v->step_until)
		json_key_text(j, "until", report_text_day_name(a, v->step_until));
	if (v->told) {
		json_key_text(j, "result", step_result_name(v->result));
		json_key_text(j, "text", v->result_text);
		json_key_number(j, "at", v->result_at);
	}
	json_end(j);
}

void meeting_review_json(
	struct json_writer *j, struct arena *a, const struct review *v, const struct remarks *said)
{
	json_begin_object(j);
	json_key_number(j, "id", v->id.n);
	json_key_number(j, "meeting", v->meeting.n);
	json_key_text(j, "day", report_text_day_name(a, v->day));
	json_key_number(j, "point", v->point.n);
	if (v->headline)
		json_key_text(j, "headline", v->headline);
	if (v->author_name)
		json_key_text(j, "author", v->author_name);
	json_key_text(j, "purpose", v->purpose);
	json_key_text(j, "plan", v->plan);
	json_key_text(j, "happened", v->happened);
	json_key_text(j, "difference", v->difference);
	if (*v->step)
		step(j, a, v);
	json_key_number(j, "version", v->version);
	if (said) {
		json_key_array(j, "remarks");
		LIST_EACH (const struct remark, m, said)
			remark_json(j, m, NULL);
		json_end(j);
	}
	json_end(j);
}

static void agenda(struct json_writer *j, const struct agenda *all)
{
	json_key_array(j, "agenda");
	for (size_t i = 0; i < all->count; i++) {
		json_begin_object(j);
		json_key_text(j, "what", agenda_word(all->items[i].part));
		json_key_number(j, "minutes", all->items[i].minutes);
		json_end(j);
	}
	json_end(j);
}

void meeting_json_whole(struct json_writer *j, struct arena *a, const struct record *r)
{
	json_begin_object(j);
	brief(j, a, r->meeting);
	json_key_text(j, "notes", r->meeting->notes);
	people(j, &r->people);
	agenda(j, &r->agenda);
	json_key_array(j, "agreed");
	LIST_EACH (const struct review, v, &r->agreed)
		meeting_review_json(j, a, v, NULL);
	json_end(j);
	json_key(j, "rota");
	meeting_rota_json(j, &r->rota);
	json_key_array(j, "reviews");
	LIST_EACH (const struct record_review, x, &r->reviews)
		meeting_review_json(j, a, &x->review, &x->remarks);
	json_end(j);
	json_key_array(j, "lines");
	LIST_EACH (const struct meeting_line, l, &r->lines)
		meeting_line_json(j, l);
	json_end(j);
	json_key_array(j, "asks");
	LIST_EACH (const struct ask, k, &r->asks)
		ask_json(j, k, NULL);
	json_end(j);
	json_key_array(j, "points");
	LIST_EACH (const struct point, p, &r->points)
		point_json(j, p);
	json_end(j);
	json_end(j);
}

const char *meeting_typed(
	const struct meeting_review_view *v, enum remark_kind kind, struct remark_id to)
{
	bool here = v->said && v->said->kind == kind && v->said->to.n == to.n;
	return here ? v->said->text : "";
}
