/* What was told before, beside the form one writes on; and the same for programs. */
#include "radar_beside.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "templates.h"

enum {
	SAME = 3,
	LOOKED_AT = 12,
	TOPICS = 3,
	LEAST_RUNES = 12,
	HEADLINE_RUNES = 200,
	BODY_BYTES = 32 << 10
};

static const char *tag_of(struct arena *a, const struct topic *t)
{
	char *tag = arena_string(a, t->name_zh);
	for (char *s = tag; *s; s++)
		*s = *s == ' ' ? '-' : *s;
	return tag;
}

static bool is_typed(const char *topics, const char *tag)
{
	size_t len = strlen(tag);
	for (const char *at = strstr(topics, tag); at; at = strstr(at + 1, tag))
		if ((at == topics || strchr(" #,", at[-1])) && (!at[len] || strchr(" #,", at[len])))
			return true;
	return false;
}

struct radar_beside radar_beside_of(
	struct visit *v, const struct write_target *t, int place, const struct form_place *p)
{
	struct arena *a = v->work.arena;
	struct radar_beside beside = { .place = place };
	size_t body = strlen(p->story);
	if (text_runes(p->headline) + text_runes(p->story) < LEAST_RUNES || body > BODY_BYTES ||
		markdown_check(p->story, body, MARKDOWN_POINT_LIMIT, NULL, NULL) != MARKDOWN_OK)
		return beside;
	const struct radar_text text = { .kind = form_kind(place),
		.headline = text_cut(a, p->headline, HEADLINE_RUNES),
		.body = markdown_plain(a, p->story) };
	struct radar_likes all = radar_similar(v->work.db, v->work.who, &text, LOOKED_AT, false);
	struct radar_likes *same = ARENA_NEW(a, struct radar_likes), counted = { 0 };
	LIST_EACH (const struct radar_like, l, &all) {
		if (t->now && l->point->reflection.n == t->now->id.n)
			continue;
		*LIST_ADD(a, &counted) = *l;
		if (same->count < SAME)
			*LIST_ADD(a, same) = *l;
	}
	beside.said = radar_said(a, &counted);
	beside.cards = radar_cards_of(a, same);
	struct topics topics = radar_topics(v->work.db, v->work.who, &text, TOPICS);
	LIST_EACH (const struct topic, o, &topics) {
		const char *tag = tag_of(a, o);
		if (!is_typed(p->topics, tag))
			*LIST_ADD(a, &beside.topics) =
				(struct radar_topic){ point_topic_name(o), tag };
	}
	return beside;
}

void radar_beside_add(struct arena *a, struct reflection_form *form, const char *pressed)
{
	if (pressed[0] < '0' || pressed[0] >= '0' + FORM_PLACES || pressed[1] != ':')
		return;
	struct form_place *p = &form->places[pressed[0] - '0'];
	if (!is_typed(p->topics, pressed + 2))
		p->topics =
			*p->topics ? arena_format(a, "%s %s", p->topics, pressed + 2) : pressed + 2;
}

/* A part of the page, for the place that ?place= names. */
enum outcome radar_write_post(struct visit *v)
{
	struct write_target t;
	enum outcome outcome = write_target_of(v, visit_field(v, "subject"), &t);
	int64_t place = visit_query_number(v, "place");
	if (outcome != DONE)
		return outcome;
	if (!write_is_open_to(v, &t))
		return FORBIDDEN;
	if (place < 0 || place >= FORM_PLACES)
		return NOT_FOUND;
	struct reflection_form form = reflection_form_read(v->work.arena, &v->form);
	struct radar_beside beside = radar_beside_of(v, &t, (int)place, &form.places[place]);
	radar_beside(visit_page(v, ""), &beside, 1);
	return DONE;
}

static bool read_text(struct visit *v, struct radar_text *text)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	const char *kind = json_get_text(j, "kind"), *headline = json_get_text(j, "headline"),
		   *body = json_get_text(j, "body_md");
	body = body ? body : "";
	if (!j)
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
	if (j && (!headline || !*headline))
		fault_add(&v->work.faults, "headline", _("Give it a headline."));
	if (j && kind && !text_same(kind, "experience") && !text_same(kind, "lesson"))
		fault_add(&v->work.faults, "kind", _("Write experience or lesson."));
	if (markdown_check(body, strlen(body), MARKDOWN_POINT_LIMIT, NULL, NULL) != MARKDOWN_OK)
		fault_add(&v->work.faults, "body_md", _("Shorten it: at most 32 KB."));
	if (v->work.faults.count)
		return false;
	*text = (struct radar_text){ .kind = text_same(kind, "lesson") ? LESSON : EXPERIENCE,
		.headline = text_cut(v->work.arena, headline, HEADLINE_RUNES),
		.body = markdown_plain(v->work.arena, body) };
	return true;
}

/* Nothing is kept of it. */
enum outcome radar_api_post(struct visit *v)
{
	struct radar_text text;
	if (!read_text(v, &text))
		return INVALID;
	struct radar_likes all = radar_similar(v->work.db, v->work.who, &text, LOOKED_AT, false);
	struct topics topics = radar_topics(v->work.db, v->work.who, &text, TOPICS);
	struct json_writer j = visit_json(v, 200);
	radar_likes_json(&j, &all, &topics);
	return DONE;
}
