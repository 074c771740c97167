/* radar_score: how alike is alike enough. For rules/radar*.c, and for measuring. */
#ifndef RULES_RADAR_SCORE_H
#define RULES_RADAR_SCORE_H

#include "radar.h"

double radar_likeness(const struct radar_hit *hit, int64_t kind);
bool radar_tells_same(const struct radar_hit *hit, int64_t kind);
bool radar_is_enough(double likeness); /* to say that they tell the same */
bool radar_is_near(double likeness);   /* worth a look */

/* Likest first. */
void radar_sort(struct radar_hits *hits, int64_t kind);

/* What is like the text, its topics guessed where they are not known. */
struct radar_hits radar_hits_of(
	struct db *db, const struct who *who, const struct radar_text *text, struct alike *words);

/* Stretches of the text that `other` has too, as terms to mark. */
struct terms radar_stretches(struct arena *a, const char *text, const struct alike *other);

#endif
