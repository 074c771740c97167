/* Whom one could mean by what stands behind an @: those who may see the point, or the ask. */
#include "rules/mention.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "store/ask.h"
#include "store/point.h"

enum { SUGGESTIONS = 8, TYPED_RUNES = 30 };

static enum outcome answer(struct visit *v, const struct mention_people *people)
{
	const char *typed = text_cut(v->work.arena, visit_query(v, "q"), TYPED_RUNES);
	struct mention_people found = mention_suggest(v->work.arena, people, typed, SUGGESTIONS);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct mention_person, p, &found) {
		json_begin_object(&j);
		json_key_text(&j, "name", p->name);
		json_key_text(&j, "unit", p->unit_name);
		json_key_text(&j, "word", mention_word(v->work.arena, people, p));
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return DONE;
}

enum outcome mention_point_show(struct visit *v)
{
	const struct point_id id = { v->arg[0] };
	if (!point_get(v->work.db, v->work.who, id))
		return NOT_FOUND;
	struct mention_people people = mention_people_of_point(v->work.db, v->work.who, id);
	return answer(v, &people);
}

enum outcome mention_ask_show(struct visit *v)
{
	const struct ask_id id = { v->arg[0] };
	if (!ask_get(v->work.db, v->work.who, id))
		return NOT_FOUND;
	struct mention_people people = mention_people_of_ask(v->work.db, v->work.who, id);
	return answer(v, &people);
}
