#include "point_text.h"

#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "rules/headline.h"
#include "rules/lines.h"

enum says { NOTHING, HELP, DECISION, SCOPE, SIGN, SIGN_NAMED };

static const struct {
	const char *word;
	enum says says;
} words[] = {
	{ "求助", HELP },
	{ "请示", DECISION },
	{ "請示", DECISION },
	{ "范围", SCOPE },
	{ "範圍", SCOPE },
	{ "署名", SIGN },
	{ "ask", HELP },
	{ "decision", DECISION },
	{ "scope", SCOPE },
	{ "sign", SIGN },
};

static const char *const team_words[] = { "本团队", "本團隊", "团队", "team", "my team" };
static const char *const anonymous_words[] = { "匿名", "anonymous" };
static const char *const named_words[] = { "实名", "實名", "named" };

static bool one_of(const char *s, const char *const *list, size_t n)
{
	size_t len = strlen(s);
	if (len > 3 && strcmp(s + len - 3, "。") == 0)
		len -= 3;
	else if (len > 1 && s[len - 1] == '.')
		len--;
	for (size_t i = 0; i < n; i++)
		if (strlen(list[i]) == len && strncasecmp(s, list[i], len) == 0)
			return true;
	return false;
}

#define ONE_OF(s, list) one_of((s), (list), sizeof(list) / sizeof *(list))

/* What a line outside code says to the program, and its value. */
static enum says line_says(struct arena *a, const struct line *l, const char **value)
{
	if (l->code || l->blank || l->len > MARKDOWN_POINT_LIMIT)
		return NOTHING;
	const char *p = l->text, *end = l->text + l->len;
	for (const char *q = p; q < end && rune_is_space(text_rune(&q, end));)
		p = q;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i].word);
		if ((size_t)(end - p) <= n || strncasecmp(p, words[i].word, n) != 0)
			continue;
		const char *q = p + n;
		int rune = ' ';
		while (q < end && rune_is_space(rune))
			rune = text_rune(&q, end);
		if (rune != ':' && rune != 0xFF1A)
			continue;
		*value = text_trim(a, arena_copy(a, q, (size_t)(end - q)));
		if (words[i].says == SIGN && ONE_OF(*value, named_words))
			return SIGN_NAMED;
		if ((words[i].says == SCOPE && !ONE_OF(*value, team_words)) ||
			(words[i].says == SIGN && !ONE_OF(*value, anonymous_words)))
			return NOTHING;
		return words[i].says;
	}
	return NOTHING;
}

void point_text_set_body(struct arena *a, struct point_text *p, const char *body)
{
	p->body = body;
	p->asks = (struct ask_texts){ 0 };
	p->team_only = p->anonymous = p->named = false;
	struct lines s = { 0 };
	int number = 0;
	for (const char *at = body, *end = body + strlen(body); at < end; number++) {
		struct line l = lines_next(&s, &at, end);
		const char *value = NULL;
		enum says says = line_says(a, &l, &value);
		if (says == HELP || says == DECISION)
			*LIST_ADD(a, &p->asks) =
				(struct ask_text){ says == HELP ? ASK_HELP : ASK_DECISION, value,
					number };
		p->team_only |= says == SCOPE;
		p->anonymous |= says == SIGN;
		p->named |= says == SIGN_NAMED;
	}
	p->named = p->named && !p->anonymous;
}

void point_text_sign(struct arena *a, struct point_text *p, bool anonymous)
{
	struct lines s = { 0 };
	struct out o = out_new(a);
	for (const char *at = p->body, *end = at + strlen(at); at < end;) {
		struct line l = lines_next(&s, &at, end);
		const char *value;
		enum says says = line_says(a, &l, &value);
		if (says == SIGN || says == SIGN_NAMED)
			continue;
		out_bytes(&o, l.text, l.len);
		out_char(&o, '\n');
	}
	const char *rest = point_text_trim(a, out_string(&o));
	point_text_set_body(a, p,
		arena_format(a, "%s%s署名: %s", rest, *rest ? "\n" : "",
			anonymous ? anonymous_words[0] : named_words[0]));
}

