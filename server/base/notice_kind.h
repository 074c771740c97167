/*
 * notice_kind: what a person can be told, and of what. One table each (notice_kind.c): a new kind
 * or noun is a row here, its Chinese in templates/po/zh/notice.po, and for a noun who sees it
 * (store/notice_row.h).
 */
#ifndef BASE_NOTICE_KIND_H
#define BASE_NOTICE_KIND_H

#include <stdbool.h>
#include <stdint.h>

enum notice_kind {
	NOTICE_ANSWERED,    /* my point, by who owes it */
	NOTICE_REMARKED,    /* something is said under it, or in reply to me */
	NOTICE_ASKED_WHY,   /* about my point */
	NOTICE_MENTIONED,   /* by @name */
	NOTICE_ASKED,       /* help or a decision is wanted of me */
	NOTICE_ASK_ANSWER,  /* what I asked was answered */
	NOTICE_ASK_AGAIN,   /* my answer did not help */
	NOTICE_HELPED,      /* it did */
	NOTICE_CLIMBED,     /* nobody answered in time: an ask went a level up */
	NOTICE_CLIMBED_UP,  /* … and came to me */
	NOTICE_DUE,         /* I owe an answer soon */
	NOTICE_HIGHLIGHTED, /* my point is worth a case */
	NOTICE_CITED,       /* a text rests on my point */
	NOTICE_USED,        /* somebody used it */
	NOTICE_PUBLISHED,   /* it goes out to all branches */
	NOTICE_TO_SIGN,     /* a bulletin to sign for */
	NOTICE_REMINDED,    /* I have not yet */
	NOTICE_NEW_HITS,    /* of a search that I keep */
	NOTICE_STEP,        /* a next step is mine */
	NOTICE_STEP_DUE,    /* … and its day has come */
	NOTICE_RECHECK,     /* a guide of mine is to be looked at again */
	NOTICE_KEEPER,      /* a guide is mine from now on */
	NOTICE_LETS,        /* somebody lets a remark rise: do I too? */
};
#define NOTICE_KINDS 23

enum notice_noun {
	NOTICE_POINT,
	NOTICE_ASK,
	NOTICE_REPORT,
	NOTICE_STORY,
	NOTICE_SEARCH, /* a saved one */
	NOTICE_BULLETIN,
	NOTICE_TEAM,  /* its points that wait for an answer */
	NOTICE_GUIDE, /* of the topic with this number */
};
#define NOTICE_NOUNS 8

struct notice_words {
	const char *name; /* in the database and the API; never changes */
	const char *icon;
	const char *by;    /* English, for _(): %s is who did it last */
	const char *alone; /* who did it is nobody, or hidden */
	bool mail;         /* may stand in the daily e-mail */
	bool urgent;       /* goes by e-mail at once to who wants that */
};

const struct notice_words *notice_kind_words(enum notice_kind kind);
bool notice_kind_parse(const char *name, enum notice_kind *kind);

const char *notice_noun_name(enum notice_noun noun);
bool notice_noun_parse(const char *name, enum notice_noun *noun);
/* Where it stands: a format for its number as a long, or NULL: see store/notice.h. */
const char *notice_noun_address(enum notice_noun noun);

#endif
