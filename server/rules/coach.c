#include "coach.h"

#include <string.h>

#include "base/fold.h"
#include "base/text.h"
#include "coach_private.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/coach.h"

enum {
	SENTENCE_LEAST = 4,
	CHAIN_RUNES = 50,
	CHAIN_COMMAS = 3,
	QUOTED = 24,
	READS = 3000,
	ON_STORY = 2
};

const struct coach_kind_row coach_kinds[COACH_KINDS] = {
	[COACH_PHONE] = { "phone", N_("A telephone number") },
	[COACH_IDENTITY] = { "identity", N_("The number of an identity card") },
	[COACH_EMAIL] = { "email", N_("An e-mail address") },
	[COACH_ADDRESS] = { "address", N_("Where somebody lives") },
	[COACH_SHORT] = { "short", N_("A story of less than two sentences") },
	[COACH_SLOGAN] = { "slogan", N_("A slogan: no who, no when, no what") },
	[COACH_NEXT] = { "next", N_("A lesson without what to do next time") },
};

/* Bytes of the mark that ends a sentence at p; 0: it goes on. */
static size_t full_stop(const char *p)
{
	static const char *const marks[] = { "\n", "。", "！", "？", "；", "…", "!", "?", ";" };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (text_starts(p, marks[i]))
			return strlen(marks[i]);
	return *p == '.' && (!p[1] || strchr(" \n\"')", p[1])) ? 1 : 0;
}

static struct strings sentences(struct arena *a, const char *text)
{
	struct strings list = { 0 };
	const char *from = text;
	for (const char *p = text;; p++) {
		size_t stop = *p ? full_stop(p) : 0;
		if (*p && !stop)
			continue;
		const char *one = text_trim(a, arena_copy(a, from, (size_t)(p - from)));
		if (text_runes(one) >= SENTENCE_LEAST && *one != '#')
			*LIST_ADD(a, &list) = one;
		if (!*p)
			return list;
		from = p + stop;
		p += stop - 1;
	}
}

/* Chinese strings a whole story together with commas: that is more than one sentence. */
static bool is_chain(struct arena *a, const char *sentence)
{
	size_t commas = 0;
	for (const char *p = fold_text(a, sentence); *p; p++)
		commas += *p == ',';
	return commas >= CHAIN_COMMAS && text_runes(sentence) >= CHAIN_RUNES;
}

size_t coach_sentences(struct arena *a, const char *story)
{
	struct strings list = sentences(a, story);
	size_t count = list.count;
	for (const char **s = list.items; s && s < list.items + list.count; s++)
		count += is_chain(a, *s);
	return count;
}

static bool says(struct arena *a, const struct coach_list *list, const char *folded, bool general)
{
	const char *clean = coach_words_clean(a, list, folded);
	return coach_words_in(&list->words, clean) || coach_words_counted_in(list, clean) ||
	       (general && coach_words_in(&list->general, clean));
}

/* How many of who, when, what it has; in a whole story, in general words too. */
static int told(struct arena *a, const struct coach_words *w, const char *folded)
{
	return says(a, &w->list[COACH_WHO], folded, false) +
	       (says(a, &w->list[COACH_WHEN], folded, false) || strpbrk(folded, "0123456789")) +
	       says(a, &w->list[COACH_WHAT], folded, false);
}

bool coach_is_slogan(struct arena *a, const struct coach_words *words, const char *sentence)
{
	const char *folded = fold_text(a, sentence);
	return says(a, &words->list[COACH_SLOGANS], folded, false) && told(a, words, folded) < 2;
}

/* The headline, or the first sentence that is one; NULL: none is. */
static const char *slogan_of(struct arena *a, const struct coach_words *words, const char *headline,
	const struct strings *story)
{
	if (coach_is_slogan(a, words, headline))
		return headline;
	for (size_t i = 0; i < story->count; i++) {
		bool told_next = i + 1 < story->count &&
				 told(a, words, fold_text(a, story->items[i + 1])) > 1;
		if (coach_is_slogan(a, words, story->items[i]) && !told_next)
			return story->items[i];
	}
	return NULL;
}

const char *coach_private(
	struct arena *a, const struct coach_words *words, enum coach_kind kind, const char *text)
{
	const char *folded = fold_text(a, text), *street;
	switch (kind) {
	case COACH_PHONE:
		return coach_private_phone(a, words, folded);
	case COACH_IDENTITY:
		return coach_private_identity(a, words, folded);
	case COACH_EMAIL:
		return coach_private_email(a, folded);
	case COACH_ADDRESS:
		street = coach_private_street(a, words, text);
		return street ? street : coach_private_house(a, words, folded);
	default:
		return NULL;
	}
}

static const char *private_words(enum coach_kind kind)
{
	switch (kind) {
	case COACH_PHONE:
		return _("“%s” looks like a telephone number. Everybody above will read it: leave "
			 "it out, “I rang the customer on Friday” says enough.");
	case COACH_IDENTITY:
		return _("“%s” looks like the number of an identity card. It belongs in no story: "
			 "leave it out, “with his papers” says enough.");
	case COACH_EMAIL:
		return _("“%s” is an e-mail address. Leave it out: “I wrote to the buyer” says "
			 "enough.");
	default:
		return _("“%s” looks like an address. The district is enough: “a customer in "
			 "Pudong”.");
	}
}

