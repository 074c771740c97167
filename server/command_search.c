/* tributary search QUERY */
#include "base/list.h"
#include "base/text.h"
#include "command.h"
#include "doors/i18n.h"
#include "store/search_ask.h"

static const char *words_of(struct command *c)
{
	const char *typed = "";
	for (size_t i = 0; i < c->words.count; i++)
		typed = arena_format(c->arena, "%s%s%s", typed, i ? " " : "", c->words.items[i]);
	return typed;
}

/* The hits that the owner of the machine sees: all there are. */
int command_search(struct command *c)
{
	if (!c->words.count)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_read(c, &d))
		return EXIT_FAILED;
	static const char *const types[] = { "point", "synthesis", "story", "answer" };
	struct search_ask ask = { .query = query_parse(c->arena, words_of(c)),
		.today = d.work.now / 86400,
		.limit = 50 };
	search_understand(d.db, d.work.who, &ask.query);
	const struct search_found found = search_ask(d.db, d.work.who, &ask);
	if (found.no_index || db_lost_index(d.db)) {
		fprintf(c->err, "tributary: %s\n",
			_("The index for search is damaged or not made yet: tributary reindex "
			  "makes it anew."));
		command_close(&d);
		return EXIT_FAILED;
	}
	LIST_EACH (const struct search_hit, hit, &found.hits)
		fprintf(c->out, "%s %lld  %s  %s  %s\n", types[hit->type], (long long)hit->noun,
			week_name(c->arena, hit->week), hit->unit_code ? hit->unit_code : "-",
			hit->headline);
	fprintf(c->err, "%s%lld\n", found.exact ? "" : "> ", (long long)found.total);
	int code = db_failed(d.db) ? EXIT_FAILED : EXIT_DONE;
	command_close(&d);
	return code;
}
