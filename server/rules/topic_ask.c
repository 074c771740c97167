#include "topic_ask.h"

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/topic.h"
#include "store/unit.h"

struct unit_id topic_ask_unit(struct db *db, const struct who *who)
{
	const struct unit *home = unit_get(db, who->home);
	return home->parent.n && who_manages(db, who, home->id) ? home->parent : home->id;
}

static bool is_asked(struct db *db, const struct who *who, struct topic_id topic, const char *text,
	struct ask_id *id)
{
	struct asks own = ask_own_of_topic(db, who, topic, 50);
	LIST_EACH (const struct ask, a, &own)
		if (a->state == ASK_OPEN && text_same(a->text, text)) {
			*id = a->id;
			return true;
		}
	return false;
}

enum outcome topic_ask(struct work *w, struct topic_id topic, enum ask_kind kind, const char *text,
	struct ask_id *id)
{
	text = text_trim(w->arena, text);
	if (who_is_operator(w->who))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	const struct topic *of = topic_get_any(t.db, topic);
	if (!of || !text_same(of->state, "accepted"))
		return NOT_FOUND;
	if (!*text)
		fault_add(&w->faults, "text",
			_("Write what you want to know. One sentence is enough."));
	else if (text_runes(text) > TOPIC_ASK_RUNES)
		fault_add(&w->faults, "text",
			_("Too long: 500 characters is the most. Say the main thing."));
	if (w->faults.count)
		return INVALID;
	if (is_asked(t.db, w->who, topic, text, id))
		return DONE;
	*id = ask_begin_topic(&t, w, topic, kind, text);
	return txn_commit(&t) ? DONE : BROKEN;
}
