#include "path.h"

#include "base/list.h"
#include "base/text.h"
#include "topic.h"

const char *path_name(const struct path_item *i)
{
	return text_same(i18n_language(), "zh") ? i->name_zh : i->name_en;
}

const char *path_kind_word(const struct path_item *i)
{
	return i->story.n ? _("Case story") : topic_kind_name_word(i->kind);
}

struct url path_url(struct arena *a, const struct path_item *i)
{
	return (struct url){ i->story.n ? arena_format(a, "/stories/%ld", (long)i->story.n)
					: arena_format(a, "/topics/%ld", (long)i->topic.n) };
}

static void number_or_nothing(struct json_writer *j, const char *key, int64_t n)
{
	json_key(j, key);
	if (n)
		json_number(j, n);
	else
		json_nothing(j);
}

void path_json(struct json_writer *j, const struct path_items *all, bool walks)
{
	int64_t next = 0;
	LIST_EACH (const struct path_item, i, all)
		next = next || i->read_at ? next : i->id.n;
	json_begin_object(j);
	json_key_bool(j, "walking", walks);
	json_key_number(j, "done", (int64_t)all->done);
	json_key_number(j, "total", (int64_t)all->count);
	number_or_nothing(j, "next", next);
	json_key_array(j, "items");
	LIST_EACH (const struct path_item, i, all) {
		json_begin_object(j);
		json_key_number(j, "id", i->id.n);
		if (i->topic.n)
			json_key_number(j, "topic", i->topic.n);
		else
			json_key_number(j, "story", i->story.n);
		json_key_text(j, "title", path_name(i));
		json_key_text(j, "note", i->note);
		number_or_nothing(j, "read_at", i->read_at);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

void path_json_walker(struct json_writer *j, const struct path_walker *w, size_t total)
{
	json_begin_object(j);
	json_key_number(j, "person", w->person.n);
	json_key_text(j, "name", w->name);
	json_key_text(j, "unit", w->unit_name);
	json_key_number(j, "since", w->since);
	json_key_number(j, "done", w->done);
	json_key_number(j, "total", (int64_t)total);
	number_or_nothing(j, "last_at", w->last_at);
	json_end(j);
}
