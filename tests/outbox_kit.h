/* outbox_kit: a channel of the tests, which answers as it is told, and rows for it. */
#ifndef OUTBOX_KIT_H
#define OUTBOX_KIT_H

#include "house.h"

#include <signal.h>
#include <sys/wait.h>
#include "base/log.h"
#include "doors/i18n.h"
#include "rules/outbox.h"

static struct {
	enum outbox_result answer;
	bool off, nothing, dies;
	int64_t wait;
	int sent;
	char said[4096]; /* a line a letter: key what title */
	char keys[128];  /* a file that outlives the process */
} post;

static bool is_on(const struct outbox_setup *setup)
{
	(void)setup;
	return !post.off;
}

static const void *to(struct work *w, const struct outbox_row *row)
{
	return row->target == 404 ? NULL : arena_format(w->arena, "%ld", (long)row->target);
}

static enum outbox_result send_it(struct outbox_try *try)
{
	size_t len = strlen(post.said);
	snprintf(post.said + len, sizeof post.said - len, "%s %s\n", try->row->what,
		try->letter->title);
	post.sent++;
	if (*post.keys) {
		FILE *f = fopen(post.keys, "a");
		fprintf(f, "%s\n", try->row->key);
		fclose(f);
	}
	if (post.dies)
		raise(SIGKILL);
	try->why = "no answer";
	try->wait = post.wait;
	return post.answer;
}

static bool words(struct work *w, const struct outbox_setup *setup, const struct outbox_row *row,
	struct outbox_letter *letter)
{
	(void)setup;
	letter->title = arena_format(w->arena, "%s %s %ld", w->who->login ? w->who->login : "-",
		i18n_language(), (long)row->what_id);
	return !post.nothing;
}

static const struct outbox_channel channels[] = {
	{ .name = "post", .is_on = is_on, .to = to, .send = send_it },
	{ .name = "bot",
		.is_on = is_on,
		.to = to,
		.send = send_it,
		.per_minute = 2,
		.off_the_mark = true },
	{ 0 },
};
static const struct outbox_words all_words[] = { { NULL, "news", words }, { 0 } };
static const struct outbox_table table = { channels, all_words };

static struct work work_of(struct house *h, const struct who *who)
{
	return (struct work){ .arena = h->arena,
		.db = h->worker->db,
		.writer = h->app.install.writer,
		.who = who,
		.now = clock_now(),
		.zone = zone_find("Asia/Shanghai"),
		.faults = { .arena = h->arena } };
}

static struct house *begin(void)
{
	memset(&post, 0, sizeof post);
	return house_new();
}

static void queue(struct house *h, const char *channel, const char *login, int64_t target)
{
	struct work w = work_of(h, who_operator());
	TXN(t, w.writer, w.arena);
	assert_int_not_equal(outbox_queue(&t, &w,
				     &(struct outbox_row){ .channel = channel,
					     .what = "news",
					     .what_id = 7,
					     .target = target,
					     .person = login ? house_person(h, login)->id
							     : (struct person_id){ 0 } }),
		0);
	assert_true(txn_commit(&t));
}

static int64_t run(struct house *h)
{
	struct work w = work_of(h, who_operator());
	post.sent = 0;
	*post.said = 0;
	return outbox_run(&w, &(struct outbox_setup){ 0 }, &table, 10);
}

static struct outbox_figures figures(struct house *h, const char *channel)
{
	db_begin(h->worker->db, h->arena);
	struct outbox_figures f = outbox_figures_any(h->worker->db, channel);
	db_end(h->worker->db);
	return f;
}

#endif
