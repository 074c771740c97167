/* Addresses: guides, the reading path, stories told aloud. */
#include "playbook_handlers.h"
#include "routes_tables.h"

#define NEED_KEEPING (TRAINER | HQ) /* the reading path: rules/path.h */

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
	{ GET,  "/path",                              NEED_PERSON, PAGE, path_show,          "The reading path for newcomers, and how far I am" },
	{ GET,  "/path/people/#",                     NEED_PERSON, PAGE, path_person_show,   "How far somebody is, for their manager and trainers" },
	{ POST, "/path/#/tick",                       NEED_PERSON, PAGE, path_tick_post,     "Tick a page off" },
	{ POST, "/path/join",                         NEED_PERSON, PAGE, path_walk_post,     "Read along it" },
	{ POST, "/path/leave",                        NEED_PERSON, PAGE, path_walk_post,     "Read along it no more" },
	{ GET,  "/path/edit",                         NEED_KEEPING, PAGE, path_edit_show,    "Keep the reading path" },
	{ POST, "/path/items",                        NEED_KEEPING, PAGE, path_add_post,     "Add a page to it" },
	{ POST, "/path/#/remove",                     NEED_KEEPING, PAGE, path_remove_post,  "Take a page off it" },
	{ POST, "/path/#/move",                       NEED_KEEPING, PAGE, path_move_post,    "Move a page up or down" },
	{ GET,  "/stories/#/script",                  NEED_PERSON, PAGE, script_edit_show,   "Write a story as one tells it in three minutes" },
	{ POST, "/stories/#/script",                  NEED_PERSON, PAGE, script_edit_post,   "Save it" },
	{ POST, "/stories/#/tellings",                NEED_PERSON, PAGE, telling_post,       "I told it" },
	{ POST, "/tellings/#/withdraw",               NEED_PERSON, PAGE, telling_withdraw_post, "Take the entry back" },

	{ GET,  "/api/path",                          NEED_PERSON, JSON, path_show,          "The reading path, and how far I am" },
	{ PUT,  "/api/path/#/tick",                   NEED_PERSON, JSON, path_tick_post,     "Tick a page off" },
	{ DELETE, "/api/path/#/tick",                 NEED_PERSON, JSON, path_tick_post,     "Not read yet" },
	{ POST, "/api/path/join",                     NEED_PERSON, JSON, path_walk_post,     "Read along it" },
	{ POST, "/api/path/leave",                    NEED_PERSON, JSON, path_walk_post,     "Read along it no more" },
	{ GET,  "/api/path/people",                   NEED_PERSON, JSON, path_people_show,   "Who reads along it, as far as I may know" },
	{ GET,  "/api/path/people/#",                 NEED_PERSON, JSON, path_person_show,   "How far somebody is" },
	{ POST, "/api/path/items",                    NEED_KEEPING, JSON, path_add_post,     "Add a page to it" },
	{ DELETE, "/api/path/items/#",                NEED_KEEPING, JSON, path_remove_post,  "Take a page off it" },
	{ PUT,  "/api/path/order",                    NEED_KEEPING, JSON, path_order_put,    "Put its pages in this order" },
	{ GET,  "/api/stories/#/script",              NEED_PERSON, JSON, script_show,        "A story as one tells it in three minutes" },
	{ PUT,  "/api/stories/#/script",              NEED_PERSON, JSON, script_api_put,     "Save it" },
	{ GET,  "/api/stories/#/tellings",            NEED_PERSON, JSON, telling_list_show,  "Who told it to whom; cursor=, limit=" },
	{ POST, "/api/stories/#/tellings",            NEED_PERSON, JSON, telling_post,       "I told it" },
	{ DELETE, "/api/tellings/#",                  NEED_PERSON, JSON, telling_withdraw_post, "Take the entry back" },
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
