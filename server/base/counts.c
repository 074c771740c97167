#include "counts.h"

#include <stdlib.h>

static struct count *slot_of(struct count *slots, size_t size, uint32_t key)
{
	size_t at = (key * 2654435769u) & (size - 1);
	while (slots[at].n && slots[at].key != key)
		at = (at + 1) & (size - 1);
	return &slots[at];
}

static void grow(struct counts *c)
{
	size_t size = c->size ? c->size * 4 : 64;
	struct count *slots = ARENA_MANY(c->arena, struct count, size);
	for (size_t i = 0; i < c->size; i++)
		if (c->slots[i].n)
			*slot_of(slots, size, c->slots[i].key) = c->slots[i];
	c->slots = slots;
	c->size = size;
}

void counts_add_any(struct counts *c, uint32_t key, uint32_t n)
{
	if (n == 0)
		return;
	if (key < COUNTS_LOW) {
		if (!c->low)
			c->low = ARENA_MANY(c->arena, uint32_t, COUNTS_LOW);
		c->low[key] += n;
		return;
	}
	if (c->used * 2 >= c->size)
		grow(c);
	struct count *slot = slot_of(c->slots, c->size, key);
	c->used += slot->n == 0;
	slot->key = key;
	slot->n += n;
}

static int by_number(const void *x, const void *y)
{
	const struct count *a = x, *b = y;
	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return a->key < b->key ? -1 : a->key > b->key;
}

struct count *counts_sorted(const struct counts *c, size_t *n)
{
	size_t low = 0;
	for (uint32_t key = 0; c->low && key < COUNTS_LOW; key++)
		low += c->low[key] > 0;
	struct count *list = ARENA_MANY(c->arena, struct count, c->used + low + 1);
	*n = 0;
	for (uint32_t key = 0; low && key < COUNTS_LOW; key++)
		if (c->low[key])
			list[(*n)++] = (struct count){ key, c->low[key] };
	for (size_t i = 0; i < c->size; i++)
		if (c->slots[i].n)
			list[(*n)++] = c->slots[i];
	qsort(list, *n, sizeof *list, by_number);
	return list;
}
