#include "radar.h"

#include "base/list.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "html_snippet.h"
#include "week.h"

struct radar_cards radar_cards_of(struct arena *a, const struct radar_likes *likes)
{
	struct radar_cards list = { 0 };
	LIST_EACH (const struct radar_like, l, likes)
		*LIST_ADD(a, &list) = (struct radar_card){ .like = l,
			.headline = html_snippet_whole(a, l->point->headline, &l->shared),
			.snippet =
				html_snippet(a, markdown_plain(a, l->point->body_md), &l->shared),
			.week = week_short(a, l->point->week) };
	return list;
}

const char *radar_said(struct arena *a, const struct radar_likes *likes)
{
	struct longs teams = { 0 };
	LIST_EACH (const struct radar_like, l, likes) {
		bool had = false;
		LIST_EACH (const long, t, &teams)
			had |= *t == l->point->team.n;
		if (!had)
			*LIST_ADD(a, &teams) = (long)l->point->team.n;
	}
	if (!teams.count)
		return NULL;
	return arena_format(a,
		n_("A team wrote this before:", "%ld teams wrote this before:", teams.count),
		(long)teams.count);
}

static const char *words_of(struct arena *a, const struct radar_group *g)
{
	const char *points = arena_format(a,
		g->more ? n_("%ld point or more", "%ld points or more", g->points.count)
			: n_("%ld point", "%ld points", g->points.count),
		(long)g->points.count);
	const char *teams = arena_format(a, n_("%ld team", "%ld teams", g->teams), (long)g->teams);
	const char *weeks = arena_format(a, n_("%ld week", "%ld weeks", g->weeks), (long)g->weeks);
	const char *branches =
		arena_format(a, n_("%ld branch", "%ld branches", g->branches), (long)g->branches);
	return g->branches > 1
		       ? arena_format(a, "%s · %s · %s · %s", points, teams, branches, weeks)
		       : arena_format(a, "%s · %s · %s", points, teams, weeks);
}

static const char *sources_of(struct arena *a, const struct radar_group *g)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < g->points.count && i < 8; i++)
		out_format(&o, "%s%ld", i ? "+" : "", (long)g->points.items[i].id.n);
	return out_string(&o);
}

struct radar_entries radar_entries_of(struct arena *a, const struct radar_groups *groups)
{
	struct radar_entries list = { 0 };
	LIST_EACH (const struct radar_group, g, groups) {
		const struct point *newest = &g->points.items[0];
		*LIST_ADD(a, &list) = (struct radar_entry){ .group = g,
			.words = words_of(a, g),
			.month = g->teams_lately < 2
					 ? NULL
					 : arena_format(a, _("%ld teams in these four weeks"),
						   (long)g->teams_lately),
			.headline = html_snippet_whole(a, newest->headline, &g->shared),
			.snippet = html_snippet(a, markdown_plain(a, newest->body_md), &g->shared),
			.sources = sources_of(a, g) };
	}
	return list;
}

static void shared_json(struct json_writer *j, const struct terms *shared)
{
	json_key_array(j, "shared");
	LIST_EACH (const struct term, t, shared)
		json_text(j, t->folded);
	json_end(j);
}

void radar_like_json(struct json_writer *j, const struct radar_like *l)
{
	json_begin_object(j);
	json_key_number(j, "likeness", (int64_t)(l->likeness * 1000));
	json_key_bool(j, "same_paragraph", l->same);
	shared_json(j, &l->shared);
	json_key(j, "point");
	point_json(j, l->point);
	json_end(j);
}

void radar_likes_json(
	struct json_writer *j, const struct radar_likes *likes, const struct topics *topics)
{
	json_begin_object(j);
	json_key_array(j, "items");
	LIST_EACH (const struct radar_like, l, likes)
		radar_like_json(j, l);
	json_end(j);
	point_json_topics(j, topics);
	json_end(j);
}

void radar_group_json(struct json_writer *j, const struct radar_group *g)
{
	json_begin_object(j);
	json_key_number(j, "newest", g->newest.n);
	json_key_number(j, "teams", (int64_t)g->teams);
	json_key_number(j, "branches", (int64_t)g->branches);
	json_key_number(j, "weeks", (int64_t)g->weeks);
	json_key_number(j, "teams_lately", (int64_t)g->teams_lately);
	json_key_bool(j, "more", g->more);
	shared_json(j, &g->shared);
	json_key_array(j, "points");
	LIST_EACH (const struct point, p, &g->points)
		point_json(j, p);
	json_end(j);
	json_end(j);
}
