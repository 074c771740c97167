/* strings: a list of strings; they live in the arena that the list grows in. */
#ifndef BASE_STRINGS_H
#define BASE_STRINGS_H

#include "list.h"

struct strings {
	const char **items;
	size_t count, room;
};

#endif
