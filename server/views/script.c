#include "script.h"

#include "base/clock.h"
#include "doors/i18n.h"

const char *script_length(struct arena *a, const char *text)
{
	struct oral o = oral_measure(text);
	long n = (long)o.n, minutes = (long)o.seconds / 60, rest = (long)o.seconds % 60 / 10 * 10;
	if (!n)
		return NULL;
	const char *count =
		o.han ? arena_format(a, n_("about %ld character", "about %ld characters", n), n)
		      : arena_format(a, n_("about %ld word", "about %ld words", n), n);
	const char *takes = arena_format(a, _("some %ld min %ld s to tell"), minutes, rest);
	const char *fits = o.n < o.least  ? _("short of three minutes")
			   : o.n > o.most ? _("longer than three minutes: shorten it")
					  : _("just right for three minutes");
	return arena_format(a, "%s · %s · %s", count, takes, fits);
}

const char *telling_sum_words(struct arena *a, struct telling_sum s)
{
	if (!s.times)
		return NULL;
	return arena_format(a,
		n_("told %ld time, to %ld listeners", "told %ld times, to %ld listeners", s.times),
		(long)s.times, (long)s.listeners);
}

void script_json(struct json_writer *j, const struct script *s)
{
	struct oral o = oral_measure(s->text);
	json_begin_object(j);
	json_key_number(j, "story", s->story.n);
	json_key_text(j, "text", s->text);
	json_key_number(j, "version", s->version);
	json_key_number(j, "changed_at", s->changed_at);
	json_key_object(j, "length");
	json_key_text(j, "unit", o.han ? "characters" : "words");
	json_key_number(j, "count", o.n);
	json_key_number(j, "least", o.least);
	json_key_number(j, "most", o.most);
	json_key_number(j, "seconds", o.seconds);
	json_end(j);
	json_end(j);
}

void telling_json(struct json_writer *j, struct arena *a, const struct telling *x)
{
	int year, month, date;
	day_date(x->day, &year, &month, &date);
	json_begin_object(j);
	json_key_number(j, "id", x->id.n);
	json_key_number(j, "story", x->story.n);
	json_key_text(j, "by", x->name);
	json_key_text(j, "unit", x->unit_name);
	json_key_text(j, "whom", x->whom);
	if (x->meeting.n)
		json_key_number(j, "meeting", x->meeting.n);
	json_key_text(j, "day", arena_format(a, "%04d-%02d-%02d", year, month, date));
	json_key_number(j, "listeners", x->listeners);
	json_key_number(j, "at", x->at);
	json_end(j);
}
