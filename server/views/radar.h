/* radar: what was told before: beside a text, and what recurs. */
#ifndef VIEWS_RADAR_H
#define VIEWS_RADAR_H

#include "chrome.h"
#include "doors/json.h"
#include "point.h"
#include "rules/radar.h"

struct radar_card { /* one point that tells the same */
	const struct radar_like *like;
	struct safe headline, snippet; /* the words in common marked */
	const char *week;
};
struct radar_cards {
	struct radar_card *items;
	size_t count, room;
};
/* headlines link to the points; who is hidden stays so. */
struct radar_cards radar_cards_of(struct arena *a, const struct radar_likes *likes);

/* Beside what somebody is writing: who told the same, and topics it may be about. */
struct radar_beside {
	int place;        /* of the form: the name of its fields */
	const char *said; /* NULL: nobody, as far as the writer may see */
	struct radar_cards cards;
	struct radar_topics {
		struct radar_topic {
			const char *name, *tag; /* tag: the word that is written for it */
		} * items;
		size_t count, room;
	} topics;
};

/* "Three teams wrote this": of points that tell the same; NULL: none does. */
const char *radar_said(struct arena *a, const struct radar_likes *likes);

struct radar_similar_view {
	const struct chrome *chrome;
	const struct point *point;
	struct radar_cards same, near;
	struct topics topics; /* it may be about */
};

struct radar_entry {
	const struct radar_group *group;
	const char *words; /* 4 teams in 2 branches, over 3 weeks */
	const char *month; /* the fourth team this month; NULL: fewer than two */
	struct safe headline, snippet;
	const char *sources; /* numbers, for a story */
};
struct radar_entries {
	struct radar_entry *items;
	size_t count, room;
};
struct radar_view {
	const struct chrome *chrome;
	struct radar_entries entries;
	bool writes_stories, tends, flags;
	const char *next; /* address of the next page; NULL: none */
};
struct radar_entries radar_entries_of(struct arena *a, const struct radar_groups *groups);

/* {likeness, same, shared, point} */
void radar_like_json(struct json_writer *j, const struct radar_like *l);
/* {items, topics} */
void radar_likes_json(
	struct json_writer *j, const struct radar_likes *likes, const struct topics *topics);
/* {newest, teams, branches, weeks, teams_lately, more, shared, points} */
void radar_group_json(struct json_writer *j, const struct radar_group *g);

#endif
