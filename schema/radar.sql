-- What tells that points are alike: derived from points, written beside them in the same transaction
-- (server/rules/radar.c), dropped and filled again when this file, the tokenizer or doors/alike.h changes.

DROP TABLE IF EXISTS radar;
DROP TABLE IF EXISTS radar_point;
DROP TABLE IF EXISTS radar_member;
DROP TABLE IF EXISTS radar_latest;

-- What the index was told of a point, for telling it again when it goes, and to compare two points without reading them.
CREATE TABLE radar_point (
	id INTEGER PRIMARY KEY,    -- the point's
	kind INTEGER NOT NULL,
	words BLOB NOT NULL,       -- 4 bytes each (server/doors/alike.h)
	keys BLOB NOT NULL,        -- of its paragraphs, 4 bytes each (server/base/near.h)
	about TEXT NOT NULL,       -- who sees it (all, u3: a unit, a12: its author) and its topics (t7), blanks between
	group_id INTEGER NOT NULL, -- the first point of those that tell the same; 0: none
	waits INTEGER NOT NULL CHECK (waits IN (0, 1)) -- to be compared with the others (server/jobs.c)
) STRICT;
CREATE INDEX radar_waiting ON radar_point (waits, id) WHERE waits = 1;

-- Words, keys and `about` of each point, as tokens. Nothing of it can be read back: it is hashes.
CREATE VIRTUAL TABLE radar USING fts5 (tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

-- A row for each unit in which a point of a group is seen; unit 0: by everybody.
CREATE TABLE radar_member (
	unit_id INTEGER NOT NULL,
	group_id INTEGER NOT NULL,
	point_id INTEGER NOT NULL,
	PRIMARY KEY (unit_id, group_id, point_id)
) STRICT, WITHOUT ROWID;

-- The newest member of each group in each unit: what comes first on the page.
CREATE TABLE radar_latest (
	unit_id INTEGER NOT NULL,
	group_id INTEGER NOT NULL,
	point_id INTEGER NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (unit_id, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX radar_newest ON radar_latest (unit_id, point_id);
