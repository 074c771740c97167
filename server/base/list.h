/*
 * list: a growing array in an arena. Any struct with `items`, `count` and `room` will do:
 *
 *	struct points { struct point *items; size_t count, room; };
 *	*LIST_ADD(arena, &points) = (struct point){ … };
 *	LIST_EACH(const struct point, p, &points) { … }
 *	LIST_SORT(&points, by_age);
 */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stdlib.h>
#include <string.h>

#include "arena.h"

/* A pointer to one more item, zeroed. Pointers to earlier items are not kept valid. */
#define LIST_ADD(arena, list)                                                                      \
	(((list)->items && (list)->count < (list)->room                                            \
			 ? (void)0                                                                 \
			 : (void)((list)->items = list_grow((arena), (list)->items, (list)->count, \
					  &(list)->room, sizeof *(list)->items))),                 \
		&(list)->items[(list)->count++])

#define LIST_EACH(type, p, list)                                                                   \
	for (type *p = (list)->items, *p##_end = p ? p + (list)->count : p; p < p##_end; p++)

/* As qsort does, which may not be handed the NULL of a list that never held anything. Equals come
 * in any order: `compare` must tell all apart that matter. */
#define LIST_SORT(list, compare)                                                                   \
	((list)->count ? qsort((list)->items, (list)->count, sizeof *(list)->items, (compare))     \
		       : (void)0)

struct longs {
	long *items;
	size_t count, room;
};

static inline void *list_grow(
	struct arena *a, const void *items, size_t count, size_t *room, size_t size)
{
	*room = *room ? *room * 2 : 8;
	void *grown = arena_alloc(a, *room * size);
	if (count)
		memcpy(grown, items, count * size);
	return grown;
}

#endif