const char *point_text_shown(struct arena *a, const char *body)
{
	struct lines s = { 0 };
	struct out o = out_new(a);
	size_t kept = 0; /* up to the last line that is not blank */
	for (const char *at = body, *end = body + strlen(body); at < end;) {
		struct line l = lines_next(&s, &at, end);
		const char *value;
		if (line_says(a, &l, &value) || (l.blank && kept == 0))
			continue;
		out_bytes(&o, l.text, l.len);
		if (!l.blank)
			kept = o.len;
		out_char(&o, '\n');
	}
	return arena_copy(a, out_string(&o), kept);
}

static bool ends_point(const struct line *l)
{
	return l->level == 1 || l->level == 2;
}

const char *point_text_trim(struct arena *a, const char *s)
{
	const char *end = s + strlen(s);
	for (const char *p = s; p < end; p++) {
		if (*p == '\n')
			s = p + 1;
		else if (*p != ' ' && *p != '\t')
			break;
	}
	const char *last = end;
	for (const char *p = end; p > s && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\n'); p--)
		if (p[-1] == '\n')
			last = p - 1;
	const char *p = s;
	while (p < last && (*p == ' ' || *p == '\t'))
		p++;
	return arena_copy(a, s, p == last ? 0 : (size_t)(last - s));
}

const char *point_text_escape(struct arena *a, const char *typed)
{
	size_t len = strlen(typed);
	const char *text = text_unix_lines(a, typed, &len);
	text = point_text_trim(a, text);
	struct lines s = { 0 };
	struct out o = out_new(a);
	for (const char *at = text, *end = text + strlen(text); at < end;) {
		struct lines before = s;
		const char *start = at;
		struct line l = lines_next(&s, &at, end);
		if (ends_point(&l)) {
			/* Read again as it will stand there: it is a paragraph now. */
			struct out escaped = out_new(a);
			out_bytes(&escaped, l.text, l.mark);
			out_char(&escaped, '\\');
			out_bytes(&escaped, l.text + l.mark, l.len - l.mark);
			const char *again = escaped.data;
			s = before;
			lines_next(&s, &again, again + escaped.len);
			out_bytes(&o, escaped.data, escaped.len);
			out_bytes(&o, start + l.len, (size_t)(at - start) - l.len);
		} else {
			out_bytes(&o, start, (size_t)(at - start));
		}
	}
	int fence = lines_open_fence(&s);
	if (fence) {
		out_char(&o, '\n');
		while (fence--)
			out_char(&o, s.fence);
	}
	return out_string(&o);
}

const char *point_text_unescape(struct arena *a, const char *body)
{
	struct out o = out_new(a);
	for (const char *at = body, *end = body + strlen(body); at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		stop = stop ? stop + 1 : end;
		const char *p = at;
		while (p < stop && p < at + 3 && *p == ' ')
			p++;
		out_bytes(&o, at, (size_t)(p - at));
		if (stop - p > 1 && p[0] == '\\' && p[1] == '#') {
			struct lines fresh = { 0 };
			const char *q = p + 1;
			struct line l = lines_next(&fresh, &q, stop);
			if (ends_point(&l))
				p++;
		}
		out_bytes(&o, p, (size_t)(stop - p));
		at = stop;
	}
	const char *bare = out_string(&o);
	/* Where a backslash changes how the lines below it are read, the writer sees it. */
	return text_same(point_text_escape(a, bare), body) ? bare : body;
}

void point_text_set_headline(struct arena *a, struct point_text *p, const char *typed)
{
	p->headline = headline_split(a, typed, &p->tags);
}

const char *point_text_heading(struct arena *a, const struct point_text *p)
{
	struct out o = out_new(a);
	out_text(&o, p->headline);
	for (size_t i = 0; i < p->tags.count; i++) {
		if (o.len)
			out_char(&o, ' ');
		out_char(&o, '#');
		out_text(&o, p->tags.items[i]);
	}
	return out_string(&o);
}
