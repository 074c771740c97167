#include "digest.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "outbox.h"
#include "setting.h"
#include "store/outbox.h"

enum { HOURS = 24, DAY = 86400 };

static const char purpose[] = "mail-leave";

int digest_hour_of_all(struct db *db)
{
	long hour = setting_number(db, "mail_hour");
	return hour < HOURS ? (int)hour : MAIL_NEVER;
}

/* The next time that this hour strikes where the person is. */
static int64_t next_time(struct db *db, const struct who *who, int64_t now, int hour)
{
	const char *name = who->zone ? who->zone : setting_text(db, "zone");
	const struct zone *zone = zone_find(name);
	struct local l = zone_local(zone, now);
	int64_t at = zone_moment(zone, l.year, l.month, l.day, hour, 0);
	if (at > now)
		return at;
	int year, month, day;
	day_date(day_number(l.year, l.month, l.day) + 1, &year, &month, &day);
	return zone_moment(zone, year, month, day, hour, 0);
}

/* Whoever wants none is looked at again where the organisation's hour changes: once a day. */
static int64_t next_of(struct db *db, const struct who *who, int64_t now, int hour)
{
	int at = hour == MAIL_AS_ALL ? digest_hour_of_all(db) : hour;
	return next_time(db, who, now, at == MAIL_NEVER ? 0 : at);
}

static bool wants(struct db *db, const struct mail_wish *wish)
{
	int hour = wish->hour == MAIL_AS_ALL ? digest_hour_of_all(db) : wish->hour;
	return hour != MAIL_NEVER;
}

/* What was told before anybody could have wanted it does not come all at once. */
static bool begin_some(struct work *w)
{
	TXN(t, w->writer, w->arena);
	struct people some = mail_wish_missing_any(t.db, 1);
	if (!some.count)
		return false;
	const struct who *who = who_person_any(t.db, some.items[0]);
	if (!who)
		return false;
	struct mail_wish wish = { .person = some.items[0], .hour = MAIL_AS_ALL, .told_at = w->now };
	wish.next_at = next_of(t.db, who, w->now, wish.hour);
	mail_wish_put(&t, &wish);
	return txn_commit(&t);
}

bool digest_due(struct work *w)
{
	{
		TXN(t, w->writer, w->arena);
		struct mail_wish wish;
		if (mail_wish_due(t.db, w->now, &wish)) {
			const struct who *who = who_person_any(t.db, wish.person);
			if (who && wants(t.db, &wish) &&
				mail_wish_has_news_any(t.db, wish.person, wish.told_at))
				outbox_queue(&t, w,
					&(struct outbox_row){ .channel = "mail",
						.what = "digest",
						.person = wish.person,
						.since = outbox_replace(&t, "digest", wish.person,
							wish.told_at, w->now) });
			wish.told_at = w->now;
			wish.next_at = next_of(t.db, who ? who : w->who, w->now, wish.hour);
			mail_wish_put(&t, &wish);
			return txn_commit(&t);
		}
	}
	return begin_some(w);
}

enum outcome digest_choose(struct work *w, int hour, bool at_once)
{
	if (hour < MAIL_AS_ALL || hour >= HOURS) {
		fault_add(&w->faults, "hour",
			_("Choose an hour from 0 to 23, none, or the organisation's."));
		return INVALID;
	}
	TXN(t, w->writer, w->arena);
	struct mail_wish wish = mail_wish_of_any(t.db, w->who->person);
	if (!wish.next_at)
		wish.told_at = w->now;
	wish.hour = hour;
	wish.at_once = at_once;
	int64_t today = next_time(t.db, w->who, w->now, 0) - DAY;
	bool had = outbox_has(t.db, "digest", 0, w->who->person, today - 1);
	wish.next_at = next_of(t.db, w->who, had ? today + DAY - 1 : w->now, hour);
	mail_wish_put(&t, &wish);
	return txn_commit(&t) ? DONE : BROKEN;
}

const char *digest_leave_token(
	struct arena *a, const struct secret_key *key, struct person_id person)
{
	const char *number = arena_format(a, "%ld", (long)person.n);
	return arena_format(a, "%s-%s", number, secret_proof(a, key, purpose, number));
}

static struct person_id leaver(struct arena *a, const struct secret_key *key, const char *token)
{
	struct person_id id = { strtoll(token, NULL, 10) };
	return id.n > 0 && secret_same(digest_leave_token(a, key, id), token)
		       ? id
		       : (struct person_id){ 0 };
}

bool digest_may_leave(struct work *w, const struct secret_key *key, const char *token)
{
	return leaver(w->arena, key, token).n;
}

enum outcome digest_leave(struct work *w, const struct secret_key *key, const char *token)
{
	struct person_id id = leaver(w->arena, key, token);
	if (!id.n)
		return NOT_FOUND;
	TXN(t, w->writer, w->arena);
	struct mail_wish wish = mail_wish_of_any(t.db, id);
	wish.hour = MAIL_NEVER;
	wish.at_once = false;
	if (!wish.next_at)
		wish.next_at = w->now + DAY;
	mail_wish_put(&t, &wish);
	return txn_commit(&t) ? DONE : BROKEN;
}

void digest_tell(struct txn *t, struct work *w, const struct who *whom, enum notice_kind kind,
	int64_t notice)
{
	if (!notice_kind_words(kind)->urgent || !mail_wish_of_any(t->db, whom->person).at_once)
		return;
	outbox_queue(t, w,
		&(struct outbox_row){ .channel = "mail",
			.what = "notice",
			.what_id = notice,
			.person = whom->person });
}
