-- What search reads: derived from points, syntheses, stories, answers for all and guides, written beside them in the same transaction
-- (server/rules/search.c), dropped and filled again when this file or the tokenizer changes.

DROP TABLE IF EXISTS search;
DROP TABLE IF EXISTS search_text;
DROP TABLE IF EXISTS search_doc;
DROP TABLE IF EXISTS search_day;

-- What is known of each indexed text without reading it. id begins with the day (days since 1970 << 24 | a counter that
-- goes on, search_day), so that order is order of date; whenever one of these facts changes, the text gets a new id.
-- That is why a process may remember facts by id (server/base/facts.h).
CREATE TABLE search_doc (
	id INTEGER PRIMARY KEY,
	type INTEGER NOT NULL CHECK (type IN (0, 1, 2, 3, 4)), -- point, synthesis, story, answer for all, guide (server/store/search.h)
	noun_id INTEGER NOT NULL,                        -- its number there
	kind INTEGER,                                    -- of a point
	unit_id INTEGER,                                 -- of a point (its team) and a synthesis
	week INTEGER NOT NULL,
	topics TEXT NOT NULL,                            -- numbers, blanks between
	UNIQUE (type, noun_id)
) STRICT;

-- The words as they were indexed: the index is told them again when they go, and snippets are cut from them.
-- filter holds tokens: what it is, where it lies, and who may see it (server/base/filter.h, server/store/search_scope.h).
CREATE TABLE search_text (
	id INTEGER PRIMARY KEY,
	headline TEXT NOT NULL,
	body TEXT NOT NULL,
	filter TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (headline, body, filter,
	content = 'search_text', content_rowid = 'id', tokenize = 'tributary');

CREATE TABLE search_day (
	day INTEGER PRIMARY KEY,
	last INTEGER NOT NULL
) STRICT;
