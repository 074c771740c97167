#include "notice_kind.h"

#include <string.h>

#define N_(s) s /* as doors/i18n.h: spoken later, by _() */

/* clang-format off */
static const struct notice_words kinds[NOTICE_KINDS] = {
	/*                       name           icon              by, alone                                                                        mail, urgent */
	[NOTICE_ANSWERED]    = { "answered",    "message-circle", N_("%s answered your point"),           N_("Your point was answered"),              true, false },
	[NOTICE_REMARKED]    = { "remarked",    "message-circle", N_("%s said something to you"),         N_("The author said something to you"),     true, false },
	[NOTICE_ASKED_WHY]   = { "asked_why",   "message-circle", N_("%s asks you why"),                  N_("You are asked why"),                    true, false },
	[NOTICE_MENTIONED]   = { "mentioned",   "at-sign",        N_("%s mentioned you"),                 N_("The author mentioned you"),             true, false },
	[NOTICE_ASKED]       = { "asked",       "hand-helping",   N_("%s asks you for help"),             N_("You are asked for help"),               true, true },
	[NOTICE_ASK_ANSWER]  = { "ask_answered", "check",         N_("%s answered what you asked"),       N_("What you asked was answered"),          true, false },
	[NOTICE_ASK_AGAIN]   = { "ask_again",   "hand-helping",   N_("It did not help %s: asked again"),  N_("It did not help: asked again"),         true, true },
	[NOTICE_HELPED]      = { "helped",      "check",          N_("Your answer helped %s"),            N_("Your answer helped"),                   true, false },
	[NOTICE_CLIMBED]     = { "climbed",     "clock",          N_("%s let it climb one level"),        N_("Nobody answered in time: it went one level up"), true, false },
	[NOTICE_CLIMBED_UP]  = { "climbed_up",  "hand-helping",   N_("%s let it climb to you"),           N_("Nobody answered in time: now it is for you to answer"), true, true },
	[NOTICE_DUE]         = { "due",         "clock",          N_("%s waits for your answer, due soon"), N_("Your answer is due soon"),            true, false },
	[NOTICE_HIGHLIGHTED] = { "highlighted", "star",           N_("%s made your point a highlight"),   N_("Your point is a highlight"),            true, false },
	[NOTICE_CITED]       = { "cited",       "link",           N_("%s built on your point"),           N_("A text builds on your point"),          true, false },
	[NOTICE_USED]        = { "used",        "check",          N_("%s used it, and tells how it went"), N_("It was used"),                         true, false },
	[NOTICE_PUBLISHED]   = { "published",   "layers",         N_("%s sent it out to all branches"),   N_("It goes out to all branches"),          true, false },
	[NOTICE_TO_SIGN]     = { "to_sign",     "scroll-text",    N_("%s published it: please sign for it"), N_("New: please sign for it"),           true, false },
	[NOTICE_REMINDED]    = { "reminded",    "clock",          N_("%s reminds you"),                   N_("A reminder"),                           true, false },
	[NOTICE_NEW_HITS]    = { "new_hits",    "search",         N_("%s found something new"),           N_("New for a search that you keep"),       true, false },
	[NOTICE_STEP]        = { "step",        "check",          N_("%s agreed a next step with you"),   N_("A next step is yours"),                 true, false },
	[NOTICE_STEP_DUE]    = { "step_due",    "clock",          N_("%s waits for your next step"),      N_("A next step of yours is due"),          true, false },
	[NOTICE_LETS]        = { "lets",        "arrow-up", N_("%s would let this rise with the point: would you?"), N_("The author would let this rise with the point: would you?"), true, false },
	[NOTICE_RECHECK]     = { "recheck",     "book-open",      N_("%s asks whether it is still true"), N_("Is it still true? Please look at it again"), true, false },
	[NOTICE_KEEPER]      = { "keeper",      "book-open",      N_("%s asks you to keep this guide"),   N_("You keep this guide now"),              true, false },
};

static const struct {
	const char *name, *address;
} nouns[NOTICE_NOUNS] = {
	[NOTICE_POINT]     = { "point",     "/points/%ld#remarks" },
	[NOTICE_ASK]       = { "ask",       "/asks/%ld" },
	[NOTICE_REPORT]    = { "report",    "/reports/%ld" },
	[NOTICE_STORY]     = { "story",     "/stories/%ld" },
	[NOTICE_SEARCH]    = { "search",    NULL },
	[NOTICE_BULLETIN]  = { "bulletin",  "/bulletins/%ld" },
	[NOTICE_TEAM]      = { "team",      "/answers" },
	[NOTICE_GUIDE]     = { "guide",     "/topics/%ld#guide" },
};
/* clang-format on */

const struct notice_words *notice_kind_words(enum notice_kind kind)
{
	return &kinds[kind];
}

bool notice_kind_parse(const char *name, enum notice_kind *kind)
{
	for (int i = 0; i < NOTICE_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*kind = (enum notice_kind)i;
			return true;
		}
	return false;
}

const char *notice_noun_name(enum notice_noun noun)
{
	return nouns[noun].name;
}

bool notice_noun_parse(const char *name, enum notice_noun *noun)
{
	for (int i = 0; i < NOTICE_NOUNS; i++)
		if (strcmp(nouns[i].name, name) == 0) {
			*noun = (enum notice_noun)i;
			return true;
		}
	return false;
}

const char *notice_noun_address(enum notice_noun noun)
{
	return nouns[noun].address;
}
