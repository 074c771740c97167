#include "topic_merge.h"

#include "base/list.h"
#include "lift.h"
#include "search.h"
#include "store/search_source.h"
#include "store/audit.h"
#include "store/guide.h"

enum { AT_ONCE = 300 }; /* points: about 50 ms of the writer */

void topic_merge_restore(struct txn *t, struct topic_id id)
{
	struct point_ids tagged = topic_tagged_any(t->db, id);
	LIST_EACH (const struct point_id, p, &tagged) {
		struct topics now = topic_of_point_any(t->db, *p);
		struct topic_id *of = ARENA_MANY(db_arena(t->db), struct topic_id, now.count + 1);
		for (size_t i = 0; i < now.count; i++)
			of[i] = now.items[i].id;
		of[now.count] = id;
		lift_topics(t, *p, of, now.count + 1);
	}
}

void topic_merge(struct txn *t, struct work *w, const struct topic *from, struct topic_id into,
	struct point_ids *rest)
{
	struct point_ids points = topic_points_any(t->db, from->id);
	struct search_nouns texts = search_nouns_of_topic_any(t->db, from->id);
	struct search_nouns joined = search_nouns_of_topic_any(t->db, into);
	guide_move_topic(t, from->id, into, w->now);
	topic_merge_rows(t, from->id, into);
	topic_merge_restore(t, into);
	for (size_t i = 0; i < points.count; i++)
		if (i < AT_ONCE || !rest)
			lift_words(t, points.items[i]);
		else
			*LIST_ADD(w->arena, rest) = points.items[i];
	search_put_nouns(t, &texts); /* some were joined to others, and are gone */
	search_put_nouns(t, &joined);
	search_put_guide(t, into);
	audit_add(t, w->who, w->now, "merge", "topic", from->id.n, (struct unit_id){ 0 },
		arena_format(w->arena, "%s → %ld", from->name_zh, (long)into.n));
}

void topic_merge_finish(struct work *w, const struct point_ids *rest)
{
	for (size_t i = 0; i < rest->count;) {
		TXN(t, w->writer, w->arena);
		for (size_t n = 0; n < AT_ONCE && i < rest->count; n++)
			lift_words(&t, rest->items[i++]);
		if (!txn_commit(&t))
			return;
	}
}
