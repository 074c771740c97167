/* destination_kit: a house whose bulletin is ready, a receiver that it is sent to, and the clock.
 */
#ifndef DESTINATION_KIT_H
#define DESTINATION_KIT_H

#include "receiver.h"

#define send send_json /* the kit's, not the socket's */
#include "bulletin_kit.h"
#include "rules/receipt.h"
#include "views/outbox.h"
#include "views/robot.h"

static int64_t frozen;

static inline void at(int64_t now)
{
	frozen = now;
	clock_freeze(now);
}

static inline void post_office(struct house *h)
{
	struct arena *a = arena_new();
	struct work w = { .arena = a,
		.db = h->worker->db,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = frozen,
		.faults = { .arena = a } };
	const struct outbox_setup setup = { .base_url = "https://t.example" };
	outbox_run(&w, &setup, &outbox_table, 100);
	arena_free(a);
}

/* The house with a receiver, whose address is allowed; a bulletin that is ready. */
static inline struct house *begun(struct receiver **r, bool allowed)
{
	struct house *h = ready();
	*r = receiver_new();
	at(HOUSE_NOW + 300);
	if (allowed)
		assert_int_equal(
			house_post(h, "root", "/admin/settings", "private_addresses=1").status,
			303);
	send(h, "han", POST, "/api/bulletins", "{\"week\":\"" W47 "\"}");
	return h;
}

static inline struct answer add(struct house *h, struct receiver *r, const char *fields)
{
	return house_post(h, "han", "/admin/destinations",
		arena_format(h->arena, "name=G&url=http://127.0.0.1:%d/hook?key=k-e-y&%s", r->port,
			fields));
}

static inline void publish(struct house *h)
{
	assert_int_equal(house_do(h, "han", "/api/bulletins/1/publish").status, 200);
}

static inline const struct json *state_of(struct house *h, size_t i)
{
	return json_at(json_get(house_get(h, "han", "/api/destinations").json, "items"), i);
}

/* Of the bulletin, that are to go out by e-mail. */
static inline int64_t mails(struct house *h)
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	int64_t n = db_long(h->worker->db,
		SQL("SELECT count(*) FROM outbox WHERE channel = 'mail' AND what = 'bulletin'"
		    " AND length(key) = 32"));
	db_end(h->worker->db);
	arena_free(a);
	return n;
}

#endif
