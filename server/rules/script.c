#include "script.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "front.h"
#include "report.h"
#include "report_text.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/meeting.h"
#include "story.h"

static const char *clean(struct work *w, const char *text)
{
	size_t len = strlen(text);
	const char *s = text_trim(w->arena, text_unix_lines(w->arena, text, &len));
	size_t before = w->faults.count;
	front_check_characters(s, strlen(s), &w->faults);
	if (w->faults.count > before) {
		w->faults.count = before;
		fault_add(&w->faults, "text",
			_("There are characters in it that cannot be kept. Type them anew."));
	}
	return s;
}

enum outcome script_save(
	struct work *w, struct story_id story, const char *typed, int64_t base_version)
{
	const char *text = clean(w, typed);
	if (text_runes(text) > SCRIPT_RUNES)
		fault_add(&w->faults, "text",
			_("Too long to be told: 3,000 characters is the most, three minutes are "
			  "600 "
			  "to 750."));
	TXN(t, w->writer, w->arena);
	const struct story *s = story_get(t.db, w->who, story);
	if (!s)
		return NOT_FOUND;
	if (!story_may_write(t.db, w->who, s))
		return FORBIDDEN;
	struct script old = script_of_any(t.db, story);
	if (base_version >= 0 && base_version != old.version) {
		fault_add(&w->faults, "text",
			_("Somebody changed this meanwhile. Both texts are here: choose."));
		return STALE;
	}
	if (w->faults.count)
		return INVALID;
	if (text_same(old.text, text))
		return DONE;
	script_put(&t, story, text, w->who->person, w->now);
	event_add_story(&t, "script_saved", w->who, story, w->now);
	audit_add(&t, w->who, w->now, "change", "script", story.n, (struct unit_id){ 0 }, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

static int64_t read_day(struct work *w, const char *typed)
{
	int64_t today = report_today(w), day = today;
	const char *s = typed && !text_blank(typed) ? text_trim(w->arena, typed) : NULL;
	if (s && !report_text_day(s, &day))
		fault_add(&w->faults, "day", _("Write the day like 2026-11-24."));
	else if (day > today)
		fault_add(&w->faults, "day", _("This day has not begun."));
	else if (day < today - TELLING_DAYS_BACK)
		fault_add(&w->faults, "day",
			_("That is more than a year ago. Write what it was like lately."));
	return day;
}

static struct telling read_telling(struct work *w, struct db *db, const struct telling_text *said)
{
	struct telling x = { .person = w->who->person, .at = w->now };
	x.whom = said->whom ? text_trim(w->arena, said->whom) : "";
	if (!*x.whom || text_runes(x.whom) > TELLING_RUNES || strpbrk(x.whom, "\r\n"))
		fault_add(
			&w->faults, "whom", _("To whom? A few words: 60 characters is the most."));
	x.day = read_day(w, said->day);
	char *end = NULL;
	x.listeners = said->listeners ? strtoll(said->listeners, &end, 10) : 0;
	if (!end || end == said->listeners || *end || x.listeners < 1 || x.listeners > 9999)
		fault_add(&w->faults, "listeners", _("How many listened? A number from 1."));
	if (said->meeting.n && !meeting_get(db, w->who, said->meeting))
		fault_add(
			&w->faults, "meeting", _("There is no such meeting. Choose one of yours."));
	else
		x.meeting = said->meeting;
	return x;
}

enum outcome telling_record(struct work *w, struct story_id story, const struct telling_text *said,
	struct telling_id *id)
{
	if (who_is_operator(w->who))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	const struct story *s = story_get(t.db, w->who, story);
	if (!s)
		return NOT_FOUND;
	if (!s->published) {
		fault_add(&w->faults, NULL, _("It is a draft. Publish it first, then tell it."));
		return CONFLICT;
	}
	struct telling x = read_telling(w, t.db, said);
	x.story = story;
	if (w->faults.count)
		return INVALID;
	*id = telling_add(&t, &x, w->who->home);
	event_add_story(&t, "told_aloud", w->who, story, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome telling_take_back(struct work *w, struct telling_id id)
{
	TXN(t, w->writer, w->arena);
	const struct telling *x = telling_get(t.db, w->who, id);
	if (!x)
		return NOT_FOUND;
	if (!x->own)
		return FORBIDDEN;
	telling_withdraw(&t, id, w->now);
	event_add_story(&t, "telling_withdrawn", w->who, x->story, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
