/*
 * i18n: the words a person reads, in their language. English is what the code says; Chinese stands
 * in templates/po/zh/ and is part of the program. The language belongs to the thread.
 *
 *	_("Hand in")                            the words
 *	n_("%ld point", "%ld points", n)        by number
 *	c_("verb", "close")                     one English word, two meanings
 *	N_("late")                              in a table: collected now, spoken later by
 *_(row->name)
 */
#ifndef DOORS_I18N_H
#define DOORS_I18N_H

#define _(s)             i18n_text(s)
#define N_(s)            s
#define n_(one, many, n) i18n_plural(one, many, (unsigned long)(n))
#define c_(context, s)   i18n_in_context(context "\004" s, s)

void i18n_use(const char *language); /* "zh" or "en"; anything else is "en" */
const char *i18n_language(void);     /* "zh" or "en" */
const char *i18n_tag(void);          /* for lang="": "zh-CN" or "en" */

/* The best of ours for an Accept-Language header (may be NULL); fallback when it names none. */
const char *i18n_pick(const char *accept_language, const char *fallback);

const char *i18n_text(const char *english) __attribute__((format_arg(1)));
const char *i18n_plural(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));
const char *i18n_in_context(const char *key, const char *english) __attribute__((format_arg(2)));

#endif
