/* Addresses: the service itself, signing in, and what is one's own. */
#include "handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/healthz",                        NEED_NOTHING,  JSON, health_show,         "Is the service up" },
	{ GET,  "/metrics",                        NEED_NOTHING,  JSON, metrics_show,        "Figures for Prometheus: from this machine, or with an admin's token" },
	{ GET,  "/static/*",                       NEED_NOTHING,  PAGE, static_show,         "Style, script, pictures" },
	{ GET,  "/favicon.ico",                    NEED_NOTHING,  PAGE, static_favicon,      "The icon of the tab" },
	{ GET,  "/sign-in",                        NEED_NOTHING,  PAGE, session_show,        "Sign in" },
	{ POST, "/sign-in",                        NEED_NOTHING,  PAGE, session_start,       "Sign in" },
	{ POST, "/sign-out",                       NEED_PERSON,   PAGE, session_stop,        "Sign out" },
	{ GET,  "/set-up",                         NEED_NOTHING,  PAGE, setup_show,          "Begin with an empty database" },
	{ POST, "/set-up",                         NEED_NOTHING,  PAGE, setup_save,          "Make the headquarters and the first administrator" },
	{ GET,  "/me",                             NEED_PERSON,   PAGE, me_show,             "My settings" },
	{ POST, "/me",                             NEED_PERSON,   PAGE, me_save,             "Language and time zone" },
	{ POST, "/me/sign",                        NEED_PERSON,   PAGE, me_sign,             "My name above my team, or \"a member of\" it" },
	{ POST, "/me/coach",                       NEED_PERSON,   PAGE, me_coach,            "Which hints I want while I write" },
	{ POST, "/me/sign-out-everywhere",         NEED_PERSON,   PAGE, me_sign_out_everywhere, "End all my sessions" },
	{ POST, "/me/tokens",                      NEED_PERSON,   PAGE, me_token_add,        "Make an API token" },
	{ POST, "/me/tokens/#/revoke",             NEED_PERSON,   PAGE, me_token_revoke,     "Revoke it" },
	{ POST, "/me/feed",                        NEED_PERSON,   PAGE, feed_make_post,      "Make my secret address for a feed reader" },
	{ POST, "/me/feed/revoke",                 NEED_PERSON,   PAGE, feed_revoke_post,    "Revoke it" },
	{ POST, "/me/mail",                        NEED_PERSON,   PAGE, me_mail_save,        "Which e-mail I want" },
	{ GET,  "/mail/leave/:",                   NEED_NOTHING,  PAGE, mail_leave_show,     "No more e-mail? By the address that stands in each" },
	{ POST, "/mail/leave/:",                   NEED_NOTHING,  PAGE, mail_leave_post,     "No more e-mail, with one click (RFC 8058)" },
	{ GET,  "/feeds/:",                        NEED_NOTHING,  PAGE, feed_show,           "Bulletins for a feed reader: Atom, by a secret address" },
	{ GET,  "/me/password",                    NEED_PERSON,   PAGE, password_show,       "My password" },
	{ POST, "/me/password",                    NEED_PERSON,   PAGE, password_save,       "Change it" },

	{ GET,  "/api/openapi.json",               NEED_NOTHING,  JSON, openapi_show,        "This description of the API" },
	{ GET,  "/api/me",                         NEED_PERSON,   JSON, me_show,             "Who the token belongs to" },
	{ GET,  "/api/me/mail",                    NEED_PERSON,   JSON, me_mail_show,        "Which e-mail I want" },
	{ PUT,  "/api/me/mail",                    NEED_PERSON,   JSON, me_mail_save,        "{\"daily\": \"default\", \"none\" or an hour, \"at_once\"?}" },
};
/* clang-format on */

const struct route_table routes_account = ROUTE_TABLE(routes);
