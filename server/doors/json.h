/*
 * json: JSON out, and JSON in (jansson).
 *
 * Out is written straight into a struct out, without a tree. Nesting and keys are asserted: a
 * misplaced call stops the program in its first test. What is written is always valid JSON: control
 * characters, U+2028 and U+2029 are escaped, bytes that are not UTF-8 become U+FFFD.
 *
 *	struct json_writer w = json_writer(&out);
 *	json_begin_object(&w);
 *	json_key(&w, "id");
 *	json_number(&w, 7);
 *	json_key_text(&w, "title", title);
 *	json_end(&w);
 *
 * (Several plain names, json_string and json_null among them, belong to jansson's library.)
 */
#ifndef DOORS_JSON_H
#define DOORS_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/out.h"

enum { JSON_DEPTH_MAX = 32, JSON_BYTES_MAX = 2 << 20 };

struct json_writer {
	struct out *out;
	int depth;
	char closes[JSON_DEPTH_MAX]; /* '}' or ']' */
	bool begun;                  /* does the innermost one hold something already? */
	bool keyed;                  /* was a key written whose value is wanted? */
};

struct json_writer json_writer(struct out *out);
void json_begin_object(struct json_writer *w);
void json_begin_array(struct json_writer *w);
void json_end(struct json_writer *w);        /* of the innermost object or array */
bool json_done(const struct json_writer *w); /* one whole value, nothing open */

void json_key(struct json_writer *w, const char *key);
void json_text(struct json_writer *w, const char *s); /* NULL is null */
void json_bytes(struct json_writer *w, const char *s, size_t len);
void json_number(struct json_writer *w, int64_t n);
void json_bool(struct json_writer *w, bool b);
void json_nothing(struct json_writer *w); /* null */

/* A key and its value in one. */
void json_key_text(struct json_writer *w, const char *key, const char *s);
void json_key_number(struct json_writer *w, const char *key, int64_t n);
void json_key_bool(struct json_writer *w, const char *key, bool b);
void json_key_object(struct json_writer *w, const char *key); /* begins one */
void json_key_array(struct json_writer *w, const char *key);

/*
 * In. A value lives as long as the arena; so do its strings. Getters take NULL for the object and
 * then answer as if the key were missing.
 */
struct json;

enum json_kind {
	JSON_MISSING, /* no such key, or no value at all */
	JSON_NULL_VALUE,
	JSON_BOOL_VALUE,
	JSON_NUMBER_VALUE, /* a whole number */
	JSON_REAL_VALUE,
	JSON_TEXT_VALUE,
	JSON_ARRAY_VALUE,
	JSON_OBJECT_VALUE,
};

struct json_problem {
	int line, column;    /* 1-based */
	const char *message; /* in the viewer's language */
};

/* An object or an array, strictly: UTF-8, no key twice, no zero characters, at most JSON_DEPTH_MAX
 * deep. NULL and *problem otherwise. */
const struct json *json_parse(
	struct arena *a, const char *bytes, size_t len, struct json_problem *problem);

enum json_kind json_kind(const struct json *v);
const struct json *json_get(const struct json *object, const char *key); /* NULL if missing */
size_t json_count(const struct json *v); /* of an array's items or an object's keys; else 0 */
const struct json *json_at(const struct json *array, size_t i);
/* The keys of an object, json_count() of them, in the order they came: to refuse unknown ones. */
const char **json_keys(struct arena *a, const struct json *object);

/* The value of the right kind, or what stands for none: NULL, fallback. */
const char *json_as_text(const struct json *v);
int64_t json_as_number(const struct json *v, int64_t fallback);
bool json_as_bool(const struct json *v, bool fallback);
const char *json_get_text(const struct json *object, const char *key);
int64_t json_get_number(const struct json *object, const char *key, int64_t fallback);
bool json_get_bool(const struct json *object, const char *key, bool fallback);

#endif
