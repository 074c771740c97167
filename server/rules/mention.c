#include "mention.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/list.h"
#include "base/out.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "doors/i18n.h"

enum { SHOWN_RUNES = 8, NAME_RUNES = 8 };

/* ASCII letters and digits, and everything beyond ASCII but the marks of Chinese. */
static bool is_word(int rune)
{
	if (rune < 0x80)
		return isalnum(rune);
	return !(rune < 0xC0 || (rune >= 0x2000 && rune < 0x2E80) ||
		 (rune >= 0x3000 && rune < 0x3040) || (rune >= 0xFE30 && rune < 0xFE70) ||
		 (rune >= 0xFF00 && rune < 0xFF10) || (rune >= 0xFF1A && rune < 0xFF21) ||
		 rune >= 0x1F000);
}

static int rune_at(const char *s)
{
	return *s ? text_rune(&s, s + strlen(s)) : 0;
}

size_t mention_at(const char *text, const char *begin)
{
	size_t at = *text == '@' ? 1 : text_starts(text, "＠") ? strlen("＠") : 0;
	if (!at || (text > begin && isalnum((unsigned char)text[-1])))
		return 0;
	return is_word(rune_at(text + at)) ? at : 0;
}

bool mention_any(const char *text)
{
	for (const char *p = text; *p; p++)
		if (mention_at(p, text))
			return true;
	return false;
}

/* How much of the text is this name, as a whole; 0: it is another. */
static size_t fits(const char *text, const char *name)
{
	size_t len = strlen(name);
	if (!len || strncasecmp(text, name, len) != 0)
		return 0;
	bool goes_on = isalnum((unsigned char)name[len - 1]) && isalnum((unsigned char)text[len]);
	return goes_on ? 0 : len;
}

/* "(wanglei)" or "（wanglei）": its length with the login in *login; 0: there is none. */
static size_t login_at(struct arena *a, const char *text, const char **login)
{
	size_t open = *text == '(' ? 1 : text_starts(text, "（") ? strlen("（") : 0;
	size_t len = strspn(
		text + open, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@");
	const char *end = text + open + len;
	size_t close = *end == ')' ? 1 : text_starts(end, "）") ? strlen("）") : 0;
	if (!open || !len || !close)
		return 0;
	*login = arena_copy(a, text + open, len);
	return open + len + close;
}

/* Those of the longest name that stands here. */
static struct mention_people called(
	struct arena *a, const struct mention_people *people, const char *text, size_t *len)
{
	struct mention_people list = { 0 };
	*len = 0;
	LIST_EACH (const struct mention_person, p, people) {
		size_t n = fits(text, p->name), l = fits(text, p->login);
		n = n > l ? n : l;
		if (n > *len) {
			*len = n;
			list.count = 0;
		}
		if (n && n == *len)
			*LIST_ADD(a, &list) = *p;
	}
	return list;
}

static void only_login(struct mention_people *list, const char *login)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++)
		if (strcasecmp(list->items[i].login, login) == 0)
			list->items[kept++] = list->items[i];
	list->count = kept;
}

static const char *named_here(struct arena *a, const char *text)
{
	const char *end = text;
	for (int n = 0; n < SHOWN_RUNES && is_word(rune_at(end)); n++)
		text_rune(&end, end + strlen(end));
	return arena_copy(a, text, (size_t)(end - text));
}

static void refuse(struct work *w, const struct mention_people *found, const char *text)
{
	struct arena *a = w->arena;
	struct out names = out_new(a);
	LIST_EACH (const struct mention_person, p, found)
		out_format(&names, "%s@%s(%s)", names.len ? c_("between names", ", ") : "", p->name,
			p->login);
	if (found->count)
		fault_add(&w->faults, "text",
			arena_format(a, _("There are several of this name. Write which one: %s"),
				out_string(&names)));
	else
		fault_add(&w->faults, "text",
			arena_format(a,
				_("“@%s”: nobody who can see this here is called so. Choose from "
				  "the list behind the @, or leave the @ away."),
				named_here(a, text)));
}

static void add(
	struct arena *a, struct mentions *all, const struct mention_person *p, const char *word)
{
	LIST_EACH (const struct mention, m, all)
		if (text_same(m->word, word))
			return;
	*LIST_ADD(a, all) = (struct mention){ p->id, word, p->name, p->login };
}

struct mentions mention_find(struct work *w, const struct mention_people *people, const char *text)
{
	struct mentions all = { 0 };
	for (const char *p = text; *p;) {
		size_t at = mention_at(p, text), len;
		if (!at) {
			p++;
			continue;
		}
		p += at;
		const char *login;
		struct mention_people found = called(w->arena, people, p, &len);
		size_t more = len ? login_at(w->arena, p + len, &login) : 0;
		struct mention_people same = found;
		if (more)
			only_login(&found, login);
		if (found.count == 1)
			add(w->arena, &all, &found.items[0], arena_copy(w->arena, p, len + more));
		else
			refuse(w, found.count ? &found : more ? &same : &found, p);
		p += len + more;
	}
	return all;
}

/* 4: the name itself; 3: it begins so; 2: it is read so; 1: it is in it; 0: not meant. */
static int worth(const struct mention_person *p, const char *typed, const char *small)
{
	int runes[NAME_RUNES];
	size_t n = 0;
	if (!*typed || text_same(p->name, typed) || strcasecmp(p->login, typed) == 0)
		return 4;
	if (text_starts(p->name, typed) || strncasecmp(p->login, typed, strlen(typed)) == 0)
		return 3;
	for (const char *s = p->name; *s && n < NAME_RUNES; n++)
		runes[n] = text_rune(&s, s + strlen(s));
	if (pinyin_begins(small, runes, n) || (n > 2 && pinyin_begins(small, runes + 1, n - 1)))
		return 2;
	return strstr(p->name, typed) != NULL;
}

struct mention_people mention_suggest(
	struct arena *a, const struct mention_people *people, const char *typed, size_t most)
{
	struct mention_people list = { 0 };
	char *small = arena_string(a, typed);
	for (char *c = small; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	for (int want = 4; want > 0; want--)
		LIST_EACH (const struct mention_person, p, people)
			if (list.count < most && worth(p, typed, small) == want)
				*LIST_ADD(a, &list) = *p;
	return list;
}

const char *mention_word(
	struct arena *a, const struct mention_people *people, const struct mention_person *p)
{
	LIST_EACH (const struct mention_person, other, people)
		if (other->id.n != p->id.n && text_same(other->name, p->name))
			return arena_format(a, "%s(%s)", p->name, p->login);
	return p->name;
}
