-- What people do with search: searches they keep for themselves, and words that were looked for in vain.

CREATE TABLE search_saved (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id),
	words TEXT NOT NULL,   -- as typed
	filters TEXT NOT NULL, -- the rest of the address: kind=lesson&unit=e1
	saved_at INTEGER NOT NULL,
	UNIQUE (person_id, words, filters),
	CHECK (words <> '' OR filters <> '')
) STRICT;

-- Who looked is not kept.
CREATE TABLE search_miss (
	id INTEGER PRIMARY KEY,
	folded TEXT NOT NULL UNIQUE, -- as search folds (server/base/fold.h)
	typed TEXT NOT NULL,
	times INTEGER NOT NULL CHECK (times > 0),
	last_day INTEGER NOT NULL -- since 1970
) STRICT;
CREATE INDEX search_miss_by_day ON search_miss (last_day);
