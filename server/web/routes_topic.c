/* Addresses: topics and stories. */
#include "handlers.h"
#include "routes_tables.h"

#define NEED_TENDING (TRAINER | HQ | ADMIN) /* the tree of topics: rules/topic.h */

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/topics/suggest",                 NEED_PERSON,   PAGE, topic_suggest_show,  "Topics whose words hold what was typed" },
	{ GET,  "/topics",                         NEED_PERSON,   PAGE, topic_map_show,      "The map of the process, and all topics" },
	{ GET,  "/topics/new",                     NEED_TENDING,  PAGE, topic_new_show,      "Add a topic" },
	{ POST, "/topics/new",                     NEED_TENDING,  PAGE, topic_new_post,      "Add a topic" },
	{ GET,  "/topics/#",                       NEED_PERSON,   PAGE, topic_show,          "One topic: what was lived through and learned there" },
	{ GET,  "/topics/#/edit",                  NEED_PERSON,   PAGE, topic_edit_show,     "Tend a topic, decide on a proposal" },
	{ POST, "/topics/#/edit",                  NEED_PERSON,   PAGE, topic_edit_post,     "Change it, or accept it" },
	{ POST, "/topics/#/merge",                 NEED_PERSON,   PAGE, topic_merge_post,    "Let it go into another" },
	{ POST, "/topics/#/refuse",                NEED_PERSON,   PAGE, topic_refuse_post,   "Refuse a proposal" },
	{ POST, "/topics/#/move",                  NEED_PERSON,   PAGE, topic_move_post,     "Move a step up or down" },
	{ GET,  "/stories",                        NEED_PERSON,   PAGE, story_list_show,     "Case stories" },
	{ GET,  "/stories/new",                    NEED_PERSON,   PAGE, story_new_show,      "Write a story" },
	{ POST, "/stories/new",                    NEED_PERSON,   PAGE, story_new_post,      "Start a draft" },
	{ GET,  "/stories/#",                      NEED_PERSON,   PAGE, story_show,          "One story" },
	{ GET,  "/stories/#/edit",                 NEED_PERSON,   PAGE, story_edit_show,     "Edit a story" },
	{ POST, "/stories/#/edit",                 NEED_PERSON,   PAGE, story_edit_post,     "Save a new version" },
	{ POST, "/stories/#/publish",              NEED_PERSON,   PAGE, story_publish_post,  "Publish it" },
	{ POST, "/stories/#/take-back",            NEED_PERSON,   PAGE, story_publish_post,  "Make it a draft again" },
	{ GET,  "/stories/#/versions",             NEED_PERSON,   PAGE, story_version_show,  "Its versions" },
	{ GET,  "/stories/#/versions/#",           NEED_PERSON,   PAGE, story_version_show,  "What changed in one" },

	{ GET,  "/api/topics",                     NEED_PERSON,   JSON, topic_list_show,     "Topics that the viewer may know of" },
	{ GET,  "/api/stories",                    NEED_PERSON,   JSON, story_list_show,     "Stories, newest first; cursor=, limit=" },
	{ POST, "/api/stories",                    NEED_PERSON,   JSON, story_api_add,       "Start a draft: the story as Markdown" },
	{ GET,  "/api/stories/#",                  NEED_PERSON,   JSON, story_show,          "One story; as Markdown with Accept: text/markdown" },
	{ PUT,  "/api/stories/#",                  NEED_PERSON,   JSON, story_api_put,       "Save a new version" },
	{ POST, "/api/stories/#/publish",          NEED_PERSON,   JSON, story_publish_post,  "Publish it" },
	{ POST, "/api/stories/#/take-back",        NEED_PERSON,   JSON, story_publish_post,  "Make it a draft again" },
};
/* clang-format on */

const struct route_table routes_topic = ROUTE_TABLE(routes);
