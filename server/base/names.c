#include "names.h"

#include <string.h>

struct name_slot {
	const char *name; /* NULL: free */
	size_t number;
};

/* FNV-1a. */
static size_t hash(const char *s)
{
	uint64_t h = 0xcbf29ce484222325u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001b3u;
	return (size_t)(h ^ h >> 32);
}

/* The slot of a name, or the free one where it belongs. At most half of the slots are taken. */
static struct name_slot *slot_of(const struct names *n, const char *name)
{
	size_t i = hash(name) & (n->room - 1);
	while (n->slots[i].name && strcmp(n->slots[i].name, name))
		i = (i + 1) & (n->room - 1);
	return &n->slots[i];
}

size_t names_find(const struct names *n, const char *name)
{
	const struct name_slot *slot = n->room ? slot_of(n, name) : NULL;
	return slot && slot->name ? slot->number : NAMES_NONE;
}

static void grow(struct names *n)
{
	struct names more = { .arena = n->arena, .room = n->room ? n->room * 2 : 64 };
	more.slots = ARENA_MANY(n->arena, struct name_slot, more.room);
	for (size_t i = 0; i < n->room; i++) {
		if (n->slots[i].name)
			*slot_of(&more, n->slots[i].name) = n->slots[i];
	}
	more.count = n->count;
	*n = more;
}

void names_set(struct names *n, const char *name, size_t number)
{
	if (n->count * 2 >= n->room)
		grow(n);
	struct name_slot *slot = slot_of(n, name);
	n->count += slot->name == NULL;
	*slot = (struct name_slot){ name, number };
}
