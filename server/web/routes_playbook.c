/* Addresses: guides, the reading path, stories told aloud. */
#include "playbook_handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                                needs        face  handler             help */
	{ GET,  "/topics/#/guide/edit",               NEED_PERSON, PAGE, guide_edit_show,    "Write the guide on a topic" },
	{ POST, "/topics/#/guide/edit",               NEED_PERSON, PAGE, guide_edit_post,    "Save a version of it, or give it out" },
	{ POST, "/topics/#/guide/publish",            NEED_PERSON, PAGE, guide_deed_post,    "Give the newest version to everybody" },
	{ POST, "/topics/#/guide/confirm",            NEED_PERSON, PAGE, guide_deed_post,    "It is still valid" },
	{ POST, "/topics/#/guide/withdraw",           NEED_PERSON, PAGE, guide_deed_post,    "Withdraw it" },
	{ GET,  "/topics/#/guide/versions",           NEED_PERSON, PAGE, guide_version_show, "Its versions" },
	{ GET,  "/topics/#/guide/versions/#",         NEED_PERSON, PAGE, guide_version_show, "What changed in one, and because of which points" },
	{ POST, "/topics/#/guide/versions/#/restore", NEED_PERSON, PAGE, guide_restore_post, "Take the words of an older version again" },
	{ POST, "/topics/#/asks",                     NEED_PERSON, PAGE, topic_ask_post,     "Ask something there" },

	{ POST, "/api/topics/#/asks",                 NEED_PERSON, JSON, topic_ask_post,     "Ask something there" },
	{ GET,  "/api/guides",                        NEED_PERSON, JSON, guide_list_show,    "Guides; cursor=, limit=" },
	{ GET,  "/api/topics/#/guide",                NEED_PERSON, JSON, guide_show,         "What is written on a topic's page" },
	{ PUT,  "/api/topics/#/guide",                NEED_PERSON, JSON, guide_api_put,      "Save a version of it" },
	{ POST, "/api/topics/#/guide/publish",        NEED_PERSON, JSON, guide_deed_post,    "Give the newest version to everybody" },
	{ POST, "/api/topics/#/guide/confirm",        NEED_PERSON, JSON, guide_deed_post,    "It is still valid" },
	{ POST, "/api/topics/#/guide/withdraw",       NEED_PERSON, JSON, guide_deed_post,    "Withdraw it" },
	{ GET,  "/api/topics/#/guide/versions",       NEED_PERSON, JSON, guide_version_list, "Its versions" },
	{ POST, "/api/topics/#/guide/versions/#/restore", NEED_PERSON, JSON, guide_restore_post, "Take the words of an older version again" },
};
/* clang-format on */

const struct route_table routes_playbook = ROUTE_TABLE(routes);
