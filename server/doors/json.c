/* The reading half of json.h: the one file that knows jansson. */
#include "json.h"

#include <jansson.h>

#include "i18n.h"

/* jansson reads 2048 levels by recursion; we stop it before. False, and where, if too deep. */
static bool shallow(const char *bytes, size_t len, struct json_problem *problem)
{
	int depth = 0;
	bool quoted = false;
	*problem = (struct json_problem){ .line = 1, .column = 1 };
	for (size_t i = 0; i < len; i++, problem->column++) {
		char c = bytes[i];
		if (c == '\n') {
			problem->line++;
			problem->column = 0;
		} else if (quoted && c == '\\')
			i++;
		else if (c == '"')
			quoted = !quoted;
		else if (!quoted && (c == '{' || c == '[') && ++depth > JSON_DEPTH_MAX)
			return false;
		else if (!quoted && (c == '}' || c == ']'))
			depth--;
	}
	return true;
}

static const char *in_plain_words(const json_error_t *error)
{
	switch (json_error_code(error)) {
	case json_error_invalid_utf8:
		return _("This is not UTF-8 text. Send JSON in UTF-8.");
	case json_error_premature_end_of_input:
		return _("The JSON ends too early. Close what is open: a quotation mark, } or ].");
	case json_error_end_of_input_expected:
		return _("Something follows after the end of the JSON. Send one object only.");
	case json_error_duplicate_key:
		return _("The same key stands twice in this object. Keep one of them.");
	case json_error_numeric_overflow:
		return _("This number is too large.");
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return _("A text here holds a zero character (\\u0000). Take it out.");
	case json_error_out_of_memory:
	case json_error_stack_overflow:
		return _("The JSON is too large to be read. Send less at once.");
	default:
		return _("This is not valid JSON from here on. Check commas, quotation marks and "
			 "brackets.");
	}
}

static void release(void *root)
{
	json_decref(root);
}

const struct json *json_parse(
	struct arena *a, const char *bytes, size_t len, struct json_problem *problem)
{
	if (len > JSON_BYTES_MAX) {
		*problem = (struct json_problem){ 1, 1,
			_("The JSON is too large to be read. Send less at once.") };
		return NULL;
	}
	if (!shallow(bytes, len, problem)) {
		problem->message = _("The JSON is nested too deeply here (32 levels at most).");
		return NULL;
	}
	json_error_t error;
	json_t *root = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);
	if (!root) {
		problem->line = error.line > 0 ? error.line : 1;
		problem->column = error.column > 0 ? error.column : 1;
		problem->message = in_plain_words(&error);
		return NULL;
	}
	arena_defer(a, release, root);
	return (const struct json *)root;
}

static const json_t *inside(const struct json *v)
{
	return (const json_t *)v;
}

enum json_kind json_kind(const struct json *v)
{
	static const enum json_kind kinds[] = {
		[JSON_OBJECT] = JSON_OBJECT_VALUE,
		[JSON_ARRAY] = JSON_ARRAY_VALUE,
		[JSON_STRING] = JSON_TEXT_VALUE,
		[JSON_INTEGER] = JSON_NUMBER_VALUE,
		[JSON_REAL] = JSON_REAL_VALUE,
		[JSON_TRUE] = JSON_BOOL_VALUE,
		[JSON_FALSE] = JSON_BOOL_VALUE,
		[JSON_NULL] = JSON_NULL_VALUE,
	};
	return v ? kinds[json_typeof(inside(v))] : JSON_MISSING;
}

const struct json *json_get(const struct json *object, const char *key)
{
	return (const struct json *)json_object_get(inside(object), key);
}

size_t json_count(const struct json *v)
{
	return json_kind(v) == JSON_ARRAY_VALUE ? json_array_size(inside(v))
						: json_object_size(inside(v));
}

const struct json *json_at(const struct json *array, size_t i)
{
	return (const struct json *)json_array_get(inside(array), i);
}

const char **json_keys(struct arena *a, const struct json *object)
{
	const char **keys = ARENA_MANY(a, const char *, json_count(object) + 1);
	size_t n = 0;
	json_t *o = (json_t *)object;
	for (void *i = json_object_iter(o); i; i = json_object_iter_next(o, i))
		keys[n++] = json_object_iter_key(i);
	return keys;
}

const char *json_as_text(const struct json *v)
{
	return json_string_value(inside(v));
}

int64_t json_as_number(const struct json *v, int64_t fallback)
{
	return json_kind(v) == JSON_NUMBER_VALUE ? json_integer_value(inside(v)) : fallback;
}

bool json_as_bool(const struct json *v, bool fallback)
{
	return json_kind(v) == JSON_BOOL_VALUE ? json_is_true(inside(v)) : fallback;
}

const char *json_get_text(const struct json *object, const char *key)
{
	return json_as_text(json_get(object, key));
}

int64_t json_get_number(const struct json *object, const char *key, int64_t fallback)
{
	return json_as_number(json_get(object, key), fallback);
}

bool json_get_bool(const struct json *object, const char *key, bool fallback)
{
	return json_as_bool(json_get(object, key), fallback);
}
