#include "search_guess.h"

#include "base/list.h"

/* The query with the words in place of what was typed; the n-th guess at a word that stands alone,
 * the likeliest where there are several. */
static const char *reworded(
	struct arena *a, const char *typed, const struct search_nearests *all, size_t n)
{
	struct out o = out_new(a);
	size_t at = 0;
	LIST_EACH (const struct search_nearest, s, all) {
		out_bytes(&o, typed + at, s->typed.at - at);
		out_text(&o, s->words[all->count == 1 ? n : 0]);
		at = s->typed.at + s->typed.len;
	}
	out_text(&o, typed + at);
	return out_string(&o);
}

void search_guess(struct visit *v, const struct search_ask *ask, struct search_view *view)
{
	struct arena *a = v->work.arena;
	const struct search_nearests *all = &view->found.nearest;
	size_t most = all->count == 1 ? all->items[0].count : all->count > 0;
	for (size_t n = 0; n < most; n++) {
		const char *typed = reworded(a, view->said[SEARCH_Q], all, n);
		struct search_ask again = *ask;
		again.facets = again.hints = false;
		again.limit = 1;
		again.query = query_parse(a, typed);
		for (size_t i = view->query->count; i < ask->query.count; i++) /* not typed */
			*LIST_ADD(a, &again.query) = ask->query.items[i];
		search_understand(v->work.db, v->work.who, &again.query);
		struct search_found found = search_ask(v->work.db, v->work.who, &again);
		if (found.total)
			*LIST_ADD(a, &view->guesses) = (struct search_guess){ typed, found.total };
	}
}
