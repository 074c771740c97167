/* Reads the .mo format (GNU gettext manual, "The Format of GNU MO Files"), made little-endian by
 * the build: a header of seven words, then two tables of (length, offset), the first sorted by
 * text. */
#include "i18n.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/embedded.h"

static _Thread_local bool chinese;

static uint32_t word_at(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* The translation of what begins with key; of a plural the first form, which is Chinese's only one.
 */
static const char *look_up(const char *key)
{
	static const struct embedded *zh; /* the same value from every thread */
	const struct embedded *mo = __atomic_load_n(&zh, __ATOMIC_RELAXED);
	if (!mo) {
		mo = embedded_find("zh.mo");
		__atomic_store_n(&zh, mo, __ATOMIC_RELAXED);
	}
	if (!mo || !*key) /* the empty key is the catalogue's header */
		return NULL;
	const unsigned char *data = mo->data;
	const unsigned char *keys = data + word_at(data + 12), *values = data + word_at(data + 16);
	for (uint32_t low = 0, high = word_at(data + 8); low < high;) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(key, (const char *)data + word_at(keys + 8 * middle + 4));
		if (order == 0)
			return (const char *)data + word_at(values + 8 * middle + 4);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

void i18n_use(const char *language)
{
	chinese = language && strcmp(language, "zh") == 0;
}

const char *i18n_language(void)
{
	return chinese ? "zh" : "en";
}

const char *i18n_tag(void)
{
	return chinese ? "zh-CN" : "en";
}

const char *i18n_text(const char *english)
{
	const char *found = chinese ? look_up(english) : NULL;
	return found ? found : english;
}

const char *i18n_plural(const char *one, const char *many, unsigned long n)
{
	const char *found = chinese ? look_up(one) : NULL;
	return found ? found : n == 1 ? one : many;
}

const char *i18n_in_context(const char *key, const char *english)
{
	const char *found = chinese ? look_up(key) : NULL;
	return found ? found : english;
}

const char *i18n_pick(const char *accept, const char *fallback)
{
	const char *best = fallback;
	double best_q = 0;
	for (const char *p = accept; p && *p; p += *p == ',') {
		p += strspn(p, " \t");
		size_t len = strcspn(p, ",");
		const char *ours = strncasecmp(p, "zh", 2) == 0   ? "zh"
				   : strncasecmp(p, "en", 2) == 0 ? "en"
								  : NULL;
		if (ours && p[2] && !strchr("-_;, \t", p[2]))
			ours = NULL;
		const char *mark = memchr(p, ';', len);
		double q = 1;
		if (mark && (mark = memmem(mark, len - (size_t)(mark - p), "q=", 2)))
			q = strtod(mark + 2, NULL);
		if (ours && q > best_q)
			best = ours, best_q = q;
		p += len;
	}
	return best;
}
