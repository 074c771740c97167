-- Where what headquarters issues goes besides: groups' chats and other programs, and each reader's own feed.

CREATE TABLE destination (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind <> ''),            -- server/base/destination_kind.h; the outbox's channel
	name TEXT NOT NULL CHECK (name <> ''),
	url TEXT NOT NULL CHECK (url <> ''),              -- holds a key: shown to nobody
	secret TEXT,                                      -- to sign with; shown to nobody
	unit_id INTEGER NOT NULL REFERENCES unit (id),    -- whose group it is
	language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
	bulletins INTEGER NOT NULL CHECK (bulletins IN (0, 1)), -- wants each one
	reminders INTEGER NOT NULL CHECK (reminders IN (0, 1)), -- and how many of its unit have not signed for it
	paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
	created_by INTEGER REFERENCES person (id),
	created_at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL
) STRICT;

-- A secret address of one's own, for a feed reader: only its hash is kept.
CREATE TABLE feed (
	person_id INTEGER PRIMARY KEY REFERENCES person (id),
	hash TEXT NOT NULL UNIQUE,
	made_at INTEGER NOT NULL
) STRICT;
