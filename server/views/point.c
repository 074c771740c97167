#include "point.h"

#include "base/clock.h"
#include "base/list.h"
#include "base/text.h"

const char *point_topic_name(const struct topic *t)
{
	return text_same(i18n_language(), "zh") ? t->name_zh : t->name_en;
}

const char *point_kind_word(enum kind kind)
{
	return kind == EXPERIENCE ? _("Experience") : _("Lesson");
}

const char *point_step_word(const struct point_step *s)
{
	switch (s->step[0]) {
	case 's':
		return c_("way", "Handed in");
	case 'd':
		return c_("way", "Gone through in depth");
	case 't':
		return s->at ? c_("way", "Team closed") : c_("way", "In the team");
	case 'b':
		if (text_same(s->step, "bulletin"))
			return c_("way", "In a bulletin");
		return s->at ? c_("way", "Branch closed") : c_("way", "In the branch");
	default:
		return s->at ? c_("way", "Headquarters closed") : c_("way", "At headquarters");
	}
}

void point_json_topics(struct json_writer *j, const struct topics *topics)
{
	json_key_array(j, "topics");
	LIST_EACH (const struct topic, t, topics) {
		json_begin_object(j);
		json_key_number(j, "id", t->id.n);
		json_key_text(j, "name", point_topic_name(t));
		json_key_text(j, "state", t->state);
		json_end(j);
	}
	json_end(j);
}

static void brief(struct json_writer *j, const struct point *p)
{
	json_key_number(j, "id", p->id.n);
	json_key_text(j, "kind", kind_name(p->kind));
	json_key_text(j, "headline", p->headline);
	point_json_topics(j, &p->topics);
	json_key_number(j, "unit", p->team.n);
	json_key_text(j, "week", week_name(j->out->arena, p->week));
	if (p->author_name)
		json_key_text(j, "author", p->author_name);
}

void point_json(struct json_writer *j, const struct point *p)
{
	json_begin_object(j);
	brief(j, p);
	json_end(j);
}

void point_json_used(struct json_writer *j, const struct point *p, const struct evidence *e)
{
	json_begin_object(j);
	brief(j, p);
	use_json_evidence(j, e);
	json_end(j);
}

void point_json_way(struct json_writer *j, const struct point_way *way)
{
	LIST_EACH (const struct point_step, s, way) {
		if (!s->at)
			continue;
		json_begin_object(j);
		json_key_text(j, "step", s->step);
		json_key_number(j, "unit", s->unit.n);
		json_key_text(j, "by", s->by);
		if (s->meeting.n)
			json_key_number(j, "meeting", s->meeting.n);
		json_key_number(j, "at", s->at);
		json_end(j);
	}
}

struct url point_url(struct arena *a, struct point_id id, const char *mark, int64_t number)
{
	return (struct url){ *mark ? arena_format(
					     a, "/points/%ld%s%ld", (long)id.n, mark, (long)number)
				   : arena_format(a, "/points/%ld", (long)id.n) };
}

struct url point_text_url(struct arena *a, const char *place, int64_t number)
{
	return (struct url){ arena_format(a, "/%s/%ld", place, (long)number) };
}

void point_json_whole(struct json_writer *j, const struct point_view *v)
{
	json_begin_object(j);
	brief(j, v->point);
	/* It would join an anonymous point to its author's others. */
	if (v->point->author_name)
		json_key_number(j, "reflection", v->point->reflection.n);
	json_key_text(j, "body_md", v->point->body_md);
	json_key_text(j, "body_html", v->body.html);
	json_key_text(j, "reach", reach_name(v->point->reach));
	if (v->lead.n)
		json_key_number(j, "lead", v->lead.n);
	if (v->left)
		json_key_text(j, "left", v->left);
	json_key_array(j, "merged");
	LIST_EACH (const struct point, p, &v->merged)
		json_number(j, p->id.n);
	json_end(j);
	json_key_array(j, "cited_in");
	LIST_EACH (const struct synthesis, s, &v->cited_in)
		json_number(j, s->id.n);
	json_end(j);
	json_key_array(j, "stories");
	LIST_EACH (const struct story, y, &v->stories)
		json_number(j, y->id.n);
	json_end(j);
	use_json_evidence(j, &v->evidence);
	json_key_array(j, "way");
	point_json_way(j, &v->way);
	json_end(j);
	json_end(j);
}
