/*
 * naive DB: the page of a team's roll-up as one writes it without thinking: counted by GROUP BY,
 * Markdown rendered at each read, each item fetched and printed on its own. The same door, threads
 * and number of points. Prints its address.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "doors/http.h"
#include "doors/markdown.h"
#include "web/app.h"

static void print_point(struct db *db, struct out *page, int64_t id)
{
	struct q *q = db_ask(db,
		SQL("SELECT p.headline, p.body_md, a.name, u.name FROM point p JOIN person a ON "
		    "a.id ="
		    " p.author_id JOIN unit u ON u.id = p.team_id WHERE p.id = ?1"),
		V(id));
	if (q_row(q))
		out_format(page, "<article><h3>%s</h3><p>%s, %s</p>%s</article>", q_text(q, 0),
			q_text(q, 2), q_text(q, 3),
			markdown_html(db_arena(db), q_text(q, 1), NULL).html);
	q_end(q);
}

static void answer(void *p, const struct request *in, struct response *out)
{
	struct worker *w = p;
	struct week week = { 0 };
	const char *asked = request_query(in, "week");
	if (asked)
		week_parse(asked, &week);
	db_begin(w->db, in->arena);
	int64_t team = db_long(w->db, SQL("SELECT id FROM unit WHERE code = 't0'"));
	struct q *q = db_ask(w->db,
		SQL("SELECT pt.topic_id, p.kind, count(*) FROM point p JOIN point_topic pt ON"
		    " pt.point_id = p.id WHERE p.team_id = ?1 AND p.team_week = ?2 GROUP BY 1, 2"),
		V(team), V(week));
	while (q_row(q))
		out_format(&out->body, "<p>%ld %ld: %ld</p>", (long)q_long(q, 0),
			(long)q_long(q, 1), (long)q_long(q, 2));
	q = db_ask(w->db,
		SQL("SELECT id FROM point WHERE team_id = ?1 AND team_week = ?2 ORDER BY id"),
		V(team), V(week));
	while (q_row(q))
		print_point(w->db, &out->body, q_long(q, 0));
	db_end(w->db);
	response_header(out, "Content-Type", "text/html; charset=utf-8");
}

int main(int argc, char **argv)
{
	struct app app = { .db_path = argc > 1 ? argv[1] : "" };
	const struct http_config config = { .listen = "127.0.0.1:0",
		.answer = answer,
		.app = &app,
		.worker_start = app_worker_start,
		.worker_stop = app_worker_stop };
	const char *why;
	struct http *h = http_start(&config, &why);
	if (!h) {
		fprintf(stderr, "naive: %s\n", why);
		return 1;
	}
	printf("listening on http://%s\n", http_address(h));
	fflush(stdout);
	pause(); /* until a signal ends it */
	http_stop(h);
	return 0;
}
