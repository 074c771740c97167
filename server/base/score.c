#include "score.h"

float score_nearness(const struct score_places *a, const struct score_places *b)
{
	float best = 0;
	for (int i = 0; i < a->count; i++)
		for (int j = 0; j < b->count; j++) {
			if (a->column[i] != b->column[j])
				continue;
			int gap = b->at[j] - a->at[i] - a->size - 1;
			float here = gap >= -1 ? 1.0f / (float)(gap < 1 ? 1 : gap) : 0;
			gap = a->at[i] - b->at[j] - b->size - 1;
			if (here == 0 && gap >= -1)
				here = 0.5f / (float)(gap < 1 ? 1 : gap);
			best = here > best ? here : best;
		}
	return best;
}
