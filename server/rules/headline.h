/* headline: takes the tags off a typed headline. The rule is at point_text_set_headline(). */
#ifndef RULES_HEADLINE_H
#define RULES_HEADLINE_H

#include "base/strings.h"

const char *headline_split(struct arena *a, const char *typed, struct strings *tags);

#endif
