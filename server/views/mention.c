#include "mention.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"

static const struct mention *here(const struct mentions *all, const char *text)
{
	const struct mention *found = NULL;
	LIST_EACH (const struct mention, m, all)
		if (text_starts(text, m->word) && (!found || strlen(m->word) > strlen(found->word)))
			found = m;
	return found;
}

struct mention_spans mention_spans(
	struct arena *a, const char *text, const struct mentions *mentions)
{
	struct mention_spans list = { 0 };
	const char *from = text;
	for (const char *p = text; p && *p;) {
		size_t at = *p == '@' ? 1 : text_starts(p, "＠") ? strlen("＠") : 0;
		const struct mention *m = at ? here(mentions, p + at) : NULL;
		if (!m) {
			p++;
			continue;
		}
		if (p > from)
			LIST_ADD(a, &list)->text = arena_copy(a, from, (size_t)(p - from));
		*LIST_ADD(a, &list) = (struct mention_span){ .name = m->name, .login = m->login };
		from = p += at + strlen(m->word);
	}
	if (from && *from)
		LIST_ADD(a, &list)->text = from;
	return list;
}

void mention_json(struct json_writer *j, const char *key, const struct mentions *mentions)
{
	if (!mentions || !mentions->count)
		return;
	json_key_array(j, key);
	LIST_EACH (const struct mention, m, mentions) {
		json_begin_object(j);
		json_key_text(j, "word", m->word);
		json_key_text(j, "name", m->name);
		json_end(j);
	}
	json_end(j);
}
