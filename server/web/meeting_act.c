/* Writing in the record: who is there, answers and what they become, what was agreed. */
#include "base/list.h"
#include "base/text.h"
#include "meeting.h"
#include "meeting_handlers.h"
#include "write.h"

static bool is_checked(struct visit *v, const char *name, struct person_id person)
{
	const char *wanted = arena_format(v->work.arena, "%ld", (long)person.n);
	for (const struct field *f = NULL; (f = fields_next(&v->form, name, f));)
		if (text_same(f->value, wanted))
			return true;
	return false;
}

/* As many as the form could name; what the rota proposes anyway is no choice of the manager's. */
enum outcome meeting_people_post(struct visit *v)
{
	const struct record *r = record_of(&v->work, (struct meeting_id){ v->arg[0] });
	if (!r)
		return NOT_FOUND;
	struct meeting_people people = { 0 };
	size_t same = 0, chosen = 0;
	LIST_EACH (const struct meeting_person, p, &r->people) {
		struct meeting_person *now = LIST_ADD(v->work.arena, &people);
		*now = *p;
		now->present = is_checked(v, "here", p->person);
		now->said = r->begun || !now->present || !r->meeting->of_team;
		now->turn = is_checked(v, "turn", p->person);
		chosen += now->turn;
		LIST_EACH (const struct rota_turn, t, &r->rota)
			same += now->turn && t->turn.person.n == p->person.n &&
				t->why != ROTA_CHOSEN;
	}
	bool proposed = same == chosen && same == r->rota.count;
	LIST_EACH (struct meeting_person, p, &people)
		p->turn = p->turn && !proposed;
	enum outcome outcome = meeting_note(&v->work, r->meeting->id, &people);
	return outcome == DONE ? meeting_back(v, r->meeting->id, "saved", "deep") : outcome;
}

static bool read_line(struct visit *v, struct line_input *in)
{
	*in = (struct line_input){ .person = { visit_number(v, "person") },
		.text = visit_field(v, "text") };
	return question_parse(visit_field(v, "question"), &in->question);
}

static enum outcome refused(
	struct visit *v, enum outcome outcome, enum question at, const char *typed)
{
	if (outcome != INVALID)
		return outcome;
	outcome = meeting_page(v, (struct meeting_id){ v->arg[0] }, at, typed);
	v->out->status = 422;
	return outcome;
}

static enum outcome back(struct visit *v, enum question q, const char *said)
{
	return meeting_back(v, (struct meeting_id){ v->arg[0] }, said,
		arena_format(v->work.arena, "q-%s", question_name(q)));
}

enum outcome meeting_line_post(struct visit *v)
{
	struct line_input in;
	struct line_id id;
	if (!read_line(v, &in))
		return NOT_FOUND;
	enum outcome outcome =
		meeting_line_say(&v->work, (struct meeting_id){ v->arg[0] }, &in, &id);
	return outcome == DONE ? back(v, in.question, "saved")
			       : refused(v, outcome, in.question, in.text);
}

bool meeting_has_line(struct visit *v, struct meeting_id id, struct line_id line)
{
	const struct meeting_line *l = meeting_line_get(v->work.db, v->work.who, line);
	return l && l->meeting.n == id.n;
}

static bool is_here(struct visit *v)
{
	return meeting_has_line(v, (struct meeting_id){ v->arg[0] }, (struct line_id){ v->arg[1] });
}

enum outcome meeting_line_edit_post(struct visit *v)
{
	struct line_input in;
	if (!is_here(v) || !read_line(v, &in))
		return NOT_FOUND;
	enum outcome outcome = meeting_line_change(&v->work, (struct line_id){ v->arg[1] }, &in);
	return outcome == DONE ? back(v, in.question, "saved")
			       : refused(v, outcome, in.question, "");
}

enum outcome meeting_line_drop_post(struct visit *v)
{
	if (!is_here(v))
		return NOT_FOUND;
	const struct meeting_line *l =
		meeting_line_get(v->work.db, v->work.who, (struct line_id){ v->arg[1] });
	enum outcome outcome = meeting_line_remove(&v->work, l->id);
	return outcome == DONE ? back(v, l->question, "saved") : outcome;
}

/* It becomes part of the draft at once, behind what is there. */
const char *meeting_to_form(struct visit *v, struct line_id line)
{
	struct arena *a = v->work.arena;
	work_refresh(&v->work);
	const struct meeting_line *l = meeting_line_get(v->work.db, v->work.who, line);
	struct write_target t;
	if (!l || l->person.n != v->work.who->person.n || l->point.n ||
		write_target_of(v, week_name(a, work_week(&v->work)), &t) != DONE ||
		!write_is_open_to(v, &t) || (t.now && text_same(t.now->state, "closed")))
		return NULL;
	struct paste_point p;
	meeting_line_take(a, l, &p);
	const struct draft *draft = draft_get(v->work.db, v->work.who, t.subject);
	struct fields fields = draft_fields(a, draft);
	struct reflection_form form =
		draft ? reflection_form_read(a, &fields) : write_form_now(v, &t);
	const char *base = draft ? fields_value(&fields, "base_version") : NULL;
	for (int i = 0; i < FORM_PLACES; i++)
		if (text_same(form.places[i].headline, p.headline))
			return arena_format(a, "%s&said=taken", write_address(a, &t));
	reflection_form_add(a, &form, &(struct paste){ .items = &p, .count = 1 });
	if (!base)
		base = arena_format(a, "%ld", t.now && !draft ? (long)t.now->version : 0L);
	if (draft_replace(&v->work, t.subject,
		    arena_format(a, "%s&base_version=%s", reflection_form_encode(a, &form),
			    base)) != DONE)
		return NULL;
	return arena_format(a, "%s&said=taken", write_address(a, &t));
}

enum outcome meeting_line_become_post(struct visit *v)
{
	if (!is_here(v))
		return NOT_FOUND;
	const struct meeting_line *l =
		meeting_line_get(v->work.db, v->work.who, (struct line_id){ v->arg[1] });
	const char *as = visit_field(v, "as"), *said = "saved";
	enum outcome outcome = NOT_FOUND;
	enum kind kind;
	if (kind_parse(as, &kind)) {
		outcome = meeting_line_write(&v->work, l->id, kind);
		const char *form = outcome == DONE ? meeting_to_form(v, l->id) : NULL;
		if (form)
			return visit_see_other(v, form);
		said = "to-write";
	} else if (text_same(as, "help") || text_same(as, "decision")) {
		outcome = meeting_line_ask(
			&v->work, l->id, text_same(as, "help") ? ASK_HELP : ASK_DECISION);
		said = "wanted";
	} else if (text_same(as, "ability")) {
		outcome = meeting_line_gap(&v->work, l->id, visit_field(v, "name"));
	}
	return outcome == DONE ? back(v, l->question, said) : refused(v, outcome, l->question, "");
}

enum outcome meeting_result_post(struct visit *v)
{
	enum step_result result;
	struct meeting_id id = { v->arg[0] };
	if (!step_result_parse(visit_field(v, "result"), &result))
		fault_add(&v->work.faults, "result", _("Done, partly, or not done: choose one."));
	enum outcome outcome = v->work.faults.count
				       ? INVALID
				       : review_tell(&v->work, (struct review_id){ v->arg[1] },
						 result, visit_field(v, "text"), id);
	return outcome == DONE ? meeting_back(v, id, "saved", "agreed")
			       : refused(v, outcome, QUESTION_VALUABLE, "");
}
