#include "search_keep.h"

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"

enum { DAY = 86400, LEAST_RUNES = 2, MOST_RUNES = 40, WORDS_RUNES = 300 };

void search_keep_miss(struct work *w, const char *words)
{
	words = text_trim(w->arena, words);
	size_t runes = text_runes(words);
	if (runes < LEAST_RUNES || runes > MOST_RUNES)
		return;
	TXN(t, w->writer, w->arena);
	search_miss_add(&t, words, w->now / DAY);
	txn_commit(&t);
}

enum outcome search_keep_settle(struct work *w, int64_t miss)
{
	if (!who_is(w->who, TRAINER | HQ))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	if (!search_miss_remove(&t, miss))
		return NOT_FOUND;
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome search_keep_save(struct work *w, const struct search_saved *s)
{
	if ((!*s->words && !*s->filters) || text_runes(s->words) > WORDS_RUNES) {
		fault_add(&w->faults, "q", _("There is nothing to search for yet."));
		return INVALID;
	}
	TXN(t, w->writer, w->arena);
	if (search_saved_list(t.db, w->who).count >= SEARCH_SAVED_MOST) {
		fault_add(&w->faults, "q",
			_("You keep thirty searches already. Take one away first."));
		return INVALID;
	}
	search_saved_add(&t, w->who->person, s, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome search_keep_forget(struct work *w, const struct search_saved *s)
{
	TXN(t, w->writer, w->arena);
	search_saved_remove(&t, w->who->person, s);
	return txn_commit(&t) ? DONE : BROKEN;
}