static void add(struct arena *a, const struct coach *c, struct coach_hints *hints,
	enum coach_kind kind, const char *text)
{
	if (text && !(c->off & 1u << kind))
		*LIST_ADD(a, hints) = (struct coach_hint){ kind, coach_kinds[kind].name, text };
}

static void add_private(struct arena *a, const struct coach *c, struct coach_hints *hints,
	const struct point_text *p)
{
	const char *all = arena_format(a, "%s\n%s", p->headline, p->body);
	for (enum coach_kind k = COACH_PHONE; k <= COACH_ADDRESS; k++) {
		const char *found = coach_private(a, c->words, k, all);
		/* The card's number holds no telephone number. */
		if (found)
			add(a, c, hints, k,
				arena_format(a, private_words(k), text_cut(a, found, QUOTED)));
	}
}

static const char *slogan_words(struct arena *a, const struct coach *c, const char *headline,
	const char *all, const struct strings *story)
{
	const char *slogan = slogan_of(a, c->words, headline, story);
	if (slogan)
		return arena_format(a,
			_("“%s”: who does it, when, what exactly? For example: “every Wednesday "
			  "afternoon I ring three old customers”."),
			text_cut(a, slogan, QUOTED));
	if (!says(a, &c->words->list[COACH_WHO], all, true))
		return _("Who was it about? A customer, a colleague: say who, without private "
			 "data. For example: “the owner of a water shop”.");
	if (!says(a, &c->words->list[COACH_WHEN], all, true) && !strpbrk(all, "0123456789"))
		return _("When was it, or how many? A day or a number makes it real. For example: "
			 "“on Tuesday”, “three times”.");
	return NULL;
}

struct coach_hints coach_hints(struct arena *a, const struct coach *c, const struct point_text *p)
{
	struct coach_hints hints = { 0 };
	const char *body = text_cut(a, point_text_shown(a, p->body), READS);
	const char *all = fold_text(a, arena_format(a, "%s\n%s", p->headline, body));
	struct strings story = sentences(a, body);
	add_private(a, c, &hints, p);
	size_t most = hints.count + ON_STORY;
	bool is_short = coach_sentences(a, body) < 2;
	if (is_short)
		add(a, c, &hints, COACH_SHORT,
			_("Two or three sentences more and others can do the same. For example: "
			  "“On Tuesday Mr He said no. I rode along for half a day and wrote down "
			  "every stop. On Friday he tried the truck.”"));
	/* Of what is not told yet only a slogan is worth a second hint. */
	if (!is_short || slogan_of(a, c->words, p->headline, &story))
		add(a, c, &hints, COACH_SLOGAN, slogan_words(a, c, p->headline, all, &story));
	if (p->kind == LESSON && hints.count < most &&
		!says(a, &c->words->list[COACH_NEXT_TIME], all, true))
		add(a, c, &hints, COACH_NEXT,
			_("What will you do next time? One sentence is enough. For example: “Next "
			  "time I fix the day of the call before I leave.”"));
	return hints;
}

struct coach_hints coach_said(struct arena *a, const struct coach *c, const char *text)
{
	struct coach_hints hints = { 0 };
	const struct point_text p = { .headline = "", .body = text };
	struct strings all = sentences(a, text_cut(a, text, READS));
	add_private(a, c, &hints, &p);
	const char *slogan = slogan_of(a, c->words, "", &all);
	if (slogan)
		add(a, c, &hints, COACH_SLOGAN,
			arena_format(a,
				_("“%s”: who does what, until when? For example: “call me on "
				  "Thursday before you send the price”."),
				text_cut(a, slogan, QUOTED)));
	return hints;
}

static int kind_of(const char *name)
{
	for (int k = 0; k < COACH_KINDS; k++)
		if (text_same(coach_kinds[k].name, name))
			return k;
	return -1;
}

struct coach coach_of(struct work *w, const struct coach_words *words)
{
	const char *why = NULL;
	struct coach c = { .words = words ? words : coach_words_load(w->arena, NULL, &why) };
	struct strings off = coach_off(w->db, w->who);
	for (const char **name = off.items; name && name < off.items + off.count; name++)
		if (kind_of(*name) >= 0)
			c.off |= 1u << kind_of(*name);
	return c;
}

static void put(struct txn *t, const struct who *who, const char *kind, bool on)
{
	if (on)
		coach_put_on(t, who->person, kind);
	else
		coach_put_off(t, who->person, kind);
}

enum outcome coach_switch(struct work *w, const char *kind, bool on)
{
	if (kind_of(kind) < 0)
		return NOT_FOUND;
	TXN(t, w->writer, w->arena);
	put(&t, w->who, kind, on);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome coach_choose(struct work *w, const struct strings *on)
{
	TXN(t, w->writer, w->arena);
	for (int k = 0; k < COACH_KINDS; k++) {
		bool wanted = false;
		for (const char **name = on->items; name && name < on->items + on->count; name++)
			wanted |= text_same(*name, coach_kinds[k].name);
		put(&t, w->who, coach_kinds[k].name, wanted);
	}
	return txn_commit(&t) ? DONE : BROKEN;
}
