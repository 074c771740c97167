/* What goes out to other programs: with what it tells of or not at all, at least once, under one
 * key, and never what its receiver may not see. */
#include "outbox_kit.h"

static void it_is_sent_once_in_the_words_of_its_receiver(void **state)
{
	(void)state;
	struct house *h = begin();
	queue(h, "post", "wang", 0);
	queue(h, "post", NULL, 3);
	assert_int_equal(run(h), 2);
	assert_string_equal(post.said, "news wang zh 7\nnews - zh 7\n");
	assert_int_equal(run(h), 0);
	assert_int_equal(figures(h, "post").sent, 2);
	assert_int_equal(figures(h, "post").queued, 0);
	house_free(h);
}

static void what_was_taken_back_is_not_sent(void **state)
{
	(void)state;
	struct house *h = begin();
	{
		struct work w = work_of(h, who_operator());
		TXN(t, w.writer, w.arena);
		outbox_queue(&t, &w,
			&(struct outbox_row){ .channel = "post", .what = "news", .target = 1 });
	}
	assert_int_equal(run(h), 0);
	assert_int_equal(post.sent, 0);
	house_free(h);
}

static void whoever_left_and_whatever_has_nothing_to_tell_is_dropped(void **state)
{
	(void)state;
	struct house *h = begin();
	queue(h, "post", "wang", 0);
	queue(h, "post", NULL, 404);
	assert_int_equal(house_post(h, "root",
				 arena_format(h->arena, "/admin/people/%ld/deactivate",
					 (long)house_person(h, "wang")->id.n),
				 "")
				 .status,
		303);
	assert_int_equal(run(h), 2);
	post.nothing = true;
	queue(h, "post", "li", 0);
	assert_int_equal(run(h), 1);
	assert_int_equal(post.sent, 0);
	assert_int_equal(figures(h, "post").dropped, 3);
	house_free(h);
}

static void what_fails_is_tried_again_later_and_later_and_then_given_up(void **state)
{
	(void)state;
	struct house *h = begin();
	queue(h, "post", "wang", 0);
	post.answer = OUTBOX_AGAIN;
	int tries = 0;
	int64_t now = HOUSE_NOW, took = 0;
	assert_int_equal(run(h), 1);
	assert_int_equal(run(h), 0); /* not at once */
	for (tries = 1; figures(h, "post").queued; now += 60) {
		clock_freeze(now);
		tries += (int)run(h);
		took = now - HOUSE_NOW;
	}
	assert_int_equal(tries, OUTBOX_TRIES);
	assert_in_range(took, 86400, 4 * 86400);
	assert_string_equal(figures(h, "post").error, "no answer");
	assert_int_equal(figures(h, "post").failed, 1);
	post.answer = OUTBOX_SENT;
	clock_freeze(now + 86400);
	assert_int_equal(run(h), 0);
	int64_t rows = 0;
	db_begin(h->worker->db, h->arena);
	struct work w = work_of(h, who_login_any(h->worker->db, "lin"));
	assert_int_equal(outbox_begin_anew(&w, "post", &rows), FORBIDDEN);
	w.who = who_login_any(h->worker->db, "root");
	assert_int_equal(outbox_begin_anew(&w, "post", &rows), DONE);
	db_end(h->worker->db);
	assert_int_equal(rows, 1);
	assert_int_equal(run(h), 1);
	assert_int_equal(figures(h, "post").sent, 1);
	house_free(h);
}

static void pauses_double_up_to_six_hours_and_vary(void **state)
{
	(void)state;
	int64_t last = 0;
	bool vary = false;
	for (int64_t tries = 0; tries < 40; tries++) {
		int64_t least = outbox_pause(tries, 0), most = 0;
		for (uint64_t chance = 0; chance < 20000; chance++) {
			int64_t p = outbox_pause(tries, chance);
			least = p < least ? p : least;
			most = p > most ? p : most;
		}
		vary |= least < most;
		assert_in_range(least, last / 2, 6 * 3600);
		assert_in_range(most, least, 6 * 3600 * 5 / 4);
		last = most;
	}
	assert_true(vary);
	assert_in_range(outbox_pause(0, 1), 4, 6);
}

