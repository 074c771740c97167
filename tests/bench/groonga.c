/* Groonga with pairs of characters (TokenBigram), as one of the engines (engine.h). Headlines count
 * twice; all of the words, and where that leaves room, any of them. */
#include "engine.h"

#include <groonga.h>

static grn_ctx ctx;
static grn_obj *table, *headlines, *bodies;

static void say(const char *command)
{
	char *answer;
	unsigned len;
	int flags;
	grn_ctx_send(&ctx, command, (unsigned)strlen(command), 0);
	grn_ctx_recv(&ctx, &answer, &len, &flags);
	if (ctx.rc != GRN_SUCCESS)
		fprintf(stderr, "%s: %s\n", command, ctx.errbuf), exit(2);
}

static void engine_open(const char *dir, int fresh)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/g", dir);
	grn_init();
	grn_ctx_init(&ctx, 0);
	if (fresh) {
		grn_db_create(&ctx, path, NULL);
		say("table_create Docs TABLE_HASH_KEY Int64");
		say("column_create Docs headline COLUMN_SCALAR Text");
		say("column_create Docs body COLUMN_SCALAR LongText");
		say("table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram "
		    "--normalizer NormalizerAuto");
		say("column_create Terms words COLUMN_INDEX|WITH_POSITION|WITH_SECTION Docs "
		    "headline,body");
	} else {
		grn_db_open(&ctx, path);
	}
	table = grn_ctx_get(&ctx, "Docs", -1);
	headlines = grn_ctx_get(&ctx, "Docs.headline", -1);
	bodies = grn_ctx_get(&ctx, "Docs.body", -1);
}

static void put(grn_id id, grn_obj *column, const char *text)
{
	grn_obj value;
	GRN_TEXT_INIT(&value, GRN_OBJ_DO_SHALLOW_COPY);
	GRN_TEXT_SET(&ctx, &value, text, strlen(text));
	grn_obj_set_value(&ctx, column, id, &value, GRN_OBJ_SET);
	grn_obj_close(&ctx, &value);
}

static void engine_add(long number, const char *headline, const char *body)
{
	int64_t key = number;
	grn_id id = grn_table_add(&ctx, table, &key, sizeof key, NULL);
	put(id, headlines, headline);
	put(id, bodies, body);
}

static void engine_ready(void)
{
}

static void encode(char *to, const char *words)
{
	for (; *words; words++)
		to += sprintf(to, "%%%02X", (unsigned char)*words);
}

/* [[0,…],[[[total],[columns],[12,"…"],…]]]: the keys are all that is read. */
static int ask(const char *words, long numbers[ENGINE_FIRST], long *total)
{
	static char command[65536], coded[32768];
	char *answer;
	unsigned len;
	int more, n = 0;
	if (strlen(words) * 3 >= sizeof coded)
		return 0;
	encode(coded, words);
	snprintf(command, sizeof command,
		"/d/select?table=Docs&match_columns=headline*2||body&query=%s&sort_keys=-_score"
		"&limit=%d&output_columns=_key,snippet_html(body)",
		coded, ENGINE_FIRST);
	grn_ctx_send(&ctx, command, (unsigned)strlen(command), 0);
	grn_ctx_recv(&ctx, &answer, &len, &more);
	if (ctx.rc != GRN_SUCCESS || !len)
		return 0;
	char *text = strndup(answer, len), *p = strstr(text, "[[[");
	*total = p ? atol(p + 3) : 0;
	p = p ? strstr(p, "]],[") : NULL;
	for (p = p ? p + 3 : NULL; p && *p == '[' && n < ENGINE_FIRST; n++) {
		numbers[n] = atol(p + 1);
		p = strstr(p, "],[");
		p = p ? p + 2 : NULL;
		while (p && (p[1] < '0' || p[1] > '9')) {
			p = strstr(p + 1, "],[");
			p = p ? p + 2 : NULL;
		}
	}
	free(text);
	return n;
}

static int engine_find(const char *words, long numbers[ENGINE_FIRST], long *total)
{
	long more[ENGINE_FIRST], any = 0;
	int n = ask(words, numbers, total);
	if (n >= 10 || !strchr(words, ' '))
		return n;
	char *loose = malloc(strlen(words) * 4 + 1), *to = loose;
	for (const char *p = words; *p; p++)
		to += *p == ' ' ? sprintf(to, " OR ") : sprintf(to, "%c", *p);
	int m = ask(loose, more, &any);
	free(loose);
	for (int i = 0; i < m && n < ENGINE_FIRST; i++) {
		int seen = 0;
		for (int k = 0; k < n; k++)
			seen |= numbers[k] == more[i];
		if (!seen)
			numbers[n++] = more[i];
	}
	return n;
}
