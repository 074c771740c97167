/* The frame of a page, and times as its viewer reads them. */
#include "base/text.h"
#include "guard.h"
#include "rules/session.h"
#include "rules/setting.h"
#include "store/notice.h"
#include "store/sight.h"
#include "store/steward.h"
#include "store/unit.h"
#include "visit.h"

struct out *visit_page(struct visit *v, const char *title)
{
	const struct who *who = v->work.who;
	struct chrome *c = &v->chrome;
	c->title = title;
	c->organisation = setting_text(v->work.db, "organisation");
	c->csrf = guard_csrf(v);
	c->path = v->in->path;
	c->said = visit_query(v, "said");
	if (who->signed_in) {
		const struct unit *home = unit_get(v->work.db, who->home);
		c->name = who->name;
		c->unit_code = home ? home->code : "";
		c->unit_name = home ? home->name : "";
		c->sees_hq = sight_at_hq(v->work.db, who);
		c->writes = who_is(who, REP) && who->team.n;
		c->reports = who->team.n && who_is(who, REP | TEAM_MANAGER);
		c->meets = c->reports || steward_meets(v->work.db, who);
		int64_t unread = notice_unread(v->work.db, who);
		if (unread)
			c->unread = unread < NOTICE_COUNTED
					    ? arena_format(v->work.arena, "%ld", (long)unread)
					    : "99+";
		c->administers = who_is(who, ADMIN);
	}
	response_header(v->out, "Content-Type", "text/html; charset=utf-8");
	return &v->out->body;
}

const char *visit_time(const struct visit *v, int64_t moment)
{
	struct local l = zone_local(v->zone, moment);
	/* Translators: month, day, hour, minute. */
	return arena_format(v->work.arena, _("%d/%d %02d:%02d"), l.month, l.day, l.hour, l.minute);
}

const char *visit_date(const struct visit *v, int64_t moment)
{
	struct local l = zone_local(v->zone, moment);
	/* Translators: year, month, day. */
	return arena_format(v->work.arena, _("%d-%02d-%02d"), l.year, l.month, l.day);
}

const char *visit_day(const struct visit *v, int64_t moment)
{
	struct local l = zone_local(v->zone, moment);
	/* Translators: month, day. */
	return arena_format(v->work.arena, _("%d/%d"), l.month, l.day);
}