static void when_the_other_side_is_away_all_that_is_for_it_waits(void **state)
{
	(void)state;
	struct house *h = begin();
	for (int i = 0; i < 5; i++)
		queue(h, "post", NULL, 1);
	queue(h, "post", NULL, 2);
	post.answer = OUTBOX_AWAY;
	post.wait = 100;
	assert_int_equal(run(h), 2); /* one try a destination */
	clock_freeze(HOUSE_NOW + 99);
	assert_int_equal(run(h), 0);
	post.answer = OUTBOX_SENT;
	clock_freeze(HOUSE_NOW + 101);
	assert_int_equal(run(h), 6);
	assert_int_equal(figures(h, "post").sent, 6);
	house_free(h);
}

static void a_bot_gets_so_many_a_minute_and_none_on_the_half_hour(void **state)
{
	(void)state;
	struct house *h = begin();
	assert_int_equal(HOUSE_NOW % 1800, 0);
	for (int i = 0; i < 5; i++)
		queue(h, "bot", NULL, 1);
	run(h);
	assert_int_equal(post.sent, 0); /* it is ten o'clock */
	int in[4] = { 0 }, all = 0;
	for (int64_t s = 60; s < 300; s++) {
		clock_freeze(HOUSE_NOW + s);
		run(h);
		in[(s - 60) / 60] += post.sent;
		all += post.sent;
	}
	assert_int_equal(all, 5);
	for (int i = 0; i < 4; i++)
		assert_in_range(in[i], 0, 2);
	house_free(h);
}

static void a_channel_that_is_off_keeps_its_rows_for_three_days(void **state)
{
	(void)state;
	struct house *h = begin();
	queue(h, "post", "wang", 0);
	post.off = true;
	assert_int_equal(run(h), 0);
	struct work w = work_of(h, who_operator());
	assert_int_equal(outbox_clear(&w), 0);
	assert_int_equal(figures(h, "post").queued, 1);
	clock_freeze(HOUSE_NOW + 3 * 86400 + 1);
	w = work_of(h, who_operator());
	assert_int_equal(outbox_clear(&w), 1);
	assert_int_equal(figures(h, "post").failed, 1);
	clock_freeze(HOUSE_NOW + 40 * 86400L);
	w = work_of(h, who_operator());
	assert_int_equal(outbox_clear(&w), 1);
	assert_int_equal(figures(h, "post").failed, 0);
	house_free(h);
}

/* Another process takes the database, and is killed when the letter has left and nothing says so
 * yet. */
static void killed_between_sending_and_noting_it_is_sent_again_under_the_same_key(void **state)
{
	(void)state;
	struct house *h = begin();
	queue(h, "post", "wang", 0);
	snprintf(post.keys, sizeof post.keys, "%s/keys", h->folder);
	app_worker_stop(h->worker);
	install_close(&h->app.install);
	pid_t child = fork();
	const char *why;
	if (!child) {
		struct arena *a = arena_new();
		if (!install_open(&h->app.install, h->app.db_path, a, &why))
			_exit(1);
		h->worker = app_worker_start(&h->app, 0);
		post.dies = true;
		run(h);
		_exit(2);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
	assert_true(install_open(&h->app.install, h->app.db_path, h->arena, &why));
	h->worker = app_worker_start(&h->app, 0);
	assert_int_equal(figures(h, "post").queued, 1);
	assert_int_equal(run(h), 0); /* it counts as a try: not at once */
	clock_freeze(HOUSE_NOW + 10);
	assert_int_equal(run(h), 1);
	assert_int_equal(run(h), 0);
	char first[64] = "", second[64] = "", third[64] = "";
	FILE *f = fopen(post.keys, "r");
	assert_int_equal(fscanf(f, "%63s %63s %63s", first, second, third), 2);
	fclose(f);
	assert_int_equal(strlen(first), 32);
	assert_string_equal(first, second);
	assert_int_equal(figures(h, "post").sent, 1);
	house_free(h);
}

int main(void)
{
	log_set_level(LOG_QUIET);
	const struct CMUnitTest tests[] = {
		TEST(it_is_sent_once_in_the_words_of_its_receiver),
		TEST(what_was_taken_back_is_not_sent),
		TEST(whoever_left_and_whatever_has_nothing_to_tell_is_dropped),
		TEST(what_fails_is_tried_again_later_and_later_and_then_given_up),
		TEST(pauses_double_up_to_six_hours_and_vary),
		TEST(when_the_other_side_is_away_all_that_is_for_it_waits),
		TEST(a_bot_gets_so_many_a_minute_and_none_on_the_half_hour),
		TEST(a_channel_that_is_off_keeps_its_rows_for_three_days),
		TEST(killed_between_sending_and_noting_it_is_sent_again_under_the_same_key),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
