#include "notice.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "search_keep.h"

const char *notice_sentence(struct arena *a, const struct notice *n)
{
	const struct notice_words *w = notice_kind_words(n->kind);
	if (!n->name)
		return _(w->alone);
	const char *format = _(w->by), *at = strstr(format, "%s");
	struct out o = out_new(a);
	out_bytes(&o, format, (size_t)(at - format));
	out_format(&o, "%s%s", n->name, at + 2);
	return out_string(&o);
}

static const char *report_title(struct arena *a, const char *day)
{
	int year, month, date;
	day_date(strtoll(day, NULL, 10), &year, &month, &date);
	/* Translators: month, day. */
	return arena_format(a, _("Daily report of %d/%d"), month, date);
}

const char *notice_title(struct arena *a, const struct notice *n)
{
	const struct search_saved s = { n->title, n->text ? n->text : "" };
	switch (n->noun) {
	case NOTICE_REPORT:
		return report_title(a, n->title);
	case NOTICE_SEARCH:
		return search_saved_name(a, &s);
	case NOTICE_GUIDE: { /* in both languages, parted by a line end */
		const char *end = strchr(n->title, '\n');
		return !end ? n->title
		       : text_same(i18n_language(), "zh")
			       ? arena_copy(a, n->title, (size_t)(end - n->title))
			       : end + 1;
	}
	case NOTICE_POINT:
	case NOTICE_ASK:
	case NOTICE_STORY:
	case NOTICE_BULLETIN:
	case NOTICE_TEAM:
		break;
	}
	return n->title;
}

struct url notice_url(struct arena *a, const struct notice *n)
{
	const struct search_saved s = { n->title, n->text ? n->text : "" };
	const char *format = notice_noun_address(n->noun);
	if (!format)
		return search_address(a, &s);
	const char *at = strchr(format, '%');
	if (!at)
		return (struct url){ format };
	return (struct url){ arena_format(
		a, "%.*s%ld%s", (int)(at - format), format, (long)n->noun_id, at + strlen("%ld")) };
}

struct url notice_open_url(struct arena *a, const struct notice *n)
{
	return (struct url){ arena_format(a, "/inbox/%ld", (long)n->id) };
}

void notice_json(struct json_writer *j, struct arena *a, const struct notice *n)
{
	json_begin_object(j);
	json_key_number(j, "id", n->id);
	json_key_text(j, "kind", notice_kind_words(n->kind)->name);
	json_key_text(j, "noun", notice_noun_name(n->noun));
	json_key_number(j, "noun_id", n->noun_id);
	json_key_text(j, "sentence", notice_sentence(a, n));
	json_key_text(j, "title", notice_title(a, n));
	if (n->text && n->noun != NOTICE_SEARCH)
		json_key_text(j, "text", n->text);
	if (n->name)
		json_key_text(j, "by", n->name);
	json_key_number(j, "times", n->times);
	json_key_number(j, "at", n->at);
	json_key_bool(j, "unread", n->unread);
	json_key_text(j, "address", notice_url(a, n).address);
	json_end(j);
}
