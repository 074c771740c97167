-- What search reads: derived from points, syntheses, stories, answers for all and guides, written beside them in the same transaction
-- (server/rules/search.c), dropped and filled again when this file or the tokenizer changes.

DROP TABLE IF EXISTS search;
DROP TABLE IF EXISTS search_next;
DROP TABLE IF EXISTS search_gone;
DROP TABLE IF EXISTS search_text;
DROP TABLE IF EXISTS search_doc;
DROP TABLE IF EXISTS search_row;
DROP TABLE IF EXISTS search_day;
DROP TABLE IF EXISTS search_state;

-- Each indexed text: what is known of it without reading it, and its words as they were indexed, since the index must be
-- told them again when they go, and snippets are cut from them. id begins with the day (days since 1970 << 24 | a counter
-- that goes on, search_day), so that order is order of date; whenever a fact changes, the text gets a new id. That is why
-- a process may remember facts by id (server/base/facts.h). What is short stands first: it is read without the rest.
CREATE TABLE search_row (
	id INTEGER PRIMARY KEY,
	type INTEGER NOT NULL CHECK (type IN (0, 1, 2, 3, 4)), -- point, synthesis, story, answer for all, guide (server/store/search.h)
	noun_id INTEGER NOT NULL,                        -- its number there
	kind INTEGER,                                    -- of a point
	unit_id INTEGER,                                 -- of a point (its team) and a synthesis
	week INTEGER NOT NULL,
	topics TEXT NOT NULL,                            -- numbers, blanks between
	filter TEXT NOT NULL, -- tokens: what it is, where it lies, who may see it (server/base/filter.h, store/search_scope.h)
	headline TEXT NOT NULL,
	body TEXT NOT NULL,
	UNIQUE (type, noun_id)
) STRICT;

-- The index keeps no text, and no lengths (the ranking has no use for them). The body is its first column: places in the
-- first column are written without the column's number, which is a quarter of the index.
CREATE VIRTUAL TABLE search USING fts5 (body, headline, filter,
	content = 'search_row', content_rowid = 'id', columnsize = 0, tokenize = 'tributary');

-- The index that is being made while the other answers; it then takes the other's name (server/store/search_fill.c).
CREATE VIRTUAL TABLE search_next USING fts5 (body, headline, filter,
	content = 'search_row', content_rowid = 'id', columnsize = 0, tokenize = 'tributary');

CREATE TABLE search_day (
	day INTEGER PRIMARY KEY,
	last INTEGER NOT NULL
) STRICT;

-- How far it has come: server/store/search_state.h. One row.
CREATE TABLE search_state (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	usable INTEGER NOT NULL CHECK (usable IN (0, 1)),
	phase INTEGER NOT NULL,
	type INTEGER NOT NULL,
	reached INTEGER NOT NULL,
	done INTEGER NOT NULL,
	total INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (one, usable, phase, type, reached, done, total) VALUES (1, 0, 1, 0, 0, 0, 0);
