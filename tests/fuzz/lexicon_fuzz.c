/* Any run of characters is parted whole, into words of at most LEXICON_MOST. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { MOST = 64 };
	int runes[MOST];
	uint8_t lengths[MOST];
	size_t n = size / 2 < MOST ? size / 2 : MOST, at = 0;
	for (size_t i = 0; i < n; i++)
		runes[i] = data[2 * i] << 8 | data[2 * i + 1];
	lexicon_cut(runes, n, lengths);
	while (at < n) {
		if (!lengths[at] || lengths[at] > LEXICON_MOST || at + lengths[at] > n)
			abort();
		if (!(lexicon_share(runes + at, lengths[at]) > 0))
			abort();
		at += lengths[at];
	}
	return 0;
}
