/* Topics: what the field for them suggests. */
#include "rules/topic.h"

#include "base/list.h"
#include "handlers.h"
#include "views/topic.h"

enum outcome topic_suggest_show(struct visit *v)
{
	struct topics found = topic_suggest(v->work.db, v->work.who, visit_query(v, "q"));
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct topic, t, &found) {
		const char *tag = topic_tag(v->work.db, t);
		if (!tag)
			continue;
		json_begin_object(&j);
		json_key_text(&j, "name", topic_name(t));
		json_key_text(&j, "tag", tag);
		json_key_text(&j, "kind", topic_kind_word(t));
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return DONE;
}
