#include "draft.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "report_text.h"
#include "story_text.h"

static bool is_number(const char *s)
{
	size_t digits = strspn(s, "0123456789");
	return digits > 0 && digits < 16 && s[digits] == 0;
}

/* "2/2026-W47/15" */
static bool is_text(const char *s)
{
	struct week week;
	size_t unit = strspn(s, "0123456789");
	char name[9] = { 0 };
	if (!unit || unit > 15 || s[unit] != '/' || strlen(s + unit) < 11 || s[unit + 9] != '/')
		return false;
	memcpy(name, s + unit + 1, 8);
	return week_parse(name, &week) && is_number(s + unit + 10);
}

bool draft_is_subject(const char *s)
{
	static const struct {
		const char *prefix;
		bool week, number, task, fresh;
	} shapes[] = {
		{ "", true, false, true, false },
		{ "file/", true, true, true, false },
		{ "reflection/", false, true, false, false },
		{ "story/", false, true, false, true },
		{ "story/file/", false, true, false, true },
		{ "guide/", false, true, false, false },
		{ "script/", false, true, false, false },
	};
	struct week week;
	int64_t day;
	if (text_starts(s, "report/"))
		return report_text_day(s + strlen("report/"), &day);
	if (text_starts(s, "synthesis/"))
		return is_text(s + strlen("synthesis/"));
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		if (!text_starts(s, shapes[i].prefix))
			continue;
		const char *rest = s + strlen(shapes[i].prefix);
		if ((shapes[i].week && week_parse(rest, &week)) ||
			(shapes[i].number && is_number(rest)) ||
			(shapes[i].task && text_same(rest, "task")) ||
			(shapes[i].fresh && text_same(rest, "new")))
			return true;
	}
	return false;
}

static bool too_long(struct work *w, const char *subject, const char *fields)
{
	size_t most = text_starts(subject, "story/") ? 3 * STORY_MAX_BYTES : DRAFT_MAX_BYTES;
	if (strlen(fields) <= most)
		return false;
	fault_add(&w->faults, NULL,
		_("Too long to be kept as a draft: what is typed stands only on this page. Save it "
		  "now, or shorten it."));
	return true;
}

enum outcome draft_save(struct work *w, const char *subject, const char *fields, int64_t base,
	const struct draft **now)
{
	*now = NULL;
	if (!draft_is_subject(subject))
		return NOT_FOUND;
	if (too_long(w, subject, fields))
		return INVALID;
	TXN(t, w->writer, w->arena);
	int64_t version = draft_put(&t, w->who->person, subject, fields, base, w->now);
	*now = draft_get(t.db, w->who, subject);
	if (!version) {
		/* Leaving takes back the empty row that the attempt may have made. */
		if (*now && (*now)->version == 0)
			*now = NULL;
		return STALE;
	}
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome draft_replace(struct work *w, const char *subject, const char *fields)
{
	if (!draft_is_subject(subject))
		return NOT_FOUND;
	if (too_long(w, subject, fields))
		return INVALID;
	TXN(t, w->writer, w->arena);
	const struct draft *old = draft_get(t.db, w->who, subject);
	draft_put(&t, w->who->person, subject, fields, old ? old->version : 0, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome draft_discard(struct work *w, const char *subject)
{
	if (!draft_is_subject(subject))
		return NOT_FOUND;
	TXN(t, w->writer, w->arena);
	draft_drop(&t, w->who->person, subject);
	return txn_commit(&t) ? DONE : BROKEN;
}

struct fields draft_fields(struct arena *a, const struct draft *d)
{
	struct fields fields = { 0 };
	const char *why;
	if (!d || !uri_parse_body(a, d->fields, strlen(d->fields), &fields, &why))
		return (struct fields){ 0 };
	return fields;
}
