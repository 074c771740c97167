/* What becomes of the asks of the sample's meetings: somebody decides, and the asker says that it
 * helped. */
#include <string.h>

#include "base/text.h"
#include "demo_acting.h"
#include "demo_blocks.h"
#include "ask.h"

enum { ASKS_MOST = 50 };

static struct strings lines_of(struct arena *a, const char *what, const char *which)
{
	struct demo_blocks all = demo_blocks_read(a, "sample/meetings.md");
	LIST_EACH (const struct demo_block, b, &all)
		if (text_same(b->head.items[0], what) && text_same(b->head.items[1], which))
			return demo_blocks_split(a, b->text, '\n');
	return (struct strings){ 0 };
}

/* The decision on what was said, and by whom: "here | …" the team's manager, "above | …" the
 * branch's. */
static const char *decision(struct arena *a, const char *text, bool here)
{
	struct strings said = lines_of(a, "line", "obstacles");
	struct strings decided = lines_of(a, "decided", "obstacles");
	for (size_t i = 0; i < said.count && i < decided.count; i++) {
		if (!text_same(said.items[i], text))
			continue;
		struct strings parts = demo_blocks_split(a, decided.items[i], '|');
		return !here || text_same(parts.items[0], "here") ? parts.items[1] : NULL;
	}
	return NULL;
}

enum outcome demo_meet_decide(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	bool here = act->plan->units.items[event->index].kind == UNIT_TEAM;
	demo_acting_be_manager(act, event->index);
	struct asks waiting = ask_waiting(w->db, w->who, ASKS_MOST);
	enum outcome outcome = DONE;
	LIST_EACH (const struct ask, a, &waiting) {
		const char *text = a->line.n ? decision(w->arena, a->text, here) : NULL;
		if (text && outcome == DONE)
			outcome = ask_answer(w, a->id, text);
	}
	return outcome;
}

enum outcome demo_meet_thank(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	enum outcome outcome = DONE;
	for (size_t i = 0; i < act->plan->people.count; i++) {
		const struct demo_person *p = &act->plan->people.items[i];
		if (p->unit != event->index)
			continue;
		w->who = who_login_any(w->db, p->login);
		if (!w->who)
			continue; /* has left */
		struct asks own = ask_own(w->db, w->who, 0, ASKS_MOST);
		LIST_EACH (const struct ask, a, &own)
			if (a->line.n && a->state == ASK_ANSWERED && outcome == DONE)
				outcome = ask_confirm(w, a->id);
	}
	return outcome;
}
