/*
 * names: from a string to a number (an index into a list), in an arena. The strings are not copied.
 * Starts as { .arena = a }.
 */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"

#define NAMES_NONE SIZE_MAX

struct names {
	struct arena *arena;
	struct name_slot *slots;
	size_t count, room;
};

size_t names_find(const struct names *n, const char *name); /* NAMES_NONE if it is not there */
void names_set(struct names *n, const char *name, size_t number);

#endif
