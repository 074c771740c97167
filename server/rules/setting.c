#include "setting.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/workday.h"
#include "change.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/setting.h"

static const struct setting all[] = {
	{ "organisation", SETTING_TEXT, "", 0, 60, N_("Name of the organisation"),
		N_("Stands on the sign-in page and in the title of every page.") },
	{ "language", SETTING_LANGUAGE, "zh", 0, 0, N_("Language"),
		N_("For whoever chose none, where the browser asks for neither Chinese nor "
		   "English.") },
	{ "zone", SETTING_ZONE, "Asia/Shanghai", 0, 0, N_("Time zone"),
		N_("Weeks begin on Monday 0:00 here, and end on Sunday 24:00.") },
	{ "team_least", SETTING_NUMBER, "5", 1, 100, N_("A team has at least"),
		N_("People. A smaller team gets a remark, nothing else.") },
	{ "team_most", SETTING_NUMBER, "8", 1, 100, N_("A team has at most"),
		N_("People. A larger team gets a remark, nothing else.") },
	{ "session_days", SETTING_NUMBER, "30", 1, 90, N_("Signed in for"),
		N_("Days. After that the password is asked again.") },
	{ "answer_days", SETTING_NUMBER, "2", 1, 30, N_("A point is answered within"),
		N_("Working days. The author's manager sees what waits, oldest first.") },
	{ "calendar", SETTING_CALENDAR, "", 0, 4000, N_("Days off"),
		N_("One a line: 2026-10-01, or 2026-10-01..2026-10-08. A weekend that is worked: "
		   "+2026-10-10.") },
	{ "bulletin_day", SETTING_NUMBER, "1", 1, 7, N_("Bulletin: day of the cut-off"),
		N_("1 is Monday, in the week after the one it is about. It goes out the day "
		   "after.") },
	{ "bulletin_cut", SETTING_NUMBER, "18", 0, 23, N_("Bulletin: hour of the cut-off"),
		N_("What has risen to the headquarters by then is in time.") },
	{ "bulletin_due", SETTING_NUMBER, "12", 0, 23, N_("Bulletin: hour it is due"),
		N_("On the day after the cut-off. Later than that it is shown as late.") },
	{ "remind_days", SETTING_NUMBER, "2", 1, 30, N_("Bulletin: a reminder after"),
		N_("Working days. Who has not signed for it by then is reminded, once.") },
	{ "private_addresses", SETTING_SWITCH, "0", 0, 1,
		N_("Messages may go into private networks"),
		N_("To programs of the house, at addresses such as 10.0.0.5. Otherwise they are "
		   "refused.") },
	{ "mail_hour", SETTING_NUMBER, "8", 0, 24, N_("Daily e-mail: hour"),
		N_("What one was told and has not read, once a day, where there is something and "
		   "mail is set up. Everybody may choose another hour, or none. 24: nobody gets "
		   "one "
		   "unasked.") },
	{ "phrases", SETTING_LINES, "", 0, 600, N_("Short answers"),
		N_("Words that managers can send with one tap, one a line. Empty: ours.") },
};

/* What the headquarters decides too: clocks, and words that managers send. */
static const char *const of_hq[] = { "answer_days", "bulletin_day", "bulletin_cut", "bulletin_due",
	"remind_days", "phrases" };

const struct setting *setting_at(size_t i)
{
	return i < sizeof all / sizeof *all ? &all[i] : NULL;
}

static const struct setting *find(const char *name)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (text_same(all[i].name, name))
			return &all[i];
	return NULL;
}

const char *setting_text(struct db *db, const char *name)
{
	const struct setting *s = find(name);
	assert(s);
	const char *value = setting_get_any(db, name);
	return value ? value : s->fallback;
}

long setting_number(struct db *db, const char *name)
{
	return strtol(setting_text(db, name), NULL, 10);
}

static bool is_number(const char *value, long least, long most)
{
	size_t len = strlen(value);
	if (len == 0 || len > 6 || strspn(value, "0123456789") != len)
		return false;
	long n = strtol(value, NULL, 10);
	return n >= least && n <= most;
}

static const char *wrong_calendar(struct arena *a, const struct setting *s, const char *value)
{
	int line = workday_bad_line(value);
	if (line)
		return arena_format(a,
			_("Line %d is no day. Write 2026-10-01, or 2026-10-01..2026-10-08, with a "
			  "+ before a weekend that is worked."),
			line);
	return text_runes(value) <= (size_t)s->most ? NULL : _("Too long: leave out past years.");
}

static const char *wrong(struct arena *a, const struct setting *s, const char *value)
{
	switch (s->kind) {
	case SETTING_TEXT:
		if (text_runes(value) <= (size_t)s->most && !strpbrk(value, "\r\n"))
			return NULL;
		return _("Write it in one line of at most 60 characters.");
	case SETTING_ZONE:
		if (zone_find(value))
			return NULL;
		return _("This time zone is not known. Choose one from the list, for instance "
			 "Asia/Shanghai.");
	case SETTING_LANGUAGE:
		if (text_same(value, "zh") || text_same(value, "en"))
			return NULL;
		return _("Choose Chinese or English.");
	case SETTING_LINES:
		return text_runes(value) <= (size_t)s->most
			       ? NULL
			       : _("Too long: a few short lines are enough.");
	case SETTING_CALENDAR:
		return wrong_calendar(a, s, value);
	case SETTING_SWITCH:
	case SETTING_NUMBER:
		if (is_number(value, s->least, s->most))
			return NULL;
		return arena_format(
			a, _("Write a whole number from %ld to %ld."), s->least, s->most);
	}
	return NULL;
}

bool setting_may(const struct who *who, const struct setting *s)
{
	if (who_is(who, ADMIN))
		return true;
	for (size_t i = 0; i < sizeof of_hq / sizeof *of_hq; i++)
		if (text_same(of_hq[i], s->name))
			return who_is(who, HQ);
	return false;
}

static bool may_all(const struct who *who, const struct fields *fields)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (fields_value(fields, all[i].name) && !setting_may(who, &all[i]))
			return false;
	return true;
}

static void check(struct work *w, const struct fields *fields)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		const char *value = fields_value(fields, all[i].name);
		const char *why = value ? wrong(w->arena, &all[i], value) : NULL;
		if (why)
			fault_add(&w->faults, all[i].name,
				arena_format(w->arena, _("%s: %s"), _(all[i].label), why));
	}
	const char *least = fields_value(fields, "team_least"),
		   *most = fields_value(fields, "team_most");
	if (!w->faults.count && least && most && strtol(least, NULL, 10) > strtol(most, NULL, 10))
		fault_add(&w->faults, "team_most",
			_("A team's greatest size is below its least. Swap the two numbers."));
}

enum outcome setting_save(struct work *w, const struct fields *fields)
{
	if (!who_is(w->who, ADMIN | HQ) || !may_all(w->who, fields))
		return FORBIDDEN;
	check(w, fields);
	if (w->faults.count)
		return INVALID;
	TXN(t, w->writer, w->arena);
	struct changes d = { 0 };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		const char *value = fields_value(fields, all[i].name);
		const char *old = setting_text(t.db, all[i].name);
		if (!value || text_same(value, old))
			continue;
		change_add(w->arena, &d, all[i].name, old, value);
		setting_put(&t, all[i].name, value);
	}
	if (!d.count)
		return DONE;
	audit_add(&t, w->who, w->now, "change", "setting", 0, (struct unit_id){ 0 },
		change_print(w->arena, &d));
	return txn_commit(&t) ? DONE : BROKEN;
}
