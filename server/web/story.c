/* Stories: the list, and one to be read. */
#include "story.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "handlers.h"
#include "path.h"
#include "rules/notice.h"
#include "script.h"
#include "store/person.h"
#include "store/point.h"
#include "store/unit.h"
#include "templates.h"
#include "search_mark.h"
#include "views/html_marked.h"
#include "views/html_snippet.h"
#include "views/html_stored.h"
#include "use.h"
#include "version.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

static struct story_names names(struct visit *v, const char *lines, bool units)
{
	struct arena *a = v->work.arena;
	struct story_names list = { 0 };
	for (const char *p = lines; p && *p;) {
		size_t len = strcspn(p, "\n");
		const char *written = arena_copy(a, p, len);
		struct story_named *n = LIST_ADD(a, &list);
		n->written = written;
		if (units) {
			const struct unit *u = unit_by_code(v->work.db, written);
			n->name = u ? u->name : NULL;
		} else {
			const struct person *who = person_by_login_any(v->work.db, written);
			n->name = who ? who->name : NULL;
		}
		p += len + (p[len] == '\n');
	}
	return list;
}

static const char *joined(struct visit *v, const struct story_names *list)
{
	struct out o = out_new(v->work.arena);
	LIST_EACH (const struct story_named, n, list)
		out_format(&o, "%s%s", o.len ? " · " : "", n->name ? n->name : n->written);
	return list->count ? arena_string(v->work.arena, out_string(&o)) : NULL;
}

const char *story_file(struct visit *v, struct story_id id)
{
	const struct story_version *newest = story_version_any(v->work.db, id, 0);
	return newest ? newest->text : "";
}

struct story_view story_view_of(struct visit *v, const struct story *s)
{
	return (struct story_view){ .chrome = &v->chrome,
		.story = s,
		.body = html_stored(v->work.arena, s->body_html, may_see, v),
		.units = names(v, s->units, true),
		.people = names(v, s->people, false),
		.writers = story_writers(v->work.db, v->work.who, s->id),
		.sources = story_sources(v->work.db, v->work.who, s->id),
		.date = visit_date(v, s->published ? s->published_at : s->changed_at),
		.may_write = story_may_write(v->work.db, v->work.who, s),
		.may_publish = story_may_publish(v->work.who) };
}

enum outcome story_show(struct visit *v)
{
	const struct story *s = story_get(v->work.db, v->work.who, (struct story_id){ v->arg[0] });
	if (!s)
		return NOT_FOUND;
	version_tell(v, s->version);
	if (v->face == JSON && visit_wants(v, "text/markdown")) {
		response_header(v->out, "Content-Type", "text/markdown; charset=utf-8");
		out_text(&v->out->body, story_file(v, s->id));
		return DONE;
	}
	if (notice_opened(&v->work, NOTICE_STORY, s->id.n) != DONE)
		return BROKEN;
	struct story_view view = story_view_of(v, s);
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		story_json_whole(&j, &view);
		return DONE;
	}
	struct terms marked = search_marked(v);
	view.uses = use_gather(v, (struct use_subject){ USE_STORY, s->id.n }, s->title);
	view.script = script_gather(v, s);
	view.here = path_gather_here(v, (struct topic_id){ 0 }, s->id);
	view.title = html_snippet_whole(v->work.arena, s->title, &marked);
	view.body = html_marked(v->work.arena, view.body, &marked);
	story_page(visit_page(v, s->title), &view);
	return DONE;
}

static void add_lines(struct visit *v, struct story_lines *lines, const struct stories *stories)
{
	LIST_EACH (const struct story, s, stories) {
		struct story_names units = names(v, s->units, true);
		*LIST_ADD(v->work.arena, lines) = (struct story_line){ .story = s,
			.units = joined(v, &units),
			.date = visit_date(v, s->published ? s->published_at : s->changed_at) };
	}
}

static enum outcome list_page(
	struct visit *v, struct story_filter *f, bool more, const struct stories *published)
{
	struct story_list_view view = { .chrome = &v->chrome,
		.may_start = story_may_start(v->work.who),
		.first = !f->before.n };
	add_lines(v, &view.published, published);
	view.next = more ? cursor_make(v, "stories", published->items[published->count - 1].id.n)
			 : NULL;
	const struct story_filter drafts = { .drafts = true, .limit = 100 };
	if (view.first) {
		struct stories own = story_list(v->work.db, v->work.who, &drafts, &more);
		add_lines(v, &view.drafts, &own);
	}
	story_list_page(visit_page(v, _("Stories")), &view);
	return DONE;
}

enum outcome story_list_show(struct visit *v)
{
	struct story_filter f = { .both = v->face == JSON };
	if (!cursor_read(v, "stories", &f.before.n, &f.limit))
		return INVALID;
	bool more;
	struct stories found = story_list(v->work.db, v->work.who, &f, &more);
	if (v->face == PAGE)
		return list_page(v, &f, more, &found);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct story, s, &found)
		story_json(&j, s);
	json_end(&j);
	json_key_text(&j, "next",
		more ? cursor_make(v, "stories", found.items[found.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}
