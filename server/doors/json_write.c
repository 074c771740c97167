/* The writing half of json.h. */
#include "json.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

struct json_writer json_writer(struct out *out)
{
	return (struct json_writer){ .out = out };
}

/* Before every value: its comma, and the check that a value may stand here. */
static void before_value(struct json_writer *w)
{
	if (w->keyed) {
		w->keyed = false;
		return;
	}
	assert(!w->depth || w->closes[w->depth - 1] == ']'); /* an object wants a key first */
	assert(w->depth || !w->begun);                       /* one value only */
	if (w->begun)
		out_char(w->out, ',');
	w->begun = true;
}

static void begin(struct json_writer *w, char opens, char closes)
{
	before_value(w);
	assert(w->depth < JSON_DEPTH_MAX);
	out_char(w->out, opens);
	w->closes[w->depth++] = closes;
	w->begun = false;
}

void json_begin_object(struct json_writer *w)
{
	begin(w, '{', '}');
}

void json_begin_array(struct json_writer *w)
{
	begin(w, '[', ']');
}

void json_end(struct json_writer *w)
{
	assert(w->depth > 0 && !w->keyed);
	out_char(w->out, w->closes[--w->depth]);
	w->begun = true;
}

bool json_done(const struct json_writer *w)
{
	return !w->depth && w->begun;
}

/* What stands for a byte below 0x80 in a string; 0 for the byte itself. */
static const char *escape_of(unsigned char c)
{
	static const char *const controls[32] = {
		"\\u0000",
		"\\u0001",
		"\\u0002",
		"\\u0003",
		"\\u0004",
		"\\u0005",
		"\\u0006",
		"\\u0007",
		"\\b",
		"\\t",
		"\\n",
		"\\u000b",
		"\\f",
		"\\r",
		"\\u000e",
		"\\u000f",
		"\\u0010",
		"\\u0011",
		"\\u0012",
		"\\u0013",
		"\\u0014",
		"\\u0015",
		"\\u0016",
		"\\u0017",
		"\\u0018",
		"\\u0019",
		"\\u001a",
		"\\u001b",
		"\\u001c",
		"\\u001d",
		"\\u001e",
		"\\u001f",
	};
	return c < 32      ? controls[c]
	       : c == '"'  ? "\\\""
	       : c == '\\' ? "\\\\"
	       : c == 127  ? "\\u007f"
			   : 0;
}

/* Most of Chinese: three bytes that can be nothing but a character, and none to be escaped. */
static bool plain_three(const char *p, const char *end)
{
	const unsigned char *u = (const unsigned char *)p;
	return end - p >= 3 && ((u[0] >= 0xE3 && u[0] <= 0xEC) || u[0] == 0xEF) &&
	       (u[1] & 0xC0) == 0x80 && (u[2] & 0xC0) == 0x80;
}

static void write_string(struct out *o, const char *s, size_t len)
{
	const char *end = s + len, *plain = s, *p = s;
	out_char(o, '"');
	while (p < end) {
		const char *here = p, *instead;
		if (plain_three(p, end)) {
			p += 3;
			continue;
		}
		if ((signed char)*p >= 0)
			instead = escape_of((unsigned char)*p++);
		else {
			int rune = text_rune(&p, end);
			instead = rune < 0         ? "\xEF\xBF\xBD"
				  : rune == 0x2028 ? "\\u2028"
				  : rune == 0x2029 ? "\\u2029"
						   : NULL;
		}
		if (!instead)
			continue;
		out_bytes(o, plain, (size_t)(here - plain));
		out_text(o, instead);
		plain = p;
	}
	out_bytes(o, plain, (size_t)(end - plain));
	out_char(o, '"');
}

void json_key(struct json_writer *w, const char *key)
{
	assert(w->depth && w->closes[w->depth - 1] == '}' && !w->keyed);
	if (w->begun)
		out_char(w->out, ',');
	write_string(w->out, key, strlen(key));
	out_char(w->out, ':');
	w->begun = w->keyed = true;
}

void json_bytes(struct json_writer *w, const char *s, size_t len)
{
	before_value(w);
	write_string(w->out, s, len);
}

void json_text(struct json_writer *w, const char *s)
{
	if (s)
		json_bytes(w, s, strlen(s));
	else
		json_nothing(w);
}

void json_number(struct json_writer *w, int64_t n)
{
	before_value(w);
	out_long(w->out, n);
}

void json_bool(struct json_writer *w, bool b)
{
	before_value(w);
	out_text(w->out, b ? "true" : "false");
}

void json_nothing(struct json_writer *w)
{
	before_value(w);
	out_text(w->out, "null");
}

void json_key_text(struct json_writer *w, const char *key, const char *s)
{
	json_key(w, key);
	json_text(w, s);
}

void json_key_number(struct json_writer *w, const char *key, int64_t n)
{
	json_key(w, key);
	json_number(w, n);
}

void json_key_bool(struct json_writer *w, const char *key, bool b)
{
	json_key(w, key);
	json_bool(w, b);
}

void json_key_object(struct json_writer *w, const char *key)
{
	json_key(w, key);
	json_begin_object(w);
}

void json_key_array(struct json_writer *w, const char *key)
{
	json_key(w, key);
	json_begin_array(w);
}
