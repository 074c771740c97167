#include "topic_list.h"

#include "base/fold.h"
#include "base/list.h"
#include "base/text.h"
#include "meeting_row.h"
#include "story.h"
#include "topic_row.h"

/* The viewer ?1 sees something that carries the topic t. */
#define CARRIED                                                                                    \
	"(?1 = 0 OR EXISTS (SELECT 1 FROM point_topic pt JOIN point p ON p.id = pt.point_id"       \
	" WHERE pt.topic_id = t.id AND " SEES(                                                     \
		"p") ")"                                                                           \
		     " OR EXISTS (SELECT 1 FROM point_tag g JOIN point p ON p.id = g.point_id"     \
		     " WHERE g.topic_id = t.id AND " SEES(                                         \
			     "p") ")"                                                              \
				  " OR EXISTS (SELECT 1 FROM story_topic y JOIN story r ON r.id "  \
				  "= y.story_id"                                                   \
				  " WHERE y.topic_id = t.id AND " STORY_SHOWN(                     \
					  "r") ")"                                                 \
					       " OR EXISTS (SELECT 1 FROM meeting_line ml JOIN "   \
					       "meeting m ON m.id = ml.meeting_id"                 \
					       " WHERE ml.topic_id = t.id AND m.dropped_at IS "    \
					       "NULL AND " SEES_MEETING("m") "))"
#define KNOWN "(t.state = 'accepted' OR (t.state = 'proposed' AND " CARRIED "))"

struct topics topic_suggest(struct db *db, const struct who *who, const char *typed)
{
	return topic_rows(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS " FROM topic_word w JOIN topic t ON t.id = w.topic_id"
		    " WHERE instr(w.folded, ?2) > 0 AND " KNOWN
		    " GROUP BY t.id ORDER BY min(CASE WHEN w.folded = ?2 THEN 0"
		    " WHEN substr(w.folded, 1, length(?2)) = ?2 THEN 1 ELSE 2 END),"
		    " t.kind DESC, t.position, t.id LIMIT ?3 /*scan*/"),
		V(who->person), V(fold_text(db_arena(db), typed)), V(TOPIC_SUGGESTIONS)));
}

struct topics topic_list(struct db *db, const struct who *who, struct topic_id after, int64_t limit)
{
	return topic_rows(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS " FROM topic t WHERE t.id > ?2 AND " KNOWN
		    " ORDER BY t.id LIMIT ?3"),
		V(who->person), V(after), V(limit)));
}

struct topics topic_proposed(struct db *db, const struct who *who)
{
	return topic_rows(db_ask(db,
		SQL("SELECT " TOPIC_COLUMNS " FROM topic t WHERE t.state = 'proposed' AND " CARRIED
		    " ORDER BY t.id DESC /*scan*/"),
		V(who->person)));
}

const struct topic *topic_known(struct db *db, const struct who *who, struct topic_id id)
{
	const struct topic *t = topic_get_any(db, id);
	if (t && t->merged_into.n)
		return topic_known(db, who, t->merged_into);
	if (!t || text_same(t->state, "accepted"))
		return t;
	return db_long(db, SQL("SELECT 1 FROM topic t WHERE t.id = ?2 AND " CARRIED),
		       V(who->person), V(id))
		       ? t
		       : NULL;
}

const struct topic *topic_known_word(struct db *db, const struct who *who, const char *word)
{
	const struct topic *t = topic_by_word_any(db, word);
	return t ? topic_known(db, who, t->id) : NULL;
}

struct strings topic_words_any(struct db *db, struct topic_id id)
{
	struct strings list = { 0 };
	struct q *q = db_ask(
		db, SQL("SELECT word FROM topic_word WHERE topic_id = ?1 ORDER BY rowid"), V(id));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = q_text(q, 0);
	return list;
}
