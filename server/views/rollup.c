#include "rollup.h"

#include "base/list.h"

const char *rollup_day(struct out *o, const struct rollup_view *v, int64_t moment)
{
	struct local l = zone_local(v->zone, moment);
	/* Translators: month, day. */
	return html_format(o, _("%d/%d"), l.month, l.day);
}

const char *rollup_author(struct out *o, const struct rollup_line *l)
{
	return l->author ? l->author : html_format(o, _("a member of %s"), l->team_name);
}

const char *rollup_figures(struct out *o, const int64_t of_kind[KINDS])
{
	/* Translators: how many experiences, how many lessons. */
	return html_format(o, _("Experiences %ld · Lessons %ld"), (long)of_kind[EXPERIENCE],
		(long)of_kind[LESSON]);
}

const char *rollup_presence_icon(enum presence p)
{
	static const char *const icons[] = { "check", "clock", "minus", "calendar-days" };
	return icons[p];
}

const char *rollup_presence_word(enum presence p)
{
	static const char *const words[] = { N_("handed in"), N_("late"), N_("missing"),
		N_("excused") };
	return _(words[p]);
}

bool rollup_line_has(const struct rollup_line *l, struct topic_id topic)
{
	LIST_EACH (const struct topic, t, &l->topics)
		if (t->id.n == topic.n)
			return true;
	return false;
}

const struct synthesis_text *rollup_synthesis_on(
	const struct rollup_view *v, const struct topic *topic)
{
	LIST_EACH (const struct synthesis_text, s, &v->syntheses)
		if (topic && s->synthesis->topic.id.n == topic->id.n)
			return s;
	return NULL;
}

bool rollup_synthesis_alone(const struct rollup_view *v, const struct synthesis_text *s)
{
	LIST_EACH (const struct order_group, g, &v->groups)
		if (g->topic && g->topic->id.n == s->synthesis->topic.id.n)
			return false;
	return true;
}

static void totals(struct json_writer *j, const int64_t of_kind[KINDS])
{
	for (int k = 0; k < KINDS; k++)
		json_key_number(j, kind_name((enum kind)k), of_kind[k]);
}

static void presences(struct json_writer *j, const int64_t of[4])
{
	json_key_object(j, "attendance");
	for (int p = SUBMITTED; p <= EXCUSED; p++)
		json_key_number(j, presence_name((enum presence)p), of[p]);
	json_end(j);
}

static void roster_json(struct json_writer *j, const struct rollup_view *v)
{
	json_key_array(j, "roster");
	LIST_EACH (const struct roster_line, l, &v->roster) {
		json_begin_object(j);
		json_key_number(j, "id", l->person.n);
		json_key_text(j, "name", l->name);
		json_key_text(j, "state", presence_name(l->presence));
		if (l->reason)
			json_key_text(j, "reason", l->reason);
		json_end(j);
	}
	json_end(j);
	if (v->rights.numbers)
		presences(j, v->roster.of);
}

static void parts_json(struct json_writer *j, const struct rollup_view *v)
{
	json_key_array(j, "parts");
	LIST_EACH (const struct rollup_part_view, p, &v->parts) {
		json_begin_object(j);
		json_key_number(j, "unit", p->part->unit.n);
		json_key_text(j, "state", p->part->closed ? "closed" : "open");
		if (p->shown) {
			json_key_object(j, "totals");
			totals(j, p->of_kind);
			json_end(j);
			if (v->unit->kind == UNIT_BRANCH)
				presences(j, p->presence);
		}
		json_end(j);
	}
	json_end(j);
}

void rollup_handled_json(struct json_writer *j, const struct handled_counts *c)
{
	json_key_object(j, "handled");
	json_key_number(j, "points", c->points);
	for (int h = MERGED; h <= OPEN; h++)
		json_key_number(j, handled_name((enum handled)h), c->of[h]);
	json_end(j);
}

static void line_json(struct json_writer *j, const struct rollup_line *l)
{
	json_key_number(j, "id", l->id.n);
	json_key_text(j, "kind", kind_name(l->kind));
	json_key_text(j, "headline", l->headline);
	point_json_topics(j, &l->topics);
	json_key_number(j, "unit", l->team.n);
	if (l->author)
		json_key_text(j, "author", l->author);
	if (l->late)
		json_key_bool(j, "late", true);
	if (l->highlight)
		json_key_text(j, "highlight", l->highlight);
	if (l->told)
		json_key_text(j, "handled", handled_name(l->handled));
	if (l->left)
		json_key_text(j, "left", l->left);
}

static void points_json(struct json_writer *j, const struct rollup_view *v)
{
	json_key_array(j, "points");
	LIST_EACH (const struct order_entry, e, &v->entries) {
		json_begin_object(j);
		line_json(j, e->line);
		if (e->merged.count) {
			json_key_array(j, "merged");
			for (size_t i = 0; i < e->merged.count; i++) {
				json_begin_object(j);
				line_json(j, e->merged.items[i]);
				json_key_number(j, "lead", e->line->id.n);
				json_end(j);
			}
			json_end(j);
		}
		json_end(j);
	}
	json_end(j);
}

static void picks_json(struct json_writer *j, const struct picks *picks)
{
	json_key_array(j, "picks");
	LIST_EACH (const struct pick, k, picks) {
		json_begin_object(j);
		json_key_number(j, "id", k->point.n);
		json_key_text(j, "headline", k->headline);
		json_key_text(j, "comment", k->comment);
		json_end(j);
	}
	json_end(j);
}

static void syntheses_json(struct json_writer *j, const struct rollup_view *v)
{
	json_key_array(j, "syntheses");
	LIST_EACH (const struct synthesis_text, s, &v->syntheses)
		synthesis_json(j, s);
	LIST_EACH (const struct synthesis_text, s, &v->below)
		synthesis_json(j, s);
	json_end(j);
}

void rollup_json(struct json_writer *j, const struct rollup_view *v)
{
	json_begin_object(j);
	json_key_number(j, "unit", v->unit->id.n);
	json_key_text(j, "week", v->week);
	json_key_text(j, "state", v->state.closed ? "closed" : "open");
	json_key_object(j, "totals");
	totals(j, v->of_kind);
	json_end(j);
	json_key_array(j, "topics");
	LIST_EACH (const struct rollup_topic, t, &v->topics) {
		json_begin_object(j);
		json_key_number(j, "id", t->topic->id.n);
		json_key_text(j, "name", point_topic_name(t->topic));
		totals(j, t->of_kind);
		json_end(j);
	}
	json_end(j);
	if (v->unit->kind == UNIT_TEAM)
		roster_json(j, v);
	else
		parts_json(j, v);
	if (v->told)
		rollup_handled_json(j, &v->handled);
	if (v->unit->kind == UNIT_HQ)
		picks_json(j, &v->picks);
	if (v->unit->kind != UNIT_TEAM)
		syntheses_json(j, v);
	points_json(j, v);
	json_key_text(j, "next", v->next);
	json_end(j);
}
