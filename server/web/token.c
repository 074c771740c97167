#include "token.h"

#include "base/list.h"

static void add(struct visit *v, struct person_tokens *lines, const struct token *t)
{
	*LIST_ADD(v->work.arena, lines) = (struct person_token){ .id = t->id,
		.label = t->label,
		.made = visit_date(v, t->created_at),
		.revoked = t->revoked_at ? visit_date(v, t->revoked_at) : NULL };
}

struct person_tokens token_lines(struct visit *v, struct person_id person)
{
	struct tokens all = token_list_any(v->work.db, person);
	struct person_tokens lines = { 0 };
	LIST_EACH (const struct token, t, &all)
		if (!t->revoked_at)
			add(v, &lines, t);
	LIST_EACH (const struct token, t, &all)
		if (t->revoked_at)
			add(v, &lines, t);
	return lines;
}
