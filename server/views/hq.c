#include "hq.h"

#include "base/list.h"
#include "rollup.h"

const char *hq_span(struct arena *a, int64_t seconds)
{
	long minutes = (long)(seconds / 60), hours = minutes / 60, days = hours / 24;
	if (days)
		return arena_format(a, _("%1$ld d %2$ld h"), days, hours % 24);
	if (hours)
		return arena_format(a, _("%1$ld h %2$ld min"), hours, minutes % 60);
	return arena_format(a, n_("%ld minute", "%ld minutes", minutes), minutes);
}

const char *hq_author(struct out *o, const struct point *p)
{
	return p->author_name ? html_format(o, "%s · %s", p->author_name, p->team_name)
			      : html_format(o, _("a member of %s"), p->team_name);
}

const char *hq_piece_name(enum piece_kind kind, int64_t noun, struct arena *a)
{
	return arena_format(a, "%d.%ld", (int)kind, (long)noun);
}

static void numbers(struct json_writer *j, const char *key, const struct trend *t)
{
	json_key_array(j, key);
	for (size_t i = 0; i < t->count; i++)
		json_number(j, t->items[i]);
	json_end(j);
}

static void clock_json(struct json_writer *j, const struct hq_clock *c)
{
	json_key_object(j, "clock");
	json_key_number(j, "cut_at", c->cut_at);
	json_key_number(j, "due_at", c->due_at);
	json_key(j, "out_at");
	c->out_at ? json_number(j, c->out_at) : json_nothing(j);
	json_key_bool(j, "late", (c->out_at ? c->out_at : c->now) > c->due_at);
	json_end(j);
}

static void branches_json(struct json_writer *j, const struct hq_view *v)
{
	json_key_array(j, "branches");
	LIST_EACH (const struct hq_branch, b, &v->branches) {
		json_begin_object(j);
		json_key_number(j, "id", b->part->unit.n);
		json_key_text(j, "code", b->part->code);
		json_key_text(j, "name", b->part->name);
		json_key(j, "closed_at");
		b->closed_at ? json_number(j, b->closed_at) : json_nothing(j);
		json_key_bool(j, "late", b->late);
		json_key(j, "total");
		b->part->shown ? json_number(j, b->part->total) : json_nothing(j);
		if (b->closed_at)
			rollup_handled_json(j, &b->handled);
		json_end(j);
	}
	json_end(j);
}

static void cells_json(struct json_writer *j, const struct matrix_row *r)
{
	json_key_array(j, "cells");
	LIST_EACH (const struct matrix_cell, c, r) {
		if (!c->shown)
			continue;
		json_begin_object(j);
		json_key_number(j, "unit", c->part.n);
		json_key_number(j, "experience", c->of_kind[EXPERIENCE]);
		json_key_number(j, "lesson", c->of_kind[LESSON]);
		json_key_number(j, "change", c->change);
		json_key_number(j, "heat", c->heat);
		json_end(j);
	}
	json_end(j);
}

static void matrix_json(struct json_writer *j, const struct hq_view *v)
{
	json_key_array(j, "weeks");
	LIST_EACH (const struct trend_week, w, &v->weeks)
		json_text(j, week_name(j->out->arena, w->week));
	json_end(j);
	json_key_object(j, "trend");
	numbers(j, "experience", &v->of_kind[EXPERIENCE]);
	numbers(j, "lesson", &v->of_kind[LESSON]);
	json_end(j);
	json_key_array(j, "topics");
	LIST_EACH (const struct matrix_row, r, &v->matrix) {
		json_begin_object(j);
		json_key(j, "id");
		r->topic ? json_number(j, r->topic->id.n) : json_nothing(j);
		json_key_text(j, "name", r->topic ? point_topic_name(r->topic) : NULL);
		json_key_number(j, "total", r->total);
		json_key_number(j, "change", r->change);
		cells_json(j, r);
		numbers(j, "trend", &r->trend);
		json_end(j);
	}
	json_end(j);
}

static void points_json(struct json_writer *j, const char *key, const struct hq_points *list)
{
	json_key_array(j, key);
	LIST_EACH (const struct hq_point, p, list) {
		json_begin_object(j);
		json_key(j, "point");
		point_json_used(j, p->point, &p->figures);
		if (p->reason)
			json_key_text(j, "reason", p->reason);
		json_key_bool(j, "chosen", p->chosen);
		json_end(j);
	}
	json_end(j);
}

static void uses_json(struct json_writer *j, const struct hq_uses *list)
{
	json_key_array(j, "failed");
	LIST_EACH (const struct hq_use, u, list) {
		json_begin_object(j);
		json_key(j, "point");
		point_json(j, u->point);
		json_key(j, "use");
		use_json(j, u->use);
		json_end(j);
	}
	json_end(j);
}

static void carried_json(struct json_writer *j, const struct hq_view *v)
{
	json_key(j, "bulletin");
	int64_t number = v->draft ? v->draft->id.n : v->out.n;
	number ? json_number(j, number) : json_nothing(j);
	json_key_array(j, "carried");
	for (int kind = 0; kind < PIECE_KINDS; kind++)
		LIST_EACH (const struct bulletin_part, p, &v->parts[kind]) {
			json_begin_object(j);
			json_key_text(j, "type", piece_kind_name((enum piece_kind)kind));
			json_key_number(j, "id", p->piece->noun);
			json_end(j);
		}
	json_end(j);
}

void hq_json(struct json_writer *j, const struct hq_view *v)
{
	json_begin_object(j);
	json_key_text(j, "week", v->week);
	clock_json(j, &v->clock);
	branches_json(j, v);
	matrix_json(j, v);
	points_json(j, "highlights", &v->highlights);
	points_json(j, "proved", &v->proved);
	uses_json(j, &v->failed);
	points_json(j, "passed_over", &v->passed);
	json_key_array(j, "recurring");
	LIST_EACH (const struct radar_entry, e, &v->recurring)
		radar_group_json(j, e->group);
	json_end(j);
	json_key_array(j, "syntheses");
	LIST_EACH (const struct hq_text, t, &v->texts)
		synthesis_json(j, t->text);
	json_end(j);
	json_key_array(j, "asks");
	LIST_EACH (const struct hq_ask, a, &v->asks)
		ask_json(j, a->ask, NULL);
	json_end(j);
	carried_json(j, v);
	json_end(j);
}
