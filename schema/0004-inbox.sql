-- What each person is told, what leaves the house, and the clock that turns both.

-- One row a matter: told again when more happens to it, under a new number, so that order is order of time.
CREATE TABLE notice (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id), -- who is told
	kind TEXT NOT NULL CHECK (kind <> ''),             -- server/base/notice_kind.h
	noun TEXT NOT NULL CHECK (noun <> ''),
	noun_id INTEGER NOT NULL,
	by_id INTEGER REFERENCES person (id),              -- who did it last; none: the clock
	remark_id INTEGER REFERENCES remark (id),          -- what was said last
	times INTEGER NOT NULL CHECK (times > 0),          -- how often, since it was last read
	since INTEGER NOT NULL,                            -- the first of these
	at INTEGER NOT NULL,                               -- the last
	unread INTEGER NOT NULL DEFAULT 1 CHECK (unread IN (0, 1)),
	UNIQUE (person_id, noun, noun_id, kind)
) STRICT;
CREATE INDEX notice_in_order ON notice (person_id, unread, id);
CREATE INDEX notice_by_remark ON notice (remark_id) WHERE remark_id IS NOT NULL;
CREATE INDEX notice_by_age ON notice (unread, at);

-- What is to go out to another program: the row comes with what it tells of, in one transaction; a thread of its own sends it
-- (server/rules/outbox.h). At least once: the key is the same at each try, so that who receives it twice can know.
CREATE TABLE outbox (
	id INTEGER PRIMARY KEY,
	channel TEXT NOT NULL CHECK (channel <> ''),       -- how: 'mail', 'feishu' … (server/views/outbox.c)
	what TEXT NOT NULL CHECK (what <> ''),             -- who makes its words, when it is sent: 'digest', 'notice', 'bulletin' …
	what_id INTEGER NOT NULL DEFAULT 0,                -- of what it tells: a notice, a bulletin
	since INTEGER NOT NULL DEFAULT 0,                  -- of a digest: what happened after this moment
	person_id INTEGER REFERENCES person (id),          -- who it is for
	target_id INTEGER,                                 -- or where it goes to: a destination of that channel
	key TEXT NOT NULL UNIQUE,                          -- 128 random bits, for good: the mail's Message-ID, the webhook's id
	state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'dropped')), -- dropped: there was nothing to tell any more
	tries INTEGER NOT NULL DEFAULT 0,
	tried_at INTEGER NOT NULL DEFAULT 0,               -- when last
	next_at INTEGER NOT NULL,                          -- not tried before
	made_at INTEGER NOT NULL,
	ended_at INTEGER,
	error TEXT,                                        -- what the last try met; no words of people's
	CHECK ((person_id IS NULL) <> (target_id IS NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (channel, next_at, id) WHERE state = 'queued';
CREATE INDEX outbox_by_state ON outbox (channel, state, id);
CREATE INDEX outbox_by_what ON outbox (what, what_id);
CREATE INDEX outbox_by_person ON outbox (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX outbox_by_target ON outbox (channel, target_id, tried_at) WHERE target_id IS NOT NULL;
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE ended_at IS NOT NULL;

-- Who wants e-mail. No row: as the organisation has it (setting mail_hour), and the row comes with the first one.
CREATE TABLE mail_wish (
	person_id INTEGER PRIMARY KEY REFERENCES person (id),
	hour INTEGER CHECK (hour BETWEEN -1 AND 23),       -- of the daily one, in the person's zone; -1: none; empty: as the organisation has it
	at_once INTEGER NOT NULL DEFAULT 0 CHECK (at_once IN (0, 1)), -- asks, besides
	told_at INTEGER NOT NULL,                          -- what was told until then stood in a mail, or was read
	next_at INTEGER NOT NULL                           -- when the next one is made
) STRICT;
CREATE INDEX mail_wish_due ON mail_wish (next_at);

-- How far each kept search was looked at for its owner.
CREATE TABLE search_watch (
	saved_id INTEGER PRIMARY KEY REFERENCES search_saved (id) ON DELETE CASCADE,
	looked_at INTEGER NOT NULL,
	next_at INTEGER NOT NULL
) STRICT;
CREATE INDEX search_watch_due ON search_watch (next_at);

-- What the server does by itself (server/jobs.c): when last, with what result, when next.
CREATE TABLE job (
	name TEXT PRIMARY KEY,
	began_at INTEGER NOT NULL,
	took INTEGER NOT NULL,                             -- microseconds
	done INTEGER NOT NULL,                             -- how many things it did then; -1: it failed
	next_at INTEGER NOT NULL,
	mark INTEGER NOT NULL DEFAULT 0                    -- how far it has come, where it goes through something in order
) STRICT;
