/* topic: what the pages and the API show of topics. */
#ifndef VIEWS_TOPIC_H
#define VIEWS_TOPIC_H

#include "base/outcome.h"
#include "base/strings.h"
#include "ask.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/point.h"
#include "store/reply.h"
#include "store/story.h"
#include "store/synthesis.h"
#include "store/topic_list.h"
#include "guide.h"
#include "path.h"
#include "use.h"

struct topic_line { /* of the map */
	const struct topic *topic;
	const char *about; /* its first sentence; NULL: none */
	int64_t of_kind[KINDS];
	bool below;            /* another one */
	int64_t fresh;         /* points that are new to the viewer */
	bool seen;             /* since they looked last; else of this month */
	bool guide, guide_new; /* has a guide; given out since they looked, or this month */
};
struct topic_lines {
	struct topic_line *items;
	size_t count, room;
};

struct topic_map_view {
	const struct chrome *chrome;
	struct topic_lines steps, difficulties, abilities, topics;
	const struct chart *wide, *tall; /* the process as a picture */
	struct topics proposed;          /* as far as the viewer knows of them */
	bool tends, judges;
};

struct topic_pin {
	const struct point *point;
	const char *evidence; /* what its uses come to; NULL: never used */
};
struct topic_pins {
	struct topic_pin *items;
	size_t count, room;
};

struct topic_column { /* experiences, or lessons */
	enum kind kind;
	int64_t count;
	struct points points;
	struct topic_pins pins; /* the same */
	const char *next;       /* cursor of the next page; NULL: that is all */
};

struct topic_synthesis { /* what a unit's week says on it */
	const struct synthesis *synthesis;
	struct safe body; /* cites filtered for the viewer */
};
struct topic_syntheses {
	struct topic_synthesis *items;
	size_t count, room;
};

struct topic_view {
	const struct chrome *chrome;
	const struct topic *topic;
	const char *place; /* 第 3 步 …: where it stands; NULL: nothing to say */
	const char *words; /* further words that lead to it, joined; NULL: none */
	const char *about;
	const struct topic *above; /* NULL: none */
	struct topics below;
	struct stories stories;
	int64_t story_count;
	struct replies replies;           /* answers for all, the newest */
	struct topic_syntheses syntheses; /* the newest that the viewer sees */
	struct topic_column columns[KINDS];
	int only;                       /* of one kind, a further page; -1: the first page, both */
	bool may_edit, by_effect;       /* by_effect: what proved itself stands first */
	const struct use_view *uses;    /* NULL on further pages */
	const struct guide_view *guide; /* NULL on further pages */
	const struct path_here *here;   /* NULL: not on the path, or not for the viewer */
	/* What the viewer asked here, and may ask. */
	struct ask_cards asks;
	bool may_ask;
	const char *answers; /* names of who would answer; NULL: nobody is named */
	const char *typed;   /* what was refused a moment ago; "" */
	struct faults faults;
};

struct topic_edit_view {
	const struct chrome *chrome;
	const struct topic *topic; /* NULL: a new one */
	const char *kind, *name_zh, *name_en, *about_zh, *about_en, *words;
	struct topic_id parent;
	struct topics others; /* to stand under, or to be merged into */
	const char *place;
	struct faults faults;
};

const char *topic_name(const struct topic *t);      /* in the viewer's language */
const char *topic_kind_word(const struct topic *t); /* 关键过程 … */
const char *topic_kind_name_word(const char *kind); /* the same, of a kind's name */
bool topic_is_proposed(const struct topic *t);
bool topic_is_accepted(const struct topic *t);
/* What it is about, in the viewer's language if that was written. */
const char *topic_about(const struct topic *t);
/* The first sentence of it. */
const char *topic_about_first(struct arena *a, const struct topic *t);

/* {id, name, kind, state, names, aliases, about, parent}; words: all that lead to it. */
void topic_json(struct json_writer *j, const struct topic *t, const struct strings *words);

#endif
