/* Bulletins for a feed reader, by a secret address; and making that address. */
#include "base/list.h"
#include "base/text.h"
#include "bulletin.h"
#include "doors/secret.h"
#include "handlers.h"
#include "me.h"
#include "rules/feed.h"
#include "rules/setting.h"
#include "store/feed.h"
#include "templates.h"
#include "views/feed.h"

enum { ENTRIES = 20 };

/* As --base-url says it, or as the reader asked. */
static const char *base_of(const struct visit *v)
{
	const char *base = v->app->base_url;
	if (!base)
		return arena_format(v->work.arena, "http://%s", v->in->host);
	size_t len = strlen(base);
	while (len && base[len - 1] == '/')
		len--;
	return arena_copy(v->work.arena, base, len);
}

/* The address is all that is shown of oneself: the visit goes on as its owner's. */
static bool enter(struct visit *v)
{
	const struct who *who = feed_owner(&v->work, v->word);
	if (!who)
		return false;
	v->work.who = who;
	v->zone = who->zone && zone_find(who->zone) ? zone_find(who->zone) : v->work.zone;
	if (who->language)
		i18n_use(who->language);
	return true;
}

static void add_entries(struct visit *v, struct feed_view *view)
{
	bool more;
	struct arena *a = v->work.arena;
	struct bulletin_editions all =
		bulletin_list(v->work.db, (struct bulletin_id){ 0 }, ENTRIES, &more);
	LIST_EACH (const struct bulletin_edition, e, &all) {
		struct bulletin_view b = { .id = e->id };
		if (!bulletin_add_issued(v, &b, 0))
			continue;
		struct out text = out_new(a);
		bulletin_body(&text, &b);
		*LIST_ADD(a, &view->entries) = (struct feed_entry){ b.edition, out_string(&text) };
		if (b.edition->published_at > view->updated)
			view->updated = b.edition->published_at;
	}
}

enum outcome feed_show(struct visit *v)
{
	if (!enter(v))
		return NOT_FOUND;
	struct arena *a = v->work.arena;
	const char *name = setting_text(v->work.db, "organisation");
	struct feed_view view = { .base = base_of(v),
		.updated = feed_made_at(v->work.db, v->work.who) };
	view.self = arena_format(a, "%s%s", view.base, v->in->path);
	view.author = *name ? name : _("Headquarters");
	view.title = *name ? arena_format(a, "%s · %s", name, _("Bulletins")) : _("Bulletins");
	add_entries(v, &view);
	struct out *o = &v->out->body;
	feed_atom(o, &view);
	const char *etag = arena_format(a, "\"%s\"", secret_token_digest(a, out_string(o)));
	response_header(v->out, "ETag", etag);
	response_header(v->out, "Cache-Control", "private, no-cache");
	if (text_same(request_header(v->in, "If-None-Match"), etag)) {
		o->len = 0;
		v->out->status = 304;
		return DONE;
	}
	response_header(v->out, "Content-Type", "application/atom+xml; charset=utf-8");
	return DONE;
}

/* Shown in the answer itself: the only time that it is seen. */
enum outcome feed_make_post(struct visit *v)
{
	const char *secret = NULL;
	enum outcome outcome = feed_make(&v->work, &secret);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	return me_page_with_feed(v, arena_format(v->work.arena, "%s/feeds/%s", base_of(v), secret));
}

enum outcome feed_revoke_post(struct visit *v)
{
	enum outcome outcome = feed_revoke(&v->work);
	return outcome == DONE ? visit_see_other(v, "/me?said=revoked") : outcome;
}
